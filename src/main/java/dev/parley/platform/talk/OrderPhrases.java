package dev.parley.platform.talk;

import dev.parley.platform.Order;

/**
 * What one of the orders of coaching is called.
 *
 * @param name as a word to write
 * @param about in one line, what it does
 */
public record OrderPhrases(TalkPhrase name, TalkPhrase about) {

    /** The phrases of an order. */
    public static OrderPhrases of(Order.Kind kind) {
        return switch (kind) {
            case OVERVIEW -> new OrderPhrases(TalkPhrase.NAME_OVERVIEW, TalkPhrase.ABOUT_OVERVIEW);
            case PARTNER -> new OrderPhrases(TalkPhrase.NAME_PARTNER, TalkPhrase.ABOUT_PARTNER);
            case MEET -> new OrderPhrases(TalkPhrase.NAME_MEET, TalkPhrase.ABOUT_MEET);
            case REFLECT -> new OrderPhrases(TalkPhrase.NAME_REFLECT, TalkPhrase.ABOUT_REFLECT);
            case GOAL -> new OrderPhrases(TalkPhrase.NAME_GOAL, TalkPhrase.ABOUT_GOAL);
            case TRY -> new OrderPhrases(TalkPhrase.NAME_TRY, TalkPhrase.ABOUT_TRY);
            case NEED -> new OrderPhrases(TalkPhrase.NAME_NEED, TalkPhrase.ABOUT_NEED);
            case CLOCK -> new OrderPhrases(TalkPhrase.NAME_CLOCK, TalkPhrase.ABOUT_CLOCK);
            case JOURNAL -> new OrderPhrases(TalkPhrase.NAME_JOURNAL, TalkPhrase.ABOUT_JOURNAL);
            case LEAVE -> new OrderPhrases(TalkPhrase.NAME_LEAVE, TalkPhrase.ABOUT_LEAVE);
        };
    }
}
