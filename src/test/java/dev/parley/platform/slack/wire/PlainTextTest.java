package dev.parley.platform.slack.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    private static String plain(String slack) {
        return PlainText.of(slack, user -> user.equals("U1") ? "Ana" : "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '\t', textBlock = """
            1 &lt; 2 &amp;&amp; 2 &gt; 1	1 < 2 && 2 > 1
            &amp;lt; stays	&lt; stays
            <@U1>, look	@Ana, look
            <@U2> is not known	@U2 is not known
            <@U2|bo> was named	@bo was named
            in <#C1|lounge>	in #lounge
            in <#C1>	in #C1
            in <#C1|>	in #C1
            <!here> and <!channel>	@here and @channel
            <!subteam^S1|@teachers>	@teachers
            <!subteam^S1>	@subteam
            <!date^1700000000^{date}|that day>	that day
            <https://example.org/>	https://example.org/
            <https://example.org/a|the talk>	the talk (https://example.org/a)
            <https://example.org/a|example.org/a>	https://example.org/a
            <https://example.org/?a=1&amp;b=2>	https://example.org/?a=1&b=2
            <mailto:ana@example.org|ana@example.org>	ana@example.org
            never closed <@U1	never closed <@U1
            <>	''
            *good* _and_ `code`	*good* _and_ `code`
            """)
    void whatPeopleSee(String slack, String seen) {
        assertThat(plain(slack)).isEqualTo(seen);
    }

    @Test
    void aNameThatLooksLikeMarkupStaysAName() {
        assertThat(PlainText.of("<@U1> said", _ -> "<@U2>&amp;")).isEqualTo("@<@U2>&amp; said");
    }

    @Test
    void ofMuchHostileTextItIsDoneAtOnce() {
        assertThat(plain("<".repeat(40_000))).hasSize(40_000);
        assertThat(plain("<@>".repeat(40_000))).hasSize(40_000);
    }
}
