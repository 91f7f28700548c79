package dev.parley.platform.discord.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordTextTest {

    private static String said(String markdown) {
        assertThat(DiscordText.parts(markdown, 2_000)).hasSize(1);
        return DiscordText.parts(markdown, 2_000).getFirst();
    }

    /** What people see: without the backslashes that keep words words. */
    private static String plain(String discord) {
        return discord.replaceAll("\\\\(\\p{Punct})", "$1");
    }

    @ParameterizedTest
    @CsvSource({
        "Welcome all of you., Welcome all of you.",
        "**Q1** What *helped* you?, **Q1** What *helped* you?",
        "## Answers, ## Answers",
        "##### Deep, ### Deep",
        "<https://parley.example/a_b>, <https://parley.example/a_b>",
        "see https://parley.example/a_b now, see <https://parley.example/a_b> now",
        "[the recap](https://parley.example/r), [the recap](<https://parley.example/r>)",
        "[the recap](javascript:alert), the recap",
        "> well said, > well said",
        "say `/mine a_b`, say `/mine a_b`",
        "in [talk](room:123), in <#123>",
        "in [talk](room:123>), in talk",
        "[recap](https://parley.example/recap), [recap](<https://parley.example/recap>)",
        "[the time](time:soon), the time",
    })
    void lightMarkdownIsSaidInDiscords(String markdown, String discord) {
        assertThat(said(markdown)).isEqualTo(discord);
    }

    @Test
    void listsAndQuotesKeepTheirLines() {
        assertThat(said("Before\n\n- one\n- two\n  - inner\n\n1. first\n2. second"))
                .isEqualTo("Before\n\n- one\n- two\n  - inner\n\n1. first\n2. second");
        assertThat(said("> one\n> two\n>\n> three")).isEqualTo("> one\n> two\n>\n> three");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\@everyone and \\@here, look at \\<!channel\\> and \\<\\@1234\\>",
                "\\*not bold\\* \\_not em\\_ \\`not code\\` \\~\\~not gone\\~\\~ \\|\\|no spoiler\\|\\|",
                "\\# no heading",
                "12\\. no list",
                "\\- no list",
                "\\[no link\\](nowhere)",
            })
    void wordsStayWords(String escaped) {
        assertThat(plain(said(escaped))).isEqualTo(plain(escaped));
        assertThat(said(escaped)).doesNotContain("<@").doesNotStartWith("#").doesNotStartWith("- ");
    }

    @Test
    void aLineThatBeginsWithANumberIsNoItemWhereverItStands() {
        assertThat(said("They met\n12. May")).isEqualTo("They met\n12\\. May");
    }

    @Test
    void quotesThatStandApartStayApart() {
        assertThat(said("> one\n\n> two\n>\n> three\n\n- four\n\n  five\n- six"))
                .isEqualTo("> one\n\n> two\n>\n> three\n\n- four\n  five\n- six");
    }

    @Test
    void aMentionInPlainWordsDoesNotEvenLookLikeOne() {
        assertThat(said("hello @everyone, <@123> and <@&456> and <#789>"))
                .isEqualTo("hello \\@everyone, \\<\\@123> and \\<\\@&456> and \\<#789>");
    }

    @Test
    void aLongTextIsCutBetweenParagraphs() {
        String paragraph = "A sentence of some length. ".repeat(30).strip();
        List<String> parts = DiscordText.parts((paragraph + "\n\n").repeat(5).strip(), 2_000);

        assertThat(parts).hasSize(3).allMatch(part -> part.length() <= 2_000 && part.endsWith("length."));
        assertThat(String.join("\n\n", parts))
                .isEqualTo((paragraph + "\n\n").repeat(5).strip());
    }

    @Test
    void aLongParagraphIsCutAfterASentence() {
        List<String> parts =
                DiscordText.parts("One two three four five six. ".repeat(200).strip(), 2_000);

        assertThat(parts).allMatch(part -> part.length() <= 2_000 && part.endsWith("six.") && part.startsWith("One"));
    }

    @Test
    void marksAndQuotesGoOnInTheNextPart() {
        List<String> parts =
                DiscordText.parts("> before **" + "word ".repeat(600).strip() + "** after", 2_000);

        assertThat(parts).hasSize(2).allMatch(part -> part.startsWith("> ") && part.length() <= 2_000);
        assertThat(parts.getFirst()).startsWith("> before **word").endsWith("word**");
        assertThat(parts.getLast()).startsWith("> **word").endsWith("word** after");
    }

    @Test
    void anEmojiOfSeveralPartsAndALinkAreNeverCut() {
        String family = "👩‍👩‍👧‍👦";
        List<String> families = DiscordText.parts(family.repeat(500), 100);
        assertThat(families).allMatch(part -> part.length() <= 100 && part.length() % family.length() == 0);
        assertThat(String.join("", families)).isEqualTo(family.repeat(500));

        List<String> links = DiscordText.parts("[a](https://parley.example/x) ".repeat(100), 100);
        assertThat(links).allMatch(part -> part.length() <= 100 && part.startsWith("[a]") && part.endsWith(">)"));
    }

    @Test
    void aLinkThatDoesNotFitBehindTheWordsIsInTheNextPart() {
        String link = "<https://parley.example/" + "x".repeat(60) + ">";
        assertThat(DiscordText.parts("Look here: " + link + " and here", link.length() + 4))
                .containsExactly("Look here:", link + " and", "here");
        assertThat(DiscordText.parts("[here](<https://parley.example/" + "> <".repeat(300) + ">)", 2_000))
                .allMatch(part -> part.length() <= 2_000);
    }

    @Test
    void twoThousandEmojiFitIntoPieces() {
        assertThat(DiscordText.parts("😀".repeat(2_000), 2_000))
                .hasSize(2)
                .allMatch(part -> part.length() <= 2_000 && !Character.isHighSurrogate(part.charAt(part.length() - 1)));
    }

    @Test
    void aLetterWithEndlessAccentsIsCutSomewhere() {
        List<String> parts = DiscordText.parts("e" + "\u0301".repeat(5_000), 2_000);

        assertThat(parts).allMatch(part -> part.length() <= 2_000);
        assertThat(String.join("", parts)).hasSize(5_001);
    }

    @Test
    void nothingIsLostWhateverIsWritten() {
        Random random = new Random(7);
        String[] words = {
            "one",
            "**two**",
            "*three*",
            "https://a.example/b_c",
            "\\*four\\*",
            "five.",
            "<b>",
            "@here",
            "\n\n",
            "\n- ",
            "\n> ",
            "ünf",
            "👩‍👩‍👧‍👦",
            "[six](https://d.example)",
            "`seven`",
            "#",
            "1."
        };
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int word = random.nextInt(120); word >= 0; word--) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            int longest = 60 + random.nextInt(300);
            List<String> parts = DiscordText.parts(text.toString(), longest);

            assertThat(parts).as("seed 7, round %s", round).allMatch(part -> part.length() <= longest);
            String whole = String.join("", DiscordText.parts(text.toString(), 1_000_000));
            assertThat(letters(String.join("", parts)))
                    .as("seed 7, round %s", round)
                    .isEqualTo(letters(whole));
        }
    }

    private static String letters(String text) {
        return text.replaceAll("[\\s>*]|\\\\", "");
    }
}
