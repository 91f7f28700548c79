package dev.parley.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SpokenTimeTest {

    private static final Duration USUAL = Duration.ofMinutes(50);
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter END = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** A line of the table, and when and where it is typed. */
    private record Typed(String text, Instant now, ZoneId zone, String expected) {}

    @TestFactory
    Stream<DynamicTest> theTable() throws IOException {
        return table().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.text(),
                        () -> assertThat(shown(SpokenTime.read(one.text(), one.now(), one.zone(), USUAL), one.zone()))
                                .isEqualTo(one.expected())));
    }

    @Test
    void theTableIsLong() throws IOException {
        assertThat(table()).hasSizeGreaterThanOrEqualTo(80);
    }

    @Test
    void whateverIsTypedIsAnswered() {
        List<String> pieces = List.of(
                "tomorrow",
                " ",
                " ",
                "3",
                "pm",
                ":",
                "15",
                "-",
                "/",
                "12",
                ".",
                "Dec",
                "next ",
                "mon",
                "in ",
                "for ",
                "1h",
                "EST",
                "Europe/Berlin",
                "99",
                "noon",
                "half an hour",
                "half past ",
                "quarter to ",
                "at ",
                "ten",
                "2026",
                "\u2013",
                "\uD83D\uDE00",
                "@",
                "between ",
                "and ");
        Random random = new Random(20261125);
        Instant now = Instant.parse("2026-11-25T16:00:00Z");
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(8, 0, pieces.size()).mapToObj(pieces::get).collect(Collectors.joining());
            SpokenTime read = SpokenTime.read(text, now, ZoneId.of("Europe/Berlin"), USUAL);
            if (read instanceof SpokenTime.Understood understood) {
                assertThat(understood.start()).as(text).isAfterOrEqualTo(now).isBefore(understood.end());
            }
        }
        assertThat(SpokenTime.read("1 ".repeat(100_000), now, ZoneId.of("UTC"), USUAL))
                .isInstanceOf(SpokenTime.Refused.class);
    }

    @Test
    void readsWhatItWrites() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant now = Instant.parse("2026-11-22T13:00:00Z");
        Instant start = Instant.parse("2027-10-30T23:00:00Z");
        for (int i = 0; i < 30; i++) {
            Instant from = start.plus(Duration.ofMinutes(10L * i));
            Instant to = from.plus(Duration.ofMinutes(75));
            SpokenTime read = SpokenTime.read(SpokenTime.write(from, to, berlin), now, berlin, USUAL);
            assertThat(read).isInstanceOfSatisfying(SpokenTime.Understood.class, time -> {
                assertThat(time.start()).isEqualTo(from);
                assertThat(time.end()).isEqualTo(to);
            });
        }
        assertThat(SpokenTime.write(start, start.plus(USUAL), berlin)).isEqualTo("2027-10-31 01:00, 50 minutes");
    }

    private static List<Typed> table() throws IOException {
        try (InputStream in = Objects.requireNonNull(SpokenTimeTest.class.getResourceAsStream("spoken-times.txt"))) {
            List<Typed> table = new ArrayList<>();
            Instant now = Instant.EPOCH;
            ZoneId zone = ZoneId.of("UTC");
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("# now ")) {
                    zone = ZoneId.of(line.substring(23));
                    now = LocalDateTime.parse(line.substring(6, 22), START)
                            .atZone(zone)
                            .toInstant();
                } else if (!line.isBlank()) {
                    int arrow = line.indexOf(" => ");
                    table.add(new Typed(line.substring(0, arrow), now, zone, line.substring(arrow + 4)));
                }
            }
            return table;
        }
    }

    private static String shown(SpokenTime read, ZoneId own) {
        return switch (read) {
            case SpokenTime.Understood understood -> shown(understood, own);
            case SpokenTime.Unsure unsure ->
                unsure.doubt() + "? "
                        + unsure.choices().stream()
                                .map(choice -> shown(choice, own))
                                .collect(Collectors.joining(" | "));
            case SpokenTime.WhichZone which ->
                which.written() + "? "
                        + which.choices().stream()
                                .map(choice -> shown(choice, own))
                                .collect(Collectors.joining(" | "));
            case SpokenTime.Refused refused ->
                refused.trouble() + (refused.part().isEmpty() ? "" : ": " + refused.part());
        };
    }

    private static String shown(SpokenTime.Understood time, ZoneId own) {
        return START.format(time.start().atZone(time.zone())) + "-"
                + END.format(time.end().atZone(time.zone()))
                + (time.zone().equals(own) ? "" : " " + time.zone())
                + time.remarks().stream().sorted().map(remark -> " " + remark).collect(Collectors.joining());
    }
}
