package dev.parley.platform.discord;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The host's verbs, as subcommands and as buttons. */
enum HostVerb {
    START(CommandPhrase.NAME_START, CommandPhrase.ABOUT_START, CommandPhrase.BUTTON_START),
    NEXT(CommandPhrase.NAME_NEXT, CommandPhrase.ABOUT_NEXT, CommandPhrase.BUTTON_NEXT),
    HOLD(CommandPhrase.NAME_HOLD, CommandPhrase.ABOUT_HOLD, CommandPhrase.BUTTON_HOLD),
    PAUSE(CommandPhrase.NAME_PAUSE, CommandPhrase.ABOUT_PAUSE, CommandPhrase.BUTTON_PAUSE),
    RESUME(CommandPhrase.NAME_RESUME, CommandPhrase.ABOUT_RESUME, CommandPhrase.BUTTON_RESUME),
    SKIP(CommandPhrase.NAME_SKIP, CommandPhrase.ABOUT_SKIP, CommandPhrase.BUTTON_SKIP),
    REPEAT(CommandPhrase.NAME_REPEAT, CommandPhrase.ABOUT_REPEAT, CommandPhrase.BUTTON_REPEAT),
    ADD(CommandPhrase.NAME_ADD, CommandPhrase.ABOUT_ADD, CommandPhrase.BUTTON_ADD),
    JUMP(CommandPhrase.NAME_JUMP, CommandPhrase.ABOUT_JUMP, CommandPhrase.BUTTON_JUMP),
    COHOST(CommandPhrase.NAME_COHOST, CommandPhrase.ABOUT_COHOST, CommandPhrase.BUTTON_COHOST),
    END(CommandPhrase.NAME_END, CommandPhrase.ABOUT_END, CommandPhrase.BUTTON_END),
    UNDO(CommandPhrase.NAME_UNDO, CommandPhrase.ABOUT_UNDO, CommandPhrase.BUTTON_UNDO);

    final CommandPhrase called;
    final CommandPhrase about;
    final CommandPhrase button;

    HostVerb(CommandPhrase called, CommandPhrase about, CommandPhrase button) {
        this.called = called;
        this.about = about;
        this.button = button;
    }

    /** As the port calls it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By the port's word for it. */
    static Optional<HostVerb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }
}
