package dev.parley.calendar;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * From bytes to content lines. Lines are joined before they are decoded, since some programs fold in the middle of a character; a line
 * that is no UTF-8 is taken as Windows-1252, which holds all of Latin-1's letters.
 */
final class Unfolding {

    /** Lines that are read, so that a file of tiny lines takes no more memory than others; what comes after is as if it were cut off. */
    private static final int MOST_LINES = 400_000;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final Charset OLD = Charset.forName("windows-1252");

    private final byte[] bytes;
    private final List<Line> lines = new ArrayList<>();
    private final ByteArrayOutputStream joined = new ByteArrayOutputStream();
    private int began = 1;

    private Unfolding(byte[] bytes) {
        this.bytes = bytes;
    }

    /** All content lines; what is none (a line break in the midst of a text) is passed over. */
    static List<Line> of(byte[] bytes) {
        return new Unfolding(bytes).lines();
    }

    private List<Line> lines() {
        int number = 1;
        int at = startsWithMark() ? MARK.length : 0;
        while (at < bytes.length && lines.size() < MOST_LINES) {
            int end = at;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            add(number++, at, end);
            at = end + (end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n' ? 2 : 1);
        }
        flush();
        return lines;
    }

    private boolean startsWithMark() {
        return bytes.length >= MARK.length && bytes[0] == MARK[0] && bytes[1] == MARK[1] && bytes[2] == MARK[2];
    }

    private void add(int number, int from, int to) {
        boolean folded = from < to && (bytes[from] == ' ' || bytes[from] == '\t');
        if (folded) {
            joined.write(bytes, from + 1, to - from - 1);
            return;
        }
        flush();
        began = number;
        joined.write(bytes, from, to - from);
    }

    private void flush() {
        Line.of(began, decoded(joined.toByteArray())).ifPresent(lines::add);
        joined.reset();
    }

    private static String decoded(byte[] line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException old) {
            return new String(line, OLD);
        }
    }
}
