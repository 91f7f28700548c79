package dev.parley.recap.format;

import dev.parley.recap.By;
import dev.parley.recap.Newcomers;
import dev.parley.recap.Recap;
import dev.parley.voice.Voice;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * For whom a recap is written: in which words, and how dates and times are told.
 *
 * @param zone in which times are shown
 * @param locale how a date is written: {@code en-GB} says "24 November", {@code en-US} "November 24"
 */
public record Showing(Voice voice, ZoneId zone, Locale locale) {

    String say(RecapPhrase phrase) {
        return voice.say(phrase);
    }

    String say(RecapPhrase phrase, String blank, Object value) {
        return voice.say(phrase, Map.of(blank, value.toString()));
    }

    /** One phrase for one, another for every other number. */
    String count(int count, RecapPhrase one, RecapPhrase many) {
        return count == 1 ? say(one) : say(many, "count", count);
    }

    /** "Q3". */
    String label(int question) {
        return say(RecapPhrase.LABEL, "number", question);
    }

    /** What somebody is called; empty where a transcript does not tell. */
    Optional<String> name(By by) {
        return switch (by) {
            case By.Named(String name) -> Optional.of(Plain.line(name));
            case By.Someone() -> Optional.of(say(RecapPhrase.SOMEONE));
            case By.Unknown() -> Optional.empty();
        };
    }

    /** "Ada, Bo and two others"; empty where nobody was new. */
    Optional<String> names(Newcomers newcomers) {
        List<String> names =
                new ArrayList<>(newcomers.names().stream().map(Plain::isolated).toList());
        if (newcomers.others() > 0) {
            names.add(
                    names.isEmpty()
                            ? count(newcomers.others(), RecapPhrase.ONE_PERSON, RecapPhrase.PEOPLE)
                            : count(newcomers.others(), RecapPhrase.ONE_OTHER, RecapPhrase.OTHERS));
        }
        if (names.size() < 2) {
            return names.stream().findFirst();
        }
        String last = names.removeLast();
        return Optional.of(voice.say(RecapPhrase.AND, Map.of("names", String.join(", ", names), "last", last)));
    }

    /** "Monday, 23 November 2026, 20:00 to 21:00, Central Standard Time"; empty where the time is not known. */
    Optional<String> when(Recap recap) {
        return recap.start().map(start -> {
            String date = start.atZone(zone)
                    .format(DateTimeFormatter.ofLocalizedPattern("yMMMMEEEEd").withLocale(locale));
            return recap.end()
                    .map(end -> voice.say(
                            RecapPhrase.WHEN,
                            Map.of(
                                    "date", date,
                                    "from", time(start),
                                    "until", time(end),
                                    "zone", start.atZone(zone).format(DateTimeFormatter.ofPattern("zzzz", locale)))))
                    .orElse(date);
        });
    }

    /** "Updated 24 November, 09:14"; empty for a recap that was not. */
    Optional<String> updated(Recap recap) {
        return recap.updated().map(at -> say(RecapPhrase.UPDATED, "when", day(at) + ", " + time(at)));
    }

    /** "24 November". */
    String day(Instant at) {
        return at.atZone(zone)
                .format(DateTimeFormatter.ofLocalizedPattern("MMMMd").withLocale(locale));
    }

    /** "20:14". */
    String time(Instant at) {
        return at.atZone(zone).format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
    }
}
