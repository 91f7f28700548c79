package dev.parley.recap.format;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.parley.conversation.Filing;
import dev.parley.conversation.Kind;
import dev.parley.recap.Chat;
import dev.parley.recap.Highlight;
import dev.parley.recap.Naming;
import dev.parley.recap.Part;
import dev.parley.recap.Recap;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsTest {

    private static final String HOSTILE =
            "<img src=x onerror=alert(1)>[go](javascript:alert(1)) ![i](data:x) **bold** \u202Egnol\n"
                    + "# heading\n\n- list\n<script>alert(2)</script> javascript:alert(3) </style></svg> `code` &lt; ${x} @if(x)";

    private final Showing showing = Prompts.showing();
    private final Recap recap = Chat.evening().updated("2026-11-24T15:14:00Z").recap();

    private static Recap hostile() {
        return new Chat()
                .ask(1, "Q1: " + HOSTILE)
                .hello(HOSTILE, HOSTILE)
                .answer(1, HOSTILE, "A1: " + HOSTILE)
                .answer(1, "=cmd()", "=HYPERLINK(\"http://evil.example\")")
                .answer(1, "+1", "A1: \t@SUM(1)")
                .answer(1, "Ada", "A1: we learn together and words stay words in all the places " + HOSTILE)
                .recap();
    }

    private List<String> all(Recap of) {
        return List.of(
                RecapMarkdown.of(of, showing),
                RecapPage.of(of, showing),
                RecapJson.of(of),
                RecapCsv.of(of, showing),
                AnswersChart.of(of, showing),
                Posts.overview(of, 2000, showing, java.util.Optional.empty()),
                Posts.question(of, 1, 2000, showing, java.util.Optional.empty()));
    }

    @Test
    void sayWhenTheyWereUpdated() {
        assertThat(RecapMarkdown.of(recap, showing)).contains("Updated 24 November, 09:14");
        assertThat(RecapPage.of(recap, showing)).contains("Updated 24 November, 09:14");
        assertThat(RecapJson.of(recap)).contains("\"updated\" : \"2026-11-24T15:14:00Z\"");
        assertThat(Posts.overview(recap, 2000, showing, java.util.Optional.empty()))
                .contains("Updated 24 November, 09:14");
        assertThat(RecapCsv.of(recap, showing)).contains(",2026-11-24 09:14:00\r\n");
        assertThat(AnswersChart.of(recap, showing)).contains("Updated 24 November, 09:14");
    }

    @Test
    void nameNobodyWhoIsNotToBeNamed() {
        Recap hidden = Chat.evening()
                .naming(new Naming(true, Set.of(Chat.person("Noor"))))
                .recap();
        for (String format : all(hidden)) {
            assertThat(format)
                    .doesNotContain("Noor")
                    .doesNotContain("person-")
                    .doesNotContain("m-3")
                    .doesNotContain("/m/3\"");
        }
        assertThat(RecapPage.of(hidden, showing)).contains("someone");
    }

    @Test
    void holdNoPersonAndNothingOffTheRecord() {
        for (String format : all(recap)) {
            assertThat(format).doesNotContain("person-").doesNotContain("my head would never");
        }
    }

    @Test
    void theJsonKeepsItsShape() throws Exception {
        Path golden = Path.of("src/test/resources/recap/evening.json");
        String json = RecapJson.of(recap);
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, json);
        }
        assertThat(json).isEqualTo(Files.readString(golden));
    }

    @Test
    void theMarkdownReadsAsARecap() throws Exception {
        Path golden = Path.of("src/test/resources/recap/evening.md");
        String markdown = RecapMarkdown.of(recap, showing);
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, markdown);
        }
        assertThat(markdown).isEqualTo(Files.readString(golden));
    }

    @Test
    void markdownKeepsWordsWords() {
        String markdown = RecapMarkdown.of(hostile(), showing);
        Document page = Jsoup.parse(
                HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown)));
        assertThat(page.select("img, script, code")).isEmpty();
        assertThat(page.select("a")).allMatch(link -> link.attr("href").startsWith("http"));
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.text())
                .contains("[go](javascript:alert(1))")
                .contains("**bold**")
                .doesNotContain("\u202E");
        Parser.builder().build().parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlInline html) {
                throw new AssertionError(html.getLiteral());
            }

            @Override
            public void visit(HtmlBlock html) {
                throw new AssertionError(html.getLiteral());
            }

            @Override
            public void visit(Image image) {
                throw new AssertionError(image.getDestination());
            }

            @Override
            public void visit(Link link) {
                assertThat(link.getDestination()).startsWith("http");
            }
        });
    }

    @Test
    void aLineOfMarkdownBeginsNothing() {
        for (String words : List.of(
                "# a", "- a", "+ a", "* a", "> a", "1. a", "1) a", "--- a", "=== a", "~~~ a", "| a |", "    a")) {
            Document page = Jsoup.parse(HtmlRenderer.builder()
                    .build()
                    .render(Parser.builder().build().parse(Escape.markdown(words))));
            assertThat(page.body().children()).hasSize(1);
            assertThat(page.body().child(0).tagName()).isEqualTo("p");
            assertThat(page.body().text()).isEqualTo(words.strip());
        }
    }

    @Test
    void thePageKeepsWordsWords() {
        Document page = Jsoup.parse(RecapPage.of(hostile(), showing));
        assertThat(page.select("script, img, iframe, object, form, link")).isEmpty();
        assertThat(page.select("style")).hasSize(2);
        assertThat(page.select("a"))
                .allMatch(link ->
                        link.attr("href").startsWith("#") || link.attr("href").startsWith("http"));
        for (Element element : page.getAllElements()) {
            assertThat(element.attributes())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        }
        assertThat(page.text()).contains("${x} @if(x)").contains("<script>alert(2)</script>");
        assertThat(page.html()).doesNotContain("\u202E");
    }

    @Test
    void thePageNeedsNothingElse() {
        String html = RecapPage.of(recap, showing);
        assertThat(html).doesNotContain("url(").doesNotContain("@import").doesNotContain(" src=");
        Document page = Jsoup.parse(html);
        assertThat(page.select("html").attr("lang")).isEqualTo("en-GB");
        for (Element link : page.select("a[href^=#]")) {
            assertThat(page.getElementById(link.attr("href").substring(1)))
                    .as(link.attr("href"))
                    .isNotNull();
        }
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        for (Part part : recap.parts()) {
            for (Highlight highlight : part.highlights()) {
                assertThat(page.select("blockquote p").eachText())
                        .contains(highlight.text().replaceAll("\\s+", " "));
            }
        }
        assertThat(page.select("bdi.name").eachText()).contains("Leila");
        assertThat(page.select("svg[role=img] > title, svg[role=img] > desc")).hasSize(2);
        assertThat(page.select("a[href=\"https://example.org/notes?utm_source=chat&n=1\"]"))
                .isNotEmpty();
    }

    @Test
    void thePageSaysWhenItWasQuiet() {
        assertThat(Jsoup.parse(RecapPage.of(new Chat().recap(), showing)).text())
                .contains("Nothing has been said yet");
    }

    @Test
    void theTableOpensInASpreadsheet() throws Exception {
        String table = RecapCsv.of(hostile(), showing);
        assertThat(table).startsWith("\uFEFFquestion,kind,").contains("\r\n");
        List<CsvRecord> rows;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(table.substring(1))) {
            rows = reader.stream().toList();
        }
        assertThat(rows).hasSize(6);
        for (CsvRecord row : rows) {
            assertThat(row.getFields())
                    .hasSize(9)
                    .noneMatch(cell -> cell.strip().matches("(?s)[=+@-].*"));
        }
        assertThat(rows.get(3).getField(2)).isEqualTo("'=cmd()");
    }

    @Test
    void guardsEveryBeginningOfAFormula() {
        assertThat(Stream.of("=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", " =1", "\u202E=1", "＝1"))
                .allMatch(cell -> RecapCsv.guarded(cell).startsWith("'"));
        assertThat(RecapCsv.guarded("two - one")).isEqualTo("two - one");
    }

    @Test
    void theDrawingIsXmlAndSaysWhatItShows() throws Exception {
        for (Recap one : List.of(recap, hostile(), new Chat().recap())) {
            byte[] svg = AnswersChart.of(one, showing).getBytes(StandardCharsets.UTF_8);
            var root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg))
                    .getDocumentElement();
            assertThat(root.getElementsByTagName("title").getLength()).isEqualTo(1);
            assertThat(root.getElementsByTagName("script").getLength()).isZero();
        }
        assertThat(AnswersChart.of(recap, showing)).contains("Q1: 8 answers, busiest around 20:06.");
    }

    @Test
    void filesAreReplacedAsAWhole(@TempDir Path folder) throws Exception {
        Path exports = folder.resolve("a/b");
        RecapFiles.write(exports, hostile(), showing);
        RecapFiles.write(exports, recap, showing);
        try (Stream<Path> files = Files.list(exports)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("answers.png")))
                    .containsExactlyInAnyOrder("recap.md", "recap.html", "recap.json", "recap.csv", "answers.svg");
        }
        assertThat(Files.readString(exports.resolve("recap.json"))).isEqualTo(RecapJson.of(recap));
    }

    @Test
    void welcomeThoseWhoAreNotNamedToo() {
        Chat evening = Chat.evening().newcomer("Noor").newcomer("Mei");
        assertThat(RecapMarkdown.of(evening.recap(), showing)).contains("New this time: Noor, Ben and Mei.");
        evening.naming(new Naming(true, Set.of(Chat.person("Mei"))));
        assertThat(RecapMarkdown.of(evening.recap(), showing)).contains("New this time: Noor, Ben and one other.");
        evening.naming(Naming.NONE);
        assertThat(RecapMarkdown.of(evening.recap(), showing)).contains("New this time: 3 people.");
    }

    @Test
    void showAGuessAsAGuess() {
        Recap guessed = new Chat()
                .ask(1, "Why?")
                .say("Ada", "because we can", Filing.answer(1, false), Map.of())
                .say("Ada", "bye", Filing.as(Kind.FINAL, true))
                .recap();
        assertThat(RecapPage.of(guessed, showing)).contains("filed by a guess");
        assertThat(RecapMarkdown.of(guessed, showing)).containsOnlyOnce("filed by a guess");
    }
}
