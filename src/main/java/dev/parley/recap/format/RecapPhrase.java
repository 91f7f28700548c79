package dev.parley.recap.format;

import dev.parley.voice.Phrase;
import java.util.Set;

/** What a recap says around people's own words. The texts are in {@code prompts/recap.md}. */
public enum RecapPhrase implements Phrase {
    SOMEONE(),
    LATER(),
    GUESS(),
    BYLINE("name"),
    BYLINE_LATER("name"),
    AND("names", "last"),
    ONE_PERSON(),
    PEOPLE("count"),
    ONE_OTHER(),
    OTHERS("count"),
    LABEL("number"),
    THANKS(),
    OWN_WORDS(),
    WHEN("date", "from", "until", "zone"),
    UPDATED("when"),
    CONTENTS(),
    ONE_ANSWER(),
    ANSWERS("count"),
    NO_ANSWERS(),
    NOTHING(),
    READ_ANSWER(),
    READ_ANSWERS("count"),
    IN_THE_ROOM(),
    INTRODUCTIONS(),
    NEWCOMERS("names"),
    FINAL_THOUGHTS(),
    SHARED(),
    SHARED_BY("name"),
    ONE_SIDE(),
    SIDE("count"),
    CHART(),
    CHART_DESCRIPTION("rows"),
    CHART_ROW("question", "count", "time"),
    CHART_ROW_QUIET("question", "count"),
    CHART_TABLE(),
    CHART_TIME(),
    CHART_LATER(),
    CHART_NOTE(),
    PAGE("link"),
    MORE("count"),
    ONE_MORE(),
    MORE_ON_PAGE("count", "link"),
    ONE_MORE_ON_PAGE("link");

    private final Set<String> blanks;

    RecapPhrase(String... blanks) {
        this.blanks = Set.of(blanks);
    }

    @Override
    public String file() {
        return "recap";
    }

    @Override
    public Set<String> blanks() {
        return blanks;
    }
}
