package dev.parley.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Difficult calendars, each with a text beside it that says what is expected of it. */
@DisplayName("A difficult calendar")
class CalendarFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/calendar");
    private static final String BROKEN = """
            BEGIN:VEVENT
            UID:planted
            SUMMARY:Planted
            DTSTART;TZID=Nowhere:20260310T990000
            RRULE:FREQ=SOMETIMES
            END:VEVENT
            """;

    static Stream<Path> calendars() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".ics")).sorted().toList().stream();
        }
    }

    @Test
    void thereAreThirtyAndMore() throws IOException {
        assertThat(calendars()).hasSizeGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void isReadAsExpected(Path calendar) throws IOException {
        AgendaText expected = expected(calendar);

        Agenda agenda = Agenda.of(Files.readAllBytes(calendar), expected.window());

        assertThat(AgendaText.lines(agenda, expected.window().zone())).isEqualTo(expected.lines());
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void hidesNothingBehindABrokenEvent(Path calendar) throws IOException {
        Window window = expected(calendar).window();
        String text = Files.readString(calendar, StandardCharsets.ISO_8859_1);
        String planted = text.replaceAll("(?i)(?<=END:VEVENT\\r?\\n)", BROKEN);

        Agenda plain = Agenda.of(text.getBytes(StandardCharsets.ISO_8859_1), window);
        Agenda withBroken = Agenda.of(planted.getBytes(StandardCharsets.ISO_8859_1), window);

        assertThat(withBroken.meetings()).isEqualTo(plain.meetings());
        assertThat(withBroken.troubles().stream()
                        .filter(trouble -> trouble.what().equals("Planted")))
                .hasSize((planted.length() - text.length()) / BROKEN.length());
    }

    /** Bytes that are lost, doubled and changed: whatever comes of it, reading ends, and all that is found lies in the days. */
    @ParameterizedTest
    @MethodSource("calendars")
    void isReadInAnyStateOfDecay(Path calendar) throws IOException {
        Window window = expected(calendar).window();
        byte[] bytes = Files.readAllBytes(calendar);
        Random chance = new Random(5);
        for (int round = 0; round < 60; round++) {
            Agenda agenda = Agenda.of(decayed(bytes, chance), window);

            assertThat(agenda.meetings()).allMatch(window::touches);
        }
    }

    private static byte[] decayed(byte[] bytes, Random chance) {
        List<Byte> changed = new ArrayList<>();
        int cut = chance.nextInt(4) == 0 ? chance.nextInt(bytes.length) : bytes.length;
        for (byte one : Arrays.copyOf(bytes, cut)) {
            switch (chance.nextInt(60)) {
                case 0 -> {}
                case 1 -> changed.addAll(List.of(one, one));
                case 2 -> changed.add((byte) "0189;:,=TZ-\n\r \"".charAt(chance.nextInt(15)));
                default -> changed.add(one);
            }
        }
        byte[] result = new byte[changed.size()];
        for (int at = 0; at < result.length; at++) {
            result[at] = changed.get(at);
        }
        return result;
    }

    private static AgendaText expected(Path calendar) throws IOException {
        return AgendaText.of(Files.readString(Path.of(calendar.toString().replace(".ics", ".txt"))));
    }
}
