package dev.parley.house.broken;

/** A house whose classes break the rules on purpose, so that each rule is seen to bite. */
public final class BrokenHouse {
    private BrokenHouse() {}
}
