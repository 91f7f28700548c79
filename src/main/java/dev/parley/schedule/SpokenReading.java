package dev.parley.schedule;

import dev.parley.schedule.SpokenTime.Doubt;
import dev.parley.schedule.SpokenTime.Refused;
import dev.parley.schedule.SpokenTime.Remark;
import dev.parley.schedule.SpokenTime.Trouble;
import dev.parley.schedule.SpokenTime.Understood;
import dev.parley.schedule.SpokenTime.Unsure;
import dev.parley.schedule.SpokenTime.WhichZone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One reading of what somebody typed. */
final class SpokenReading {

    private static final String AMOUNT = "(\\d{1,3}(?:[.,]5)?|half an?|an?|one|two|three)";
    private static final String HOURS = "(?:h|hrs?|hours?)";
    private static final String MINUTES = "(?:m|mins?|minutes?)";
    private static final String LENGTH = "(?:" + AMOUNT + " ?" + HOURS + "(?![a-z])(?: ?(?:and )?(?:(\\d{1,2})(?: ?"
            + MINUTES + "\\b|(?![\\d:ap ]))|(a half)\\b))?|(\\d{1,3}) ?-?" + MINUTES + "\\b)";
    private static final Pattern SOON = Pattern.compile("\\bin " + LENGTH);
    private static final Pattern FOR = Pattern.compile("(?:\\bfor )?(?<![\\w:.])" + LENGTH);
    private static final Pattern NAMED =
            Pattern.compile("(?<![\\w/])([a-z]{2,20}/[a-z_]{2,30}(?:/[a-z_]{2,30})?|utc)(?![\\w/])");
    private static final Pattern WORD = Pattern.compile("(?<![\\w/'])[a-z]{2,5}(?:[5-8][a-z]dt)?(?![\\w/'])");
    private static final Pattern HINT =
            Pattern.compile("\\b(?:(?:in the |at )?(morning|afternoon|evening|night)|(?<=to)(night))\\b");
    private static final Pattern FRENCH = Pattern.compile("(?<!for )\\b()(0?[7-9]|1\\d|2[0-3])h([0-5]\\d)?()\\b");
    private static final Pattern RANGE =
            Pattern.compile("(?<![\\w:.])" + SpokenClock.PATTERN + " ?(?:-|to|until|till|and) ?" + SpokenClock.PATTERN);
    private static final Pattern CLOCK = Pattern.compile("(?<![\\w:.])" + SpokenClock.PATTERN);
    private static final Pattern BETWEEN = Pattern.compile("\\bbetween\\b");

    /** What is summer time and does not end in DT. */
    private static final Set<String> SUMMER = Set.of("CEST", "EEST", "BST");

    private final SpokenText text;
    private final Instant now;
    private final ZoneId own;
    private final Duration usual;

    SpokenReading(String text, Instant now, ZoneId own, Duration usual) {
        this.text = new SpokenText(text);
        this.now = now;
        this.own = own;
        this.usual = usual;
    }

    SpokenTime read() {
        Optional<String> named = text.take(NAMED).map(MatchResult::group);
        Optional<ZoneId> zone = named.flatMap(SpokenReading::known);
        if (named.isPresent() && zone.isEmpty()) {
            return new Refused(Trouble.NOT_UNDERSTOOD, named.get());
        }
        Optional<String> abbreviation = named.isPresent() ? Optional.empty() : abbreviation();
        Optional<MatchResult> soon = text.take(SOON);
        if (soon.isPresent()) {
            return soon(length(soon.get()));
        }
        boolean tonight = text.rest().contains("tonight");
        SpokenDay day = SpokenDay.take(text, now.atZone(own).toLocalDate());
        Optional<String> hint = tonight
                ? Optional.of("pm")
                : text.take(HINT).map(match -> "morning".equals(match.group(1)) ? "am" : "pm");
        text.take(BETWEEN);
        Optional<MatchResult> french = text.take(FRENCH);
        Optional<MatchResult> length = text.take(FOR);
        Optional<MatchResult> range = french.isPresent() ? Optional.empty() : text.take(RANGE);
        Optional<MatchResult> clock = french.or(() -> range).or(() -> text.take(CLOCK));
        String left = text.left();
        if (!left.isEmpty()) {
            return new Refused(Trouble.NOT_UNDERSTOOD, left);
        }
        if (day.trouble().isPresent()) {
            return new Refused(day.trouble().get(), "");
        }
        if (clock.isEmpty()) {
            return new Refused(Trouble.NO_TIME, "");
        }
        SpokenClock from = SpokenClock.of(clock.get(), 1, hint);
        Optional<SpokenClock> to = range.map(match -> SpokenClock.of(match, 5, hint));
        if (from.times().isEmpty() || to.filter(end -> end.times().isEmpty()).isPresent()) {
            return new Refused(Trouble.NO_SUCH_TIME, clock.get().group().strip());
        }
        return new Dated(zone.orElse(own), abbreviation, day, from, to, length.map(SpokenReading::length)).read();
    }

