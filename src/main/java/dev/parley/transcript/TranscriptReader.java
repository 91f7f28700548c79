package dev.parley.transcript;

import dev.parley.transcript.Transcript.Form;
import dev.parley.transcript.Transcript.Line;
import dev.parley.transcript.Transcript.Problem;
import dev.parley.transcript.Transcript.What;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one file, byte by byte, so that neither a broken character nor an endless line stops it. */
final class TranscriptReader {
    /** Bytes; more than any platform's longest message, less than what would hurt. */
    private static final int LONGEST = 64 * 1024;
    /** So many lines are looked at to recognise the form. */
    private static final int SAMPLE = 20;
    /** A first line without label or hashtag that is longer than a post could be describes the archive. */
    private static final char MARK = '\uFEFF';

    private record Raw(int number, String text) {}

    private final List<Raw> raws = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private TranscriptReader() {}

    static Transcript read(Path file) throws IOException {
        TranscriptReader reader = new TranscriptReader();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            reader.takeLines(in);
        }
        return reader.transcript();
    }

    private void takeLines(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int number = 1;
        boolean cut = false;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                take(number++, line, cut);
                cut = false;
            } else if (line.size() < LONGEST) {
                line.write(next);
            } else {
                cut = true;
            }
        }
        take(number, line, cut);
    }

    private void take(int number, ByteArrayOutputStream bytes, boolean cut) {
        String text = decode(number, bytes.toByteArray());
        bytes.reset();
        if (cut) {
            problems.add(new Problem(number, What.TOO_LONG));
        }
        if (number == 1 && !text.isEmpty() && text.charAt(0) == MARK) {
            text = text.substring(1);
        }
        if (text.endsWith("\r")) {
            text = text.substring(0, text.length() - 1);
        }
        if (!text.isBlank()) {
            raws.add(new Raw(number, text));
        }
    }

    private String decode(int number, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException broken) {
            problems.add(new Problem(number, What.UNDECODABLE));
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private Transcript transcript() {
        long columned = raws.stream()
                .limit(SAMPLE)
                .filter(raw -> raw.text().split("\t", 3).length == 3)
                .count();
        Form form = columned * 2 > Math.min(SAMPLE, raws.size()) ? Form.COLUMNS : Form.PLAIN;
        switch (form) {
            case COLUMNS -> raws.forEach(this::columns);
            case PLAIN -> plain();
        }
        return new Transcript(form, lines, problems);
    }

    private void columns(Raw raw) {
        String[] parts = raw.text().split("\t", 3);
        if (parts.length < 3 || parts[1].isBlank()) {
            problems.add(new Problem(raw.number(), What.MISSING_COLUMN));
            return;
        }
        lines.add(
                new Line(raw.number(), time(raw.number(), parts[0].strip()), Optional.of(parts[1].strip()), parts[2]));
    }

    private Optional<Instant> time(int number, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException wrong) {
            problems.add(new Problem(number, What.WRONG_TIME));
            return Optional.empty();
        }
    }

    private void plain() {
        int first = !raws.isEmpty() && Description.is(raws.getFirst().text()) ? 1 : 0;
        raws.stream()
                .skip(first)
                .forEach(raw -> lines.add(new Line(raw.number(), Optional.empty(), Optional.empty(), raw.text())));
    }
}
