package dev.parley.coaching.pairing;

/** What is asked of a trait of people who meet. */
public enum Mixing {
    SAME,
    DIFFERENT;

    /** Whether two people are as asked. Where something is not known, nothing speaks against it. */
    boolean granted(Trait trait, Person one, Person other) {
        if (trait.of(one).isEmpty() || trait.of(other).isEmpty()) {
            return true;
        }
        return trait.of(one).equals(trait.of(other)) == (this == SAME);
    }
}
