package dev.parley.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.parley.conversation.Filing;
import dev.parley.conversation.Kind;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.filing.Replay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes where each message of a replayed chat was filed: one JSON object a message, one a line. */
final class FilingLines {
    private static final ObjectWriter JSON = new ObjectMapper().writer();

    /** One message: its line in the archive and where it was filed. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @JsonPropertyOrder({"line", "kind", "questions", "part", "repeatOf", "sure"})
    private record Row(
            int line,
            String kind,
            Collection<Integer> questions,
            @Nullable String part,
            @Nullable Integer repeatOf,
            boolean sure) {}

    private FilingLines() {}

    static void write(Replay replay, Writer out) throws IOException {
        try {
            replay.filings().forEach((message, filing) -> line(message, filing, out));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void line(MessageId message, Filing filing, Writer out) {
        Row row = new Row(
                number(message),
                name(filing.kind()),
                filing.questions(),
                filing.part().orElse(null),
                filing.repeatOf().map(FilingLines::number).orElse(null),
                filing.sure());
        try {
            out.write(JSON.writeValueAsString(row));
            out.write('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int number(MessageId message) {
        return Integer.parseInt(message.id());
    }

    /** The name of a kind in files. */
    static String name(Kind kind) {
        return switch (kind) {
            case WELCOME -> "welcome";
            case QUESTION -> "question";
            case ANSWER -> "answer";
            case INTRODUCTION -> "intro";
            case FINAL -> "final";
            case SIDE -> "side";
        };
    }
}
