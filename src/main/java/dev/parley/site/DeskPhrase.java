package dev.parley.site;

import dev.parley.voice.Phrase;
import java.util.Set;

/** What the desk says. The texts are in {@code prompts/desk.md}, each under the name of its phrase. */
public enum DeskPhrase implements Phrase {
    LANGUAGE,
    SKIP,
    TITLE,
    TO_THE_ROOM,
    ALL_CHATS,
    NO_CHATS,
    HOSTS_ONLY,
    STAGE_PLANNED,
    STAGE_WELCOME,
    STAGE_RUNNING,
    STAGE_QUESTION("number"),
    STAGE_CLOSING,
    STAGE_SLOW,
    STAGE_OVER,
    STAGE_CANCELLED,
    STAGE_MISSED,
    PAUSED,
    HELD,
    NEXT_IN("time"),
    BEGINS_IN("time"),
    SOON,
    DAYS("count"),
    STEER,
    NOTHING_TO_STEER,
    START,
    PAUSE,
    RESUME,
    HOLD,
    NEXT,
    SKIP_NEXT,
    REPEAT,
    END,
    END_SURE,
    END_YES,
    UNDO,
    UNDO_LEFT("time"),
    JUMP,
    JUMP_BUTTON,
    ADD,
    ADD_BUTTON,
    COHOST,
    COHOST_BUTTON,
    CHOOSE,
    AGENDA,
    NOW,
    ASKED("time"),
    SKIPPED,
    AHEAD,
    ANSWERS_NONE,
    ANSWERS_ONE,
    ANSWERS_MANY("count"),
    ROOMS,
    PEOPLE_UNKNOWN,
    PEOPLE_ONE,
    PEOPLE_MANY("count"),
    DOUBTS,
    NO_DOUBTS,
    FILE_HERE("place"),
    MESSAGES,
    NO_MESSAGES,
    QUESTION_SHORT("number"),
    INTRODUCTION,
    FINAL,
    SIDE,
    WELCOME,
    QUESTION_KIND,
    GUESS,
    LATE,
    FILE,
    FILE_FOR("name"),
    FILE_BUTTON,
    NOT_NOW,
    FAILED,
    NO_WORDS,
    TOO_LONG,
    LOST;

    private final Set<String> blanks;

    DeskPhrase(String... blanks) {
        this.blanks = Set.of(blanks);
    }

    @Override
    public String file() {
        return "desk";
    }

    @Override
    public Set<String> blanks() {
        return blanks;
    }
}
