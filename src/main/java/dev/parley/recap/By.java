package dev.parley.recap;

/** Who said something, as far as the recap may tell. */
public sealed interface By {

    /** Somebody whose name is shown. */
    record Named(String name) implements By {}

    /** Somebody whose name is not shown. */
    record Someone() implements By {}

    /** The transcript does not say. */
    record Unknown() implements By {}
}
