package dev.parley.platform.talk;

import dev.parley.conversation.Verb;

/**
 * What one of the host's verbs is called.
 *
 * @param name as a word to write
 * @param about in one line, what it does
 * @param button on a button
 */
public record VerbPhrases(TalkPhrase name, TalkPhrase about, TalkPhrase button) {

    /** The phrases of a verb. */
    public static VerbPhrases of(Verb.Name verb) {
        return switch (verb) {
            case START -> new VerbPhrases(TalkPhrase.NAME_START, TalkPhrase.ABOUT_START, TalkPhrase.BUTTON_START);
            case NEXT -> new VerbPhrases(TalkPhrase.NAME_NEXT, TalkPhrase.ABOUT_NEXT, TalkPhrase.BUTTON_NEXT);
            case HOLD -> new VerbPhrases(TalkPhrase.NAME_HOLD, TalkPhrase.ABOUT_HOLD, TalkPhrase.BUTTON_HOLD);
            case PAUSE -> new VerbPhrases(TalkPhrase.NAME_PAUSE, TalkPhrase.ABOUT_PAUSE, TalkPhrase.BUTTON_PAUSE);
            case RESUME -> new VerbPhrases(TalkPhrase.NAME_RESUME, TalkPhrase.ABOUT_RESUME, TalkPhrase.BUTTON_RESUME);
            case SKIP -> new VerbPhrases(TalkPhrase.NAME_SKIP, TalkPhrase.ABOUT_SKIP, TalkPhrase.BUTTON_SKIP);
            case REPEAT -> new VerbPhrases(TalkPhrase.NAME_REPEAT, TalkPhrase.ABOUT_REPEAT, TalkPhrase.BUTTON_REPEAT);
            case ADD -> new VerbPhrases(TalkPhrase.NAME_ADD, TalkPhrase.ABOUT_ADD, TalkPhrase.BUTTON_ADD);
            case JUMP -> new VerbPhrases(TalkPhrase.NAME_JUMP, TalkPhrase.ABOUT_JUMP, TalkPhrase.BUTTON_JUMP);
            case COHOST -> new VerbPhrases(TalkPhrase.NAME_COHOST, TalkPhrase.ABOUT_COHOST, TalkPhrase.BUTTON_COHOST);
            case END -> new VerbPhrases(TalkPhrase.NAME_END, TalkPhrase.ABOUT_END, TalkPhrase.BUTTON_END);
            case UNDO -> new VerbPhrases(TalkPhrase.NAME_UNDO, TalkPhrase.ABOUT_UNDO, TalkPhrase.BUTTON_UNDO);
        };
    }
}
