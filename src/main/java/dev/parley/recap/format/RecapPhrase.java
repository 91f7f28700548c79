package dev.parley.recap.format;

import dev.parley.voice.Phrase;
import java.util.Set;

/** What a recap says around people's own words. The texts are in {@code prompts/recap.md}. */
public enum RecapPhrase implements Phrase {
    SOMEONE("someone"),
    LATER("later"),
    GUESS("guess"),
    BYLINE("byline", "name"),
    BYLINE_LATER("byline later", "name"),
    AND("and", "names", "last"),
    ONE_PERSON("one person"),
    PEOPLE("people", "count"),
    ONE_OTHER("one other"),
    OTHERS("others", "count"),
    LABEL("label", "number"),
    THANKS("thanks"),
    OWN_WORDS("own words"),
    WHEN("when", "date", "from", "until", "zone"),
    UPDATED("updated", "when"),
    CONTENTS("contents"),
    ONE_ANSWER("one answer"),
    ANSWERS("answers", "count"),
    NO_ANSWERS("no answers"),
    NOTHING("nothing"),
    READ_ANSWER("read answer"),
    READ_ANSWERS("read answers", "count"),
    IN_THE_ROOM("in the room"),
    INTRODUCTIONS("introductions"),
    NEWCOMERS("newcomers", "names"),
    FINAL_THOUGHTS("final thoughts"),
    SHARED("shared"),
    SHARED_BY("shared by", "name"),
    ONE_SIDE("one side"),
    SIDE("side", "count"),
    CHART("chart"),
    CHART_DESCRIPTION("chart description", "rows"),
    CHART_ROW("chart row", "question", "count", "time"),
    CHART_ROW_QUIET("chart row quiet", "question", "count"),
    CHART_TABLE("chart table"),
    CHART_TIME("chart time"),
    CHART_LATER("chart later"),
    CHART_NOTE("chart note"),
    PAGE("page", "link"),
    MORE("more", "count"),
    ONE_MORE("one more"),
    MORE_ON_PAGE("more on page", "count", "link"),
    ONE_MORE_ON_PAGE("one more on page", "link");

    private final String heading;
    private final Set<String> blanks;

    RecapPhrase(String heading, String... blanks) {
        this.heading = heading;
        this.blanks = Set.of(blanks);
    }

    @Override
    public String file() {
        return "recap";
    }

    @Override
    public String heading() {
        return heading;
    }

    @Override
    public Set<String> blanks() {
        return blanks;
    }
}