    private static Optional<ZoneId> known(String written) {
        return ZoneNames.KNOWN.stream()
                .filter(name -> name.equalsIgnoreCase(written))
                .findFirst()
                .flatMap(ZoneNames::read);
    }

    private Optional<String> abbreviation() {
        return WORD.matcher(text.rest())
                .results()
                .map(MatchResult::group)
                .filter(word -> !ZoneNames.meant(word).isEmpty())
                .findFirst()
                .flatMap(word -> text.take(Pattern.compile("(?<![\\w/'])" + word + "(?![\\w/'])")))
                .map(match -> match.group().toUpperCase(Locale.ROOT));
    }

    private SpokenTime soon(Duration wait) {
        Optional<Duration> length = text.take(FOR).map(SpokenReading::length);
        String left = text.left();
        if (!left.isEmpty()) {
            return new Refused(Trouble.NOT_UNDERSTOOD, left);
        }
        return understood(
                now.plus(wait).truncatedTo(ChronoUnit.MINUTES),
                length.orElse(usual),
                own,
                length.isPresent() ? Set.of() : Set.of(Remark.USUAL_LENGTH));
    }

    private static Duration length(MatchResult match) {
        if (match.group(4) != null) {
            return Duration.ofMinutes(Long.parseLong(match.group(4)));
        }
        Duration hours = switch (match.group(1)) {
            case "half an", "half a" -> Duration.ofMinutes(30);
            case "a", "an", "one" -> Duration.ofHours(1);
            case "two" -> Duration.ofHours(2);
            case "three" -> Duration.ofHours(3);
            default -> {
                String number = match.group(1);
                boolean half = number.endsWith(".5") || number.endsWith(",5");
                yield Duration.ofHours(Long.parseLong(half ? number.substring(0, number.length() - 2) : number))
                        .plusMinutes(half ? 30 : 0);
            }
        };
        long minutes = match.group(2) == null ? 0 : Long.parseLong(match.group(2));
        return hours.plusMinutes(minutes + (match.group(3) == null ? 0 : 30));
    }

    private SpokenTime understood(Instant start, Duration length, ZoneId zone, Set<Remark> remarks) {
        if (length.isZero() || length.compareTo(SpokenTime.LONGEST) > 0) {
            return new Refused(Trouble.NO_SUCH_LENGTH, "");
        }
        if (start.isAfter(now.plus(SpokenTime.FURTHEST))) {
            return new Refused(Trouble.TOO_FAR, "");
        }
        return start.isBefore(now)
                ? new Refused(Trouble.OVER, "")
                : new Understood(start, start.plus(length), zone, remarks);
    }

    /** Days and times, which are now brought together. */
    private final class Dated {

        private final ZoneId named;
        private final Optional<String> abbreviation;
        private final SpokenDay day;
        private final SpokenClock from;
        private final Optional<SpokenClock> to;
        private final Optional<Duration> length;

