package dev.parley.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who said what to whom and when, a line each, without what is a platform's own way to show it. */
final class Transcript {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** What stands before each line of something that is read by itself. */
    static final String ASIDE = "      | ";

    private static final Pattern TOLD =
            Pattern.compile("^\\d\\d:\\d\\d( {3}Parley, to | Parley: takes away, from )(\\w+)( alone: .*)$");

    private final ZoneId zone;
    private final List<String> lines = new ArrayList<>();
    private String day = "";

    Transcript(ZoneId zone) {
        this.zone = zone;
    }

    /** Begins a chapter. */
    void chapter(String title) {
        lines.add("");
        lines.add("## " + title);
        day = "";
    }

    void line(Instant at, String who, String words) {
        String today = DAY.format(at.atZone(zone));
        if (!today.equals(day)) {
            lines.add("");
            lines.add(today);
            day = today;
        }
        lines.add(TIME.format(at.atZone(zone)) + " " + who + ": " + words);
    }

    /** Something that is read by itself. */
    void aside(String text) {
        lines.add(ASIDE + text);
    }

    void told(Instant at, String to, Told told) {
        String buttons =
                told.buttons().stream().map(label -> " [" + label + "]").collect(Collectors.joining());
        line(at, "  Parley, to " + to + " alone", plain(told.text()) + buttons);
    }

    /** Words as they would be read out. */
    static String plain(String text) {
        return text.lines()
                .map(line -> line.strip()
                        .replaceAll("^(?:>|[-•]) ?", "")
                        .replaceAll("[*_\\\\]", "")
                        .replaceAll("<?https?://[^\\s>]+>?", "(a link)")
                        .strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" / "));
    }

    @Override
    public String toString() {
        return String.join("\n", lines).strip() + "\n";
    }

    /** Where a transcript of this name is kept. */
    static Path file(String name) {
        return Path.of("src/test/resources/cycle", name);
    }

    /** What everybody was told alone, in order and without the times: each line begins with who it is. */
    private static List<String> toldAlone(String transcript) {
        return transcript
                .lines()
                .flatMap(line -> TOLD.matcher(line).results())
                .sorted(Comparator.comparing(told -> told.group(2)))
                .map(told -> told.group(2) + ":" + told.group(1) + told.group(2) + told.group(3))
                .toList();
    }

    /**
     * Compares what everybody was told with the file of this name, whenever they were. What was said to somebody who had to try again may be
     * another thing.
     */
    void tellsTheSameAsIn(String name) {
        List<String> golden = toldAlone(read(name));
        List<String> told = toldAlone(toString());
        List<String> same = new ArrayList<>(told);
        for (int line = 0; line < Math.min(golden.size(), told.size()); line++) {
            if (told.get(line).contains(Insisting.AGAIN)) {
                same.set(line, golden.get(line));
            }
        }
        assertThat(same).containsExactlyElementsOf(golden);
    }

    private static String read(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** Compares it with the file of this name; {@code -Dgolden.rewrite=true} writes that anew. */
    void isAsIn(String name) {
        Path golden = file(name);
        try {
            if (Boolean.getBoolean("golden.rewrite")) {
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, toString());
            }
            assertThat(toString()).isEqualTo(Files.readString(golden));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
