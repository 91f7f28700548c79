package dev.parley.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What comes of a time that somebody typed for a meeting: {@code "tomorrow 3pm, 45 minutes"}. */
public sealed interface SpokenTime {

    /** Longer is no meeting. */
    Duration LONGEST = Duration.ofHours(12);

    /** With two digits for an hour, so that no half of the day is open. */
    DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** Further away is a slip of the finger. */
    Duration FURTHEST = Duration.ofDays(731);

    /**
     * A time, to be read back to whoever typed it.
     *
     * @param zone whose clock was meant
     * @param remarks what they should be told with it
     */
    record Understood(Instant start, Instant end, ZoneId zone, Set<Remark> remarks) implements SpokenTime {
        public Understood {
            remarks = Set.copyOf(remarks);
        }
    }

    /**
     * Several times are possible, and none is guessed.
     *
     * @param choices those that are not over, in order; at least one
     */
    record Unsure(Doubt doubt, List<Understood> choices) implements SpokenTime {
        public Unsure {
            choices = List.copyOf(choices);
        }
    }

    /**
     * An abbreviation that is no zone, or that does not fit the season.
     *
     * @param written the abbreviation, in large letters
     * @param choices what it would be in each zone that may be meant, without those that are over; at least one
     */
    record WhichZone(String written, List<Understood> choices) implements SpokenTime {
        public WhichZone {
            choices = List.copyOf(choices);
        }
    }

    /**
     * It cannot be.
     *
     * @param part the words that it is about; empty where it is about all of them
     */
    record Refused(Trouble trouble, String part) implements SpokenTime {}

    /** What is said along with a time. */
    enum Remark {
        /** The clocks go forward over it; it is the first instant afterwards. */
        AFTER_THE_GAP,
        /** The clocks go back over it; it is the earlier one. */
        EARLIER_OF_TWO,
        /** No length was told. */
        USUAL_LENGTH
    }

    /** What is open. */
    enum Doubt {
        /** Morning or afternoon. */
        HALF_OF_THE_DAY,
        /** This week or the next. */
        WEEK,
        /** Which number is the month. */
        MONTH
    }

    /** Why it cannot be. */
    enum Trouble {
        NOT_UNDERSTOOD,
        NO_TIME,
        NO_SUCH_DATE,
        NO_SUCH_TIME,
        DAY_AND_DATE_DIFFER,
        OVER,
        TOO_FAR,
        NO_SUCH_LENGTH
    }

    /**
     * Reads what somebody typed, in English.
     *
     * @param now when they did
     * @param own their zone, which counts where they name none
     * @param usual how long a meeting is where they do not say
     */
    static SpokenTime read(String text, Instant now, ZoneId own, Duration usual) {
        return new SpokenReading(text, now, own, usual).read();
    }

    /**
     * Writes a time so that {@link #read} reads it as the same, to the minute.
     *
     * @param own the zone of whoever will read it; the second of two hours that are called the same is written on the clock of UTC
     */
    static String write(Instant start, Instant end, ZoneId own) {
        LocalDateTime local = LocalDateTime.ofInstant(start, own);
        boolean plain = Weekly.settle(local, own).equals(start);
        String from = WRITTEN.format(plain ? local : LocalDateTime.ofInstant(start, ZoneOffset.UTC));
        return from + (plain ? "" : " UTC") + ", "
                + Duration.between(start, end).toMinutes() + " minutes";
    }
}
