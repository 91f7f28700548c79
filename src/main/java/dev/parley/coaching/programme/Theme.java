package dev.parley.coaching.programme;

import dev.parley.coaching.Principle;
import dev.parley.coaching.Tag;

/** What something is about. */
public sealed interface Theme {

    /** One of the partnership principles. */
    record OfPrinciple(Principle principle) implements Theme {}

    /** A domain of a framework. */
    record OfDomain(Tag domain) implements Theme {}
}
