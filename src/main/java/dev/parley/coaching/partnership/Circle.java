package dev.parley.coaching.partnership;

/** With whom an item is shared once all have chosen it. */
public enum Circle {
    /** The others in the partnership, who may read it. */
    PARTNER,
    /** The programme, which gets no words, only that its theme was there. */
    PROGRAMME
}
