package dev.parley.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * A calendar that others read (iCalendar, RFC 5545). Times are in UTC, so that it needs to describe no zone.
 *
 * @param title what a calendar program calls it
 * @param refresh how often it is worth asking again
 */
public record CalendarFeed(String title, Duration refresh, List<Entry> entries) {

    /** How long a line may be, in octets, without its end (RFC 5545, 3.1). */
    private static final int LONGEST_LINE = 75;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** A feed; its list is copied. */
    public CalendarFeed {
        entries = List.copyOf(entries);
    }

    /**
     * An event. Times are written to the second.
     *
     * @param uid never another event's; the same for as long as it is this one
     * @param changed when it was last changed
     * @param link where it leads
     * @param busy whether others are to see that its time is taken
     */
    public record Entry(
            String uid,
            Instant start,
            Instant end,
            Instant changed,
            String title,
            String description,
            Optional<String> link,
            boolean busy,
            boolean cancelled) {}

    /** The file. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Parley//Coaching//EN");
        line(text, "CALSCALE:GREGORIAN");
        line(text, "NAME:" + escaped(title));
        line(text, "X-WR-CALNAME:" + escaped(title));
        line(text, "REFRESH-INTERVAL;VALUE=DURATION:" + refresh);
        line(text, "X-PUBLISHED-TTL:" + refresh);
        entries.forEach(entry -> event(text, entry));
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private static void event(StringBuilder text, Entry entry) {
        line(text, "BEGIN:VEVENT");
        line(text, "UID:" + escaped(entry.uid()));
        line(text, "DTSTAMP:" + UTC.format(entry.changed()));
        line(text, "LAST-MODIFIED:" + UTC.format(entry.changed()));
        // Grows whenever the event is changed, so that no program keeps an older form of it.
        line(text, "SEQUENCE:" + Math.clamp(entry.changed().getEpochSecond() / 60, 0, Integer.MAX_VALUE));
        line(text, "DTSTART:" + UTC.format(entry.start()));
        line(text, "DTEND:" + UTC.format(entry.end()));
        line(text, "SUMMARY:" + escaped(entry.title()));
        if (!entry.description().isEmpty()) {
            line(text, "DESCRIPTION:" + escaped(entry.description()));
        }
        entry.link().ifPresent(link -> line(text, "URL:" + withoutControls(link)));
        line(text, "STATUS:" + (entry.cancelled() ? "CANCELLED" : "CONFIRMED"));
        line(text, "TRANSP:" + (entry.busy() ? "OPAQUE" : "TRANSPARENT"));
        line(text, "CLASS:PRIVATE");
        line(text, "END:VEVENT");
    }

    /** A line, folded between characters and ended as the standard wants it. */
    private static void line(StringBuilder text, String line) {
        int octets = 0;
        int at = 0;
        while (at < line.length()) {
            int point = line.codePointAt(at);
            String character = Character.toString(point);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += size;
            at += Character.charCount(point);
        }
        text.append("\r\n");
    }

    private static String escaped(String value) {
        String breaks = value.replace("\r\n", "\n").replace('\r', '\n');
        StringBuilder escaped = new StringBuilder(breaks.length() + 16);
        breaks.codePoints().forEach(point -> {
            switch (point) {
                case '\\' -> escaped.append("\\\\");
                case ';' -> escaped.append("\\;");
                case ',' -> escaped.append("\\,");
                case '\n' -> escaped.append("\\n");
                default -> {
                    if (!Character.isISOControl(point)) {
                        escaped.appendCodePoint(point);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static String withoutControls(String value) {
        StringBuilder plain = new StringBuilder(value.length());
        value.codePoints().filter(point -> !Character.isISOControl(point)).forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
