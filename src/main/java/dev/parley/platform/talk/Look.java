package dev.parley.platform.talk;

/** What everybody can ask to see. */
public enum Look {
    WHERE(TalkPhrase.NAME_WHERE, TalkPhrase.ABOUT_WHERE),
    QUESTIONS(TalkPhrase.NAME_QUESTIONS, TalkPhrase.ABOUT_QUESTIONS),
    RECAP(TalkPhrase.NAME_RECAP, TalkPhrase.ABOUT_RECAP),
    SCHEDULE(TalkPhrase.NAME_SCHEDULE, TalkPhrase.ABOUT_SCHEDULE);

    private final TalkPhrase phrase;
    private final TalkPhrase about;

    Look(TalkPhrase phrase, TalkPhrase about) {
        this.phrase = phrase;
        this.about = about;
    }

    /** What it is called, as a word to write. */
    public TalkPhrase phrase() {
        return phrase;
    }

    /** In one line, what is seen. */
    public TalkPhrase about() {
        return about;
    }
}
