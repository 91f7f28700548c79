package dev.parley.coaching.partnership;

/** What kind of company it is. */
public enum Shape {
    /** Two or three people with a goal. */
    PARTNERS(3),
    /** A group that visits together, without a goal. */
    VISIT(12);

    private final int most;

    Shape(int most) {
        this.most = most;
    }

    /** How many people it may have; two at least. */
    public int most() {
        return most;
    }
}
