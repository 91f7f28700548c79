package dev.parley.transcript;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An archive of one chat.
 *
 * @param form how it is written
 * @param lines its messages, in the file's order
 * @param problems what could not be read
 */
public record Transcript(Form form, List<Line> lines, List<Problem> problems) {

    public Transcript {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    /** How an archive is written. */
    public enum Form {
        /** One message a line; neither author nor time. */
        PLAIN,
        /** {@code time<TAB>author<TAB>text}; the time may be empty. */
        COLUMNS
    }

    /**
     * One message.
     *
     * @param number its line in the file, from 1
     * @param at when it was said, where the archive tells
     * @param author who said it, where the archive tells
     * @param text what was said
     */
    public record Line(int number, Optional<Instant> at, Optional<String> author, String text) {}

    /**
     * A line that was left out, or read only in part.
     *
     * @param line its number in the file, from 1
     * @param what what is wrong with it
     */
    public record Problem(int line, What what) {}

    /** What can be wrong with a line. */
    public enum What {
        /** It is not UTF-8; the broken places are marked and the line is kept. */
        UNDECODABLE,
        /** Its time is no ISO instant; the line is kept without a time. */
        WRONG_TIME,
        /** It has too few columns; it is left out. */
        MISSING_COLUMN,
        /** It is longer than a message can be; the line is cut. */
        TOO_LONG
    }

    /** Reads an archive in UTF-8 and recognises its form. Throws {@link IOException} when the file cannot be read. */
    public static Transcript read(Path file) throws IOException {
        return TranscriptReader.read(file);
    }
}
