package dev.parley.platform.slack.install;

import dev.parley.voice.Phrase;
import java.util.Set;

/** What the pages of an installation say. The texts are in {@code prompts/slack-install.md}, each under the name of its phrase. */
public enum InstallPhrase implements Phrase {
    DONE_TITLE,
    DONE("team"),
    NOT_DONE_TITLE,
    DENIED,
    OTHER_BROWSER,
    NOT_EXPECTED("team", "id"),
    WHOLE_ORGANIZATION,
    ROTATION,
    SLACK_REFUSED("code"),
    SLACK_AWAY;

    private final Set<String> blanks;

    InstallPhrase(String... blanks) {
        this.blanks = Set.of(blanks);
    }

    @Override
    public String file() {
        return "slack-install";
    }

    @Override
    public Set<String> blanks() {
        return blanks;
    }
}
