package dev.parley.platform.slack.wire;

import dev.parley.voice.Phrase;
import java.util.Set;

/** What Parley says on Slack. The texts are in {@code prompts/slack.md}, each under the name of its phrase. */
public enum SlackPhrase implements Phrase {
    TOKEN_UNKNOWN,
    APP_TOKEN_UNKNOWN,
    SOCKET_MODE_OFF,
    NOT_INSTALLED("team"),
    NOT_CONNECTED,
    NOT_NOW,
    NOT_IN_CHANNEL,
    CHANNEL_GONE,
    ARCHIVED,
    MAY_NOT_POST,
    SCOPE_LACKS("scope"),
    TOO_LONG,
    NOT_TO_BOTS,
    PERSON_GONE,
    DM_CLOSED,
    MESSAGE_GONE,
    NOBODY_HERE,
    REFUSED("code"),
    FILE("name", "address"),
    ANSWER,
    WHERE,
    COMMAND,
    OPTION_CHANNEL,
    NAME_HELP,
    ABOUT_HELP,
    HELP("command"),
    HELP_LINE("command", "name", "about"),
    MY_ANSWERS,
    WINDOW_TITLE,
    WINDOW_SEND,
    WINDOW_CLOSE,
    WINDOW_WAIT,
    HOME_HOST,
    HOME_CHATS,
    HOME_COACHING,
    HOME_MINE,
    HOME_EMPTY,
    PANEL_FOR_EVERYBODY,
    RECEIPT_FILED,
    RECEIPT_GUESSED;

    private final Set<String> blanks;

    SlackPhrase(String... blanks) {
        this.blanks = Set.of(blanks);
    }

    @Override
    public String file() {
        return "slack";
    }

    @Override
    public Set<String> blanks() {
        return blanks;
    }
}
