package dev.parley.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the operator's text files: UTF-8, with or without a byte order mark, with any line ends. */
final class TextFile {

    private static final int LARGEST = 1 << 20;

    private TextFile() {}

    /** The text with line ends of {@code \n} and without a byte order mark; empty where a problem was told. */
    static Optional<String> read(Path path, Problems problems) {
        try {
            if (Files.isDirectory(path)) {
                problems.add(Spot.START, "This is a folder", "Name a file in it.");
                return Optional.empty();
            }
            byte[] bytes = beginning(path);
            if (bytes.length > LARGEST) {
                problems.add(
                        Spot.START, "This file is larger than a megabyte", "Name the right file, or make it smaller.");
                return Optional.empty();
            }
            return text(bytes, problems);
        } catch (NoSuchFileException missing) {
            problems.add(Spot.START, "There is no such file", "Make it, or correct its name.");
        } catch (AccessDeniedException denied) {
            problems.add(Spot.START, "This file may not be read", "Give Parley's user the right to read it.");
        } catch (IOException trouble) {
            problems.add(Spot.START, "This file cannot be read", "The system says: " + trouble.getMessage() + ".");
        }
        return Optional.empty();
    }

    /** No more than is needed to see that it is too much: some files never end. */
    private static byte[] beginning(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(LARGEST + 1);
        }
    }

    private static Optional<String> text(byte[] bytes, Problems problems) {
        if (bytes.length > 1 && ((bytes[0] == -1 && bytes[1] == -2) || (bytes[0] == -2 && bytes[1] == -1))) {
            problems.add(Spot.START, "This file is written in UTF-16", "Save it as UTF-8.");
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        String read = normal(text.flip().toString());
        if (result.isError()) {
            problems.add(end(read), "This is not text in UTF-8", "Save the file as UTF-8.");
            return Optional.empty();
        }
        return printable(read, problems) ? Optional.of(read) : Optional.empty();
    }

    private static String normal(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return plain.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static boolean printable(String text, Problems problems) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' && character != '\n' && character != '\t' || character == 0x7f) {
                problems.add(
                        end(text.substring(0, i)),
                        "There is a character here that cannot be seen (number " + (int) character + ")",
                        "Delete it, or name a text file.");
                return false;
            }
        }
        return true;
    }

    private static Spot end(String text) {
        int line = (int) text.chars().filter(character -> character == '\n').count() + 1;
        String last = text.substring(text.lastIndexOf('\n') + 1);
        return new Spot(line, last.codePointCount(0, last.length()) + 1);
    }
}
