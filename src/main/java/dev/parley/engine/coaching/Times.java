package dev.parley.engine.coaching;

import dev.parley.conversation.PersonId;
import dev.parley.platform.Choice;
import dev.parley.platform.Note;
import dev.parley.recap.format.Escape;
import dev.parley.schedule.SpokenTime;
import dev.parley.schedule.SpokenTime.Doubt;
import dev.parley.schedule.SpokenTime.Refused;
import dev.parley.schedule.SpokenTime.Remark;
import dev.parley.schedule.SpokenTime.Trouble;
import dev.parley.schedule.SpokenTime.Understood;
import dev.parley.schedule.SpokenTime.Unsure;
import dev.parley.schedule.SpokenTime.WhichZone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Times as people type them: read, said back on their own clock, and asked about where they can be read in several ways. */
final class Times {

    /** How long a meeting is where nobody says. */
    static final Duration USUAL = Duration.ofMinutes(45);

    /** As many as stand beside another button. */
    private static final int MOST = 9;

    private final Common common;

    Times(Common common) {
        this.common = common;
    }

    /** What is to be done with a time. */
    interface Use {

        /** Says it back, with what can be done then. */
        Note readBack(Instant start, Instant end, String remarks);

        /** What it means to choose this one of several times. */
        Meaning chosen(Instant start, Instant end);

        /** Other ways to go on where no time was found. */
        List<Choice> again();
    }

    /** Reads a time and says what was understood. */
    Note read(PersonId by, String typed, Use use) {
        return switch (SpokenTime.read(typed, common.now(), zone(by), USUAL)) {
            case Understood time -> use.readBack(time.start(), time.end(), remarks(by, time));
            case Unsure(Doubt doubt, List<Understood> choices) ->
                asked(common.say(question(doubt), quoting(typed)), choices, use, time -> common.when(time.start(), by));
            case WhichZone(String written, List<Understood> choices) ->
                asked(
                        common.say(CoachingPhrase.MEET_ZONE, Map.of("zone", written)),
                        choices,
                        use,
                        time -> common.say(
                                CoachingPhrase.MEET_ZONE_CHOICE,
                                Map.of("zone", time.zone().getId(), "when", common.when(time.start(), by))));
            case Refused(Trouble trouble, String part) ->
                new Note(refusal(trouble, part.isEmpty() ? typed : part), use.again());
        };
    }

    /** A time for a field of a form. */
    String written(PersonId by, Instant start, Instant end) {
        return SpokenTime.write(start, end, zone(by));
    }

    private ZoneId zone(PersonId by) {
        return common.clock(by).zone();
    }

    private static Map<String, String> quoting(String typed) {
        return Map.of("text", Escape.heading(typed));
    }

    private Note asked(String question, List<Understood> times, Use use, Function<Understood, String> label) {
        List<Choice> choices = new ArrayList<>();
        times.stream()
                .limit(MOST)
                .map(time -> common.other(use.chosen(time.start(), time.end()), label.apply(time)))
                .forEach(choices::add);
        choices.addAll(use.again());
        return new Note(question, choices);
    }

    private static CoachingPhrase question(Doubt doubt) {
        return switch (doubt) {
            case HALF_OF_THE_DAY -> CoachingPhrase.MEET_MORNING;
            case WEEK -> CoachingPhrase.MEET_WEEK;
            case MONTH -> CoachingPhrase.MEET_MONTH;
        };
    }

    /** What somebody should be told with a time, a line for each. */
    private String remarks(PersonId by, Understood time) {
        List<String> lines = new ArrayList<>();
        int year = time.start().atZone(zone(by)).getYear();
        if (year != common.now().atZone(zone(by)).getYear()) {
            lines.add(common.say(CoachingPhrase.MEET_YEAR, Map.of("year", Integer.toString(year))));
        }
        if (!time.zone().equals(zone(by))) {
            String there = common.speech(by).in(time.zone()).when(time.start());
            lines.add(common.say(
                    CoachingPhrase.MEET_ELSEWHERE, Map.of("zone", time.zone().getId(), "when", there)));
        }
        time.remarks().stream().sorted().map(remark -> common.say(said(remark))).forEach(lines::add);
        return String.join("\n", lines);
    }

    private static CoachingPhrase said(Remark remark) {
        return switch (remark) {
            case AFTER_THE_GAP -> CoachingPhrase.MEET_GAP;
            case EARLIER_OF_TWO -> CoachingPhrase.MEET_TWICE;
            case USUAL_LENGTH -> CoachingPhrase.MEET_USUAL;
        };
    }

    private String refusal(Trouble trouble, String typed) {
        return switch (trouble) {
            case NOT_UNDERSTOOD -> common.say(CoachingPhrase.MEET_UNCLEAR, quoting(typed));
            case NO_TIME -> common.say(CoachingPhrase.MEET_NO_TIME);
            case NO_SUCH_DATE -> common.say(CoachingPhrase.MEET_NO_DATE, quoting(typed));
            case NO_SUCH_TIME -> common.say(CoachingPhrase.MEET_NO_HOUR, quoting(typed));
            case DAY_AND_DATE_DIFFER -> common.say(CoachingPhrase.MEET_DIFFER, quoting(typed));
            case OVER -> common.say(CoachingPhrase.MEET_PAST, quoting(typed));
            case TOO_FAR -> common.say(CoachingPhrase.MEET_FAR, quoting(typed));
            case NO_SUCH_LENGTH ->
                common.say(CoachingPhrase.MEET_LENGTH, Map.of("span", common.span(SpokenTime.LONGEST)));
        };
    }
}
