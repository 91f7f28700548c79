package dev.parley.recap.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.parley.recap.Answer;
import dev.parley.recap.Part;
import dev.parley.recap.Quote;
import dev.parley.recap.Recap;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A recap as a table: one row a message, an answer to several questions once for each. The columns are a format like the names in
 * the JSON, and are not translated: {@code question, kind, name, at, later, guess, text, link, updated}. It begins with a byte order mark,
 * without which Excel takes it for another encoding, and its lines end with CR LF.
 *
 * <p>A cell that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class RecapCsv {

    private static final List<String> COLUMNS =
            List.of("question", "kind", "name", "at", "later", "guess", "text", "link", "updated");
    private static final String TRIGGERS = "=+-@\t\r\n＝＋－＠";

    private RecapCsv() {}

    /** The whole table. */
    public static String of(Recap recap, Showing showing) {
        StringWriter table = new StringWriter();
        table.append('\uFEFF');
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(table);
        String updated = recap.updated().map(at -> time(at, showing)).orElse("");
        csv.writeRecord(COLUMNS);
        recap.introductions().forEach(quote -> row(csv, "", "introduction", quote, showing, updated));
        for (Part part : recap.parts()) {
            for (Answer answer : part.answers()) {
                answer.parts().forEach(quote -> row(csv, "" + part.number(), "answer", quote, showing, updated));
            }
        }
        recap.finals().forEach(quote -> row(csv, "", "final", quote, showing, updated));
        return table.toString();
    }

    private static void row(CsvWriter csv, String question, String kind, Quote quote, Showing showing, String updated) {
        csv.writeRecord(
                question,
                kind,
                guarded(showing.name(quote.by()).orElse("")),
                quote.at().map(at -> time(at, showing)).orElse(""),
                quote.late() ? "yes" : "",
                quote.sure() ? "" : "yes",
                guarded(quote.text()),
                guarded(quote.link().orElse("")),
                updated);
    }

    private static String time(Instant at, Showing showing) {
        return at.atZone(showing.zone()).format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT));
    }

    /** A cell that a spreadsheet takes for text. */
    static String guarded(String words) {
        boolean formula = !words.isEmpty() && TRIGGERS.indexOf(words.charAt(0)) >= 0;
        String cell = Plain.text(words);
        String begun = cell.stripLeading();
        boolean hidden = !begun.isEmpty() && TRIGGERS.indexOf(begun.charAt(0)) >= 0;
        return formula || hidden ? "'" + cell : cell;
    }
}