        Dated(
                ZoneId named,
                Optional<String> abbreviation,
                SpokenDay day,
                SpokenClock from,
                Optional<SpokenClock> to,
                Optional<Duration> length) {
            this.named = named;
            this.abbreviation = abbreviation;
            this.day = day;
            this.from = from;
            this.to = to;
            this.length = length;
        }

        SpokenTime read() {
            if (abbreviation.isPresent() && !fits(day.dates().getFirst().atTime(starts().getFirst()))) {
                return whichZone(abbreviation.get());
            }
            List<SpokenTime> all = all();
            if (all.size() == 1) {
                return all.getFirst();
            }
            List<Understood> choices =
                    choices(all).sorted(Comparator.comparing(Understood::start)).toList();
            return choices.isEmpty() ? all.getLast() : new Unsure(day.doubt().orElse(Doubt.HALF_OF_THE_DAY), choices);
        }

        private List<SpokenTime> all() {
            List<LocalTime> starts = starts();
            return day.dates().stream()
                    .flatMap(date -> starts.stream().map(start -> one(date, start)))
                    .toList();
        }

        private static Stream<Understood> choices(List<SpokenTime> all) {
            return all.stream()
                    .filter(Understood.class::isInstance)
                    .map(Understood.class::cast)
                    .distinct();
        }

        private SpokenTime whichZone(String written) {
            List<SpokenTime> all = ZoneNames.meant(written).stream()
                    .map(ZoneId::of)
                    .flatMap(zone -> new Dated(zone, Optional.empty(), day, from, to, length).all().stream())
                    .toList();
            List<Understood> choices = choices(all).toList();
            return choices.isEmpty() ? all.getLast() : new WhichZone(written, choices);
        }

        /** "3-4pm" means three in the afternoon: of two possible starts the one that is nearer to an end that is certain. */
        private List<LocalTime> starts() {
            boolean nearer = from.isOpen() && to.filter(end -> !end.isOpen()).isPresent();
            return nearer
                    ? from.times().stream().min((one, other) -> lasting(one).compareTo(lasting(other))).stream()
                            .toList()
                    : from.times();
        }

        /** How long it lasts from a start on; over midnight where it ends earlier than it begins. */
        private Duration lasting(LocalTime start) {
            return to.map(end -> end.times().stream()
                            .map(time -> Duration.between(start, time))
                            .map(span -> span.isPositive() ? span : span.plusDays(1))
                            .min(Duration::compareTo)
                            .orElse(usual))
                    .or(() -> length)
                    .orElse(usual);
        }

        private SpokenTime one(LocalDate date, LocalTime start) {
            LocalDate first = day.told() ? date : now.atZone(named).toLocalDate();
            SpokenTime read = at(first.atTime(start));
            boolean over = read instanceof Refused refused && refused.trouble() == Trouble.OVER;
            if (over && !day.told()) {
                return at(first.plusDays(1).atTime(start));
            }
            return over && day.repeats() ? at(date.plusWeeks(1).atTime(start)) : read;
        }

        private SpokenTime at(LocalDateTime local) {
            Set<Remark> remarks = EnumSet.noneOf(Remark.class);
            ZoneOffsetTransition change = named.getRules().getTransition(local);
            if (change != null) {
                remarks.add(change.isGap() ? Remark.AFTER_THE_GAP : Remark.EARLIER_OF_TWO);
            }
            if (to.isEmpty() && length.isEmpty()) {
                remarks.add(Remark.USUAL_LENGTH);
            }
            return understood(Weekly.settle(local, named), lasting(local.toLocalTime()), named, remarks);
        }

        /** An abbreviation is taken for one's own zone where it is that zone's at this time of the year: no CST in July. */
        private boolean fits(LocalDateTime local) {
            String written = abbreviation.orElse("");
            boolean summer = own.getRules().isDaylightSavings(Weekly.settle(local, own));
            boolean seasonal = written.length() > 2;
            boolean saysSummer = written.endsWith("DT") || SUMMER.contains(written);
            return ZoneNames.meant(written).contains(own.getId()) && (!seasonal || summer == saysSummer);
        }
    }
}
