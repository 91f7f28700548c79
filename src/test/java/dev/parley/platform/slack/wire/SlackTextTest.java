package dev.parley.platform.slack.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.parley.platform.Moments;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackTextTest {
    private static final Instant FRIDAY = Instant.ofEpochSecond(1_800_000_000);

    private static String elements(String markdown) {
        assertThat(SlackText.parts(markdown)).hasSize(1);
        return SlackText.beginning(markdown).block().get("elements").toString();
    }

    private static void isWritten(String markdown, String json) {
        JsonElement expected = JsonParser.parseString(json.replace('\'', '"'));
        assertThat(JsonParser.parseString(elements(markdown))).isEqualTo(expected);
    }

    private static String shown(String markdown) {
        return Shown.of(SlackText.beginning(markdown).block());
    }

    @Test
    void emphasisIsARunOfItsOwn() {
        isWritten("**Q1** What *helped* you?", """
                [{'type':'rich_text_section','elements':[
                  {'type':'text','text':'Q1','style':{'bold':true}},
                  {'type':'text','text':' What '},
                  {'type':'text','text':'helped','style':{'italic':true}},
                  {'type':'text','text':' you?'}]}]""");
    }

    @Test
    void aHeadingIsBoldAndParagraphsStandApart() {
        isWritten("# The *recap*\n\nOne\nline\n\nTwo", """
                [{'type':'rich_text_section','elements':[
                  {'type':'text','text':'The ','style':{'bold':true}},
                  {'type':'text','text':'recap','style':{'bold':true,'italic':true}},
                  {'type':'text','text':'\\n\\nOne\\nline'},
                  {'type':'text','text':'\\n\\nTwo'}]}]""");
    }

    @Test
    void listsAndQuotesAreSlacksOwn() {
        isWritten(
                "Before\\n\\n- one\\n- two\\n  - inner\\n\\n3. third\\n4. fourth\\n\\n> said\\n> well"
                        .replace("\\n", "\n"),
                """
                [{'type':'rich_text_section','elements':[{'type':'text','text':'Before'}]},
                 {'type':'rich_text_list','elements':[
                   {'type':'rich_text_section','elements':[{'type':'text','text':'one'}]},
                   {'type':'rich_text_section','elements':[{'type':'text','text':'two'}]}],
                  'style':'bullet','indent':0},
                 {'type':'rich_text_list','elements':[
                   {'type':'rich_text_section','elements':[{'type':'text','text':'inner'}]}],
                  'style':'bullet','indent':1},
                 {'type':'rich_text_list','elements':[
                   {'type':'rich_text_section','elements':[{'type':'text','text':'third'}]},
                   {'type':'rich_text_section','elements':[{'type':'text','text':'fourth'}]}],
                  'style':'ordered','indent':0,'offset':2},
                 {'type':'rich_text_quote','elements':[{'type':'text','text':'said\\nwell'}]}]""");
        assertThat(shown("- one\n\n  more of it\n- two")).isEqualTo("- one\nmore of it\n- two");
        assertThat(shown("> - one\n> - two\n>\n> end")).isEqualTo("> • one\n> • two\n> \n> end");
    }

    @Test
    void linksLeadToTheWebOnly() {
        isWritten("[the **recap**](https://parley.example/a_b) at https://parley.example/r?a=1&b=2", """
                [{'type':'rich_text_section','elements':[
                  {'type':'link','url':'https://parley.example/a_b','text':'the recap'},
                  {'type':'text','text':' at '},
                  {'type':'link','url':'https://parley.example/r?a=1&b=2'}]}]""");
        isWritten(
                "[the recap](javascript:alert) [x](mailto:a@b.example)",
                "[{'type':'rich_text_section','elements':[{'type':'text','text':'the recap x'}]}]");
        assertThat(SlackText.beginning("see https://parley.example/r?a=1&b=2").text())
                .isEqualTo("see https://parley.example/r?a=1&amp;b=2");
    }

    @Test
    void whatIsToBeTypedIsCodeWhereItIsShort() {
        isWritten("say **now `/mine a_b`**", """
                [{'type':'rich_text_section','elements':[
                  {'type':'text','text':'say '},
                  {'type':'text','text':'now ','style':{'bold':true}},
                  {'type':'text','text':'/mine a_b','style':{'bold':true,'code':true}}]}]""");
        isWritten("``a`b``", "[{'type':'rich_text_section','elements':[{'type':'text','text':'a`b'}]}]");
        assertThat(elements("`" + "x".repeat(61) + "`")).doesNotContain("style");
        assertThat(SlackText.beginning("say `<!here>`").text()).isEqualTo("say &lt;!here&gt;");
    }

    @Test
    void aRoomIsAChannel() {
        isWritten("in [talk](room:C123) and [T1/G4](room:T1/G4)", """
                [{'type':'rich_text_section','elements':[
                  {'type':'text','text':'in '},
                  {'type':'channel','channel_id':'C123'},
                  {'type':'text','text':' and '},
                  {'type':'channel','channel_id':'G4'}]}]""");
        assertThat(SlackText.beginning("in [talk](room:C123)").text()).isEqualTo("in talk");
        assertThat(shown("in [*talk*](room:c1>)")).isEqualTo("in talk");
    }

    @Test
    void aTimeIsEverybodysOwnAndHasWordsBesideIt() {
        isWritten(
                "We meet "
                        + Moments.of(
                                FRIDAY,
                                "Friday, 8 <o'clock>".replace("<", "\\<").replace("'", "’")) + ".",
                """
                [{'type':'rich_text_section','elements':[
                  {'type':'text','text':'We meet '},
                  {'type':'date','timestamp':1800000000,'format':'{date_short_pretty} {time}',
                   'fallback':'Friday, 8 <o’clock>'},
                  {'type':'text','text':'.'}]}]""");
        assertThat(SlackText.beginning(Moments.of(FRIDAY, "Friday")).text()).isEqualTo("Friday");
    }

    @Test
    void howFarAwayItIsHasTheTimeBesideIt() {
        isWritten("It begins " + Moments.left(FRIDAY, "in 4 minutes"), """
                [{'type':'rich_text_section','elements':[
                  {'type':'text','text':'It begins '},
                  {'type':'date','timestamp':1800000000,'format':'in 4 minutes ({time})','fallback':'in 4 minutes'}]}]""");
        assertThat(elements(Moments.left(FRIDAY, "in {time} or {date}"))).contains("in (time) or (date) ({time})");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[never](time:) | never",
                "[never](time:-1) | never",
                "[never](left:12a) | never",
                "[never](time:9999999999999) | never"
            })
    void whatIsNoTimeIsWords(String markdown, String words) {
        assertThat(shown(markdown)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@everyone and @here, <!channel> <!here|here> <!everyone>",
                "<@U1> <@U1|ana> <#C1> <#C1|talk> <!subteam^S1> <!date^0^{ago}|x>",
                "<https://x.example|https://bank.example>",
                "*bold* _em_ `code` ~gone~ ```block```",
                "> quote",
                "1. list",
                "- item",
                "# heading",
                "[link](https://evil.example)",
                ":smile: :skin-tone-2:",
                "&lt;!channel&gt; &amp;lt;!channel&amp;gt;",
                "a\u200B*b\u200B* z\u200Be\u200Br\u200Bo",
                "\u202Eolleh\u202C and \u2066isolated\u2069",
                "\"quotes\" \\back\\slash\\ {braces} ${x} %s",
                "tab\there"
            })
    void peoplesWordsAreShownAsTheyAre(String words) {
        // As the recap escapes them: a mark of Markdown's behind a backslash.
        String escaped = words.replaceAll("([\\\\`*_{}\\[\\]()#+\\-.!<>&|~@:\"])", "\\\\$1");

        assertThat(shown(escaped)).isEqualTo(words);
        assertThat(elements(escaped))
                .doesNotContain("'user'")
                .doesNotContain("broadcast")
                .doesNotContain("style");
        String text = SlackText.beginning(escaped).text();
        assertThat(text).doesNotContain("<").doesNotContain(">");
        assertThat(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel> and <@U1>",
                "<https://x.example|y>",
                "`<!here>`",
                "**<@U1>**",
                "<b>bold</b>\n<script>\nalert()",
                "[<!channel>](https://x.example)",
                "[x](<https://x.example/<!channel>>)"
            })
    void evenWithoutEscapesNothingIsReadAsAMention(String markdown) {
        for (SlackText.Part part : SlackText.parts(markdown)) {
            assertThat(part.text()).doesNotContain("<").doesNotContain(">");
            Shown.of(part.block()); // fails at any element but words, links and dates
        }
    }

    @Test
    void aLongTextIsCutBetweenParagraphs() {
        String paragraph = "A sentence of some length. ".repeat(40).strip();
        List<SlackText.Part> parts =
                SlackText.parts((paragraph + "\n\n").repeat(5).strip());

        assertThat(parts).hasSize(3);
        assertThat(parts).allSatisfy(part -> assertThat(Shown.of(part.block())).endsWith("length."));
    }

    @Test
    void aLongParagraphIsCutAfterASentenceAndKeepsItsMarks() {
        List<SlackText.Part> parts = SlackText.parts(
                "> before **" + "One two three four five six. ".repeat(300).strip() + "** after");

        assertThat(parts).hasSizeGreaterThan(2).allSatisfy(SlackTextTest::fits);
        assertThat(parts.subList(1, parts.size() - 1)).allSatisfy(part -> {
            assertThat(Shown.of(part.block())).startsWith("> One").matches("(?s).*six\\. ?");
            assertThat(part.block().toString()).contains("\"bold\":true");
        });
        assertThat(Shown.of(parts.getLast().block())).endsWith("six. after");
    }

    private static void fits(SlackText.Part part) {
        assertThat(Shown.of(part.block())).hasSizeLessThanOrEqualTo(3_000);
        assertThat(part.block().toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(9_500);
        assertThat(part.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(4_000);
        assertThat(Character.isHighSurrogate(part.text().charAt(part.text().length() - 1)))
                .isFalse();
    }

    @Test
    void twoThousandEmojiAreCutBetweenLetters() {
        for (String emoji : List.of("😀", "👩‍👩‍👧‍👦", "e\u0301", "字")) {
            List<SlackText.Part> parts = SlackText.parts(emoji.repeat(2_000));

            assertThat(parts).allSatisfy(SlackTextTest::fits);
            assertThat(parts)
                    .allSatisfy(part -> assertThat(Shown.of(part.block()).length() % emoji.length())
                            .isZero());
            assertThat(String.join(
                            "",
                            parts.stream().map(part -> Shown.of(part.block())).toList()))
                    .isEqualTo(emoji.repeat(2_000));
        }
    }

    @Test
    void linksAndTimesAreNeverCut() {
        String link = "[a link](https://parley.example/" + "x".repeat(500) + ") ";
        assertThat(SlackText.parts(link.repeat(40))).hasSizeGreaterThan(2).allSatisfy(part -> {
            fits(part);
            assertThat(Shown.of(part.block())).matches("(a link ?)+");
        });
        String moment = Moments.left(FRIDAY, "in four minutes") + " ";
        assertThat(SlackText.parts(moment.repeat(400))).hasSizeGreaterThan(2).allSatisfy(part -> {
            fits(part);
            assertThat(Shown.of(part.block())).matches("(in four minutes \\(\\{time}\\) ?)+");
        });
    }

    @Test
    void codeAndRoomsAreWeighed() {
        for (String piece : List.of("`\"\"\"`", "[a](room:C123)")) {
            assertThat(SlackText.parts((piece + " ").repeat(400)))
                    .hasSizeGreaterThan(2)
                    .allSatisfy(SlackTextTest::fits);
        }
    }

    @Test
    void aLetterWithEndlessAccentsIsCutSomewhere() {
        List<SlackText.Part> parts = SlackText.parts("e" + "\u0301".repeat(9_000));

        assertThat(parts).allSatisfy(SlackTextTest::fits);
        assertThat(String.join(
                        "", parts.stream().map(part -> Shown.of(part.block())).toList()))
                .hasSize(9_001);
    }

    @Test
    void nothingIsLostWhateverIsWritten() {
        Random random = new Random(7);
        String[] words = {
            "one", "**two**", "*three*", "https://a.example/b_c", "\\*four\\*", "five. ", "<b>", "@here", "\n\n",
                    "\n- ",
            "\n  - ", "\n> ", "\n1. ", "ünf", "👩‍👩‍👧‍👦", "[six](https://d.example)", "`seven`", "#", "1.",
                    "***eight***",
            "[nine](time:1800000000)", "[ten](room:CX)", "<!channel>", "\"\\\\\"", "字".repeat(40)
        };
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            StringBuilder letters = new StringBuilder();
            for (int word = random.nextInt(1_500); word >= 0; word--) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            List<SlackText.Part> parts = SlackText.parts(text.toString());
            assertThat(parts).as("seed 7, round %s", round).allSatisfy(SlackTextTest::fits);
            parts.forEach(part -> letters.append(Shown.of(part.block())));
            String all = PlainWordsOf.whole(text.toString());
            assertThat(letters(letters.toString()))
                    .as("seed 7, round %s", round)
                    .isEqualTo(letters(all));
        }
    }

    private static String letters(String text) {
        return text.replaceAll("[\\s>•-]|\\d+\\.|\\{date_short_pretty} ?\\{time}|nine", "");
    }

    /** The words of a text as its pieces have them. */
    private static final class PlainWordsOf {
        static String whole(String markdown) {
            StringBuilder whole = new StringBuilder();
            dev.parley.platform.text.LightMarkdown.read(markdown)
                    .forEach(paragraph -> whole.append(Shown.of(RichText.of(List.of(paragraph)))));
            return whole.toString();
        }
    }
}
