package dev.parley.engine;

import dev.parley.platform.Moments;
import dev.parley.voice.Phrase;
import dev.parley.voice.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The community's voice with what it needs to speak of times and spans.
 *
 * @param zone the community's own
 */
public record Speech(Voice voice, ZoneId zone, Locale locale) {

    /** The same voice on another clock. */
    public Speech in(ZoneId other) {
        return new Speech(voice, other, locale);
    }

    public String say(Phrase phrase) {
        return voice.say(phrase);
    }

    public String say(Phrase phrase, Map<String, String> values) {
        return voice.say(phrase, values);
    }

    /** A span of time in its one or two largest units: "four minutes" as the community writes it. Rounded to seconds. */
    public String span(Duration span) {
        Duration rounded = Duration.ofSeconds(Math.max(0, Math.round(span.toMillis() / 1000.0)));
        if (rounded.toDays() > 0) {
            return joined(days(rounded.toDays()), rounded.toHoursPart() == 0 ? "" : hours(rounded.toHoursPart()));
        }
        if (rounded.toHours() > 0) {
            return joined(
                    hours(rounded.toHours()), rounded.toMinutesPart() == 0 ? "" : minutes(rounded.toMinutesPart()));
        }
        return rounded.toMinutes() > 0
                ? minutes(Math.round(rounded.toSeconds() / 60.0))
                : counted(rounded.toSeconds(), ChatPhrase.ONE_SECOND, ChatPhrase.SECONDS);
    }

    private String days(long days) {
        return counted(days, ChatPhrase.ONE_DAY, ChatPhrase.DAYS);
    }

    private String hours(long hours) {
        return counted(hours, ChatPhrase.ONE_HOUR, ChatPhrase.HOURS);
    }

    private String minutes(long minutes) {
        return counted(minutes, ChatPhrase.ONE_MINUTE, ChatPhrase.MINUTES);
    }

    /** One thing, or several. */
    public String counted(long number, Phrase one, Phrase several) {
        return number == 1 ? say(one) : say(several, Map.of("n", Long.toString(number)));
    }

    private String joined(String first, String last) {
        return last.isEmpty() ? first : say(ChatPhrase.JOINED, Map.of("first", first, "last", last));
    }

    /** Several things, the last two joined as the community writes it. */
    public String listed(List<String> things) {
        if (things.size() < 2) {
            return String.join("", things);
        }
        String first = String.join(", ", things.subList(0, things.size() - 1));
        return joined(first, things.getLast());
    }

    /** Tells hosts that only so many chats ahead have a script. */
    public String queueLow(String title, int chats) {
        String count = counted(chats, ChatPhrase.ONE_CHAT, ChatPhrase.CHATS);
        return say(ChatPhrase.QUEUE_LOW, Map.of("title", title, "count", count));
    }

    /** Tells hosts that the next chat has no script. */
    public String queueEmpty(String title, Instant next) {
        return say(ChatPhrase.QUEUE_EMPTY, Map.of("title", title, "when", when(next)));
    }

    /** A point in time for a post, which platforms can say in everybody's own zone. */
    public String moment(Instant instant) {
        return Moments.of(instant, when(instant));
    }

    /** How long it is until a point in time, for a post: a platform that can keeps it true while the post stands. */
    public String left(Instant until, Instant now) {
        return Moments.left(until, say(ChatPhrase.LEFT, Map.of("span", span(Duration.between(now, until)))));
    }

    /** A point in time, with its zone. */
    public String when(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        return say(
                ChatPhrase.WHEN,
                Map.of(
                        "weekday", local.getDayOfWeek().getDisplayName(TextStyle.FULL, locale),
                        "day", Integer.toString(local.getDayOfMonth()),
                        "month", local.getMonth().getDisplayName(TextStyle.FULL, locale),
                        "time", DateTimeFormatter.ofPattern("HH:mm", locale).format(local),
                        "zone", DateTimeFormatter.ofPattern("zzz", language()).format(local)));
    }

    /** A country's form of a language knows the short names of its own zones only: British English has none for Chicago's. */
    private Locale language() {
        return Locale.of(locale.getLanguage());
    }
}
