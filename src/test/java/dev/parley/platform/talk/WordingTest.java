package dev.parley.platform.talk;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"# a", "- b", "12. c", "*d* <@1> `e`", "[f](room:1)", "&amp; <b>", "===", "~~~", "\\", "    g"})
    void wordsAreNoMarkup(String typed) {
        Node document = Parser.builder().build().parse(Wording.excerpt(typed, 100));

        assertThat(document).isInstanceOf(Document.class);
        assertThat(document.getFirstChild()).isInstanceOf(Paragraph.class).isSameAs(document.getLastChild());
        Node words = document.getFirstChild().getFirstChild();
        assertThat(words).isInstanceOf(Text.class);
        assertThat(words.getNext()).isNull();
        assertThat(((Text) words).getLiteral()).isEqualTo("\u2068" + typed.strip() + "\u2069");
    }

    @Test
    void anExcerptIsOneLineThatKeepsItsDirectionToItself() {
        assertThat(Wording.excerpt(" one\n\ntwo \u202Eeerht", 100)).isEqualTo("\u2068one two \u202Eeerht\u2069");
        assertThat(Wording.excerpt("word ".repeat(100), 20)
                        .replace("\u2068", "")
                        .replace("\u2069", ""))
                .hasSizeLessThanOrEqualTo(20)
                .endsWith("…");
    }

    @Test
    void aQuoteStaysAQuote() {
        assertThat(Wording.quoted("one\n\n  > two", 100)).isEqualTo("> one\n> \n> \\> two");
        assertThat(Wording.quoted("word ".repeat(100), 20)).hasSizeLessThanOrEqualTo(22);
    }

    @Test
    void whatIsShortKeepsItsMarkup() {
        assertThat(Wording.within("**What** is it?", 20)).isEqualTo("**What** is it?");
        assertThat(Wording.within("**What** is " + "long ".repeat(40), 20)).isEqualTo("What is long long l…");
    }

    @Test
    void aLabelHasNoMarkup() {
        assertThat(Wording.label("**What** is [it](https://example.org/)?", 100))
                .startsWith("What is ")
                .doesNotContain("*");
        assertThat(Wording.label("", 10)).isEqualTo("…");
        assertThat(Wording.label("long ".repeat(40), 80)).hasSizeLessThanOrEqualTo(80);
    }
}
