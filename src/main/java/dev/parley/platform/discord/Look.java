package dev.parley.platform.discord;

/** What everybody can ask to see. */
enum Look {
    WHERE(CommandPhrase.NAME_WHERE, CommandPhrase.ABOUT_WHERE),
    QUESTIONS(CommandPhrase.NAME_QUESTIONS, CommandPhrase.ABOUT_QUESTIONS),
    RECAP(CommandPhrase.NAME_RECAP, CommandPhrase.ABOUT_RECAP),
    SCHEDULE(CommandPhrase.NAME_SCHEDULE, CommandPhrase.ABOUT_SCHEDULE);

    final CommandPhrase called;
    final CommandPhrase about;

    Look(CommandPhrase called, CommandPhrase about) {
        this.called = called;
        this.about = about;
    }
}
