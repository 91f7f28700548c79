package dev.parley.recap.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.recap.Chat;
import dev.parley.recap.Recap;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PostsTest {

    private static final Optional<String> PAGE = Optional.of("https://parley.example/recaps/small-steps/2026-11-23");
    private final Showing showing = Prompts.showing();
    private final Recap recap = Chat.evening().recap();

    @Test
    void theOverviewFitsOnAScreen() {
        String post = Posts.overview(recap, 40_000, showing, PAGE);
        assertThat(post)
                .startsWith("**Mathe \\& Kunst: small steps** · 23 November\nThank you for the talk.")
                .contains("**Q1** What is one small thing")
                .endsWith("Everything that was said: " + PAGE.get());
        assertThat(post.lines()).filteredOn(line -> line.startsWith("> — ")).hasSize(2);
    }

    @Test
    void noPageNoLink() {
        assertThat(Posts.overview(recap, 2000, showing, Optional.empty()))
                .doesNotContain("http")
                .doesNotContain("Everything that was said");
        assertThat(Posts.question(recap, 1, 500, showing, Optional.empty())).doesNotContain("on the page");
    }

    @Test
    void aQuestionHasItsHighlightsAndSaysHowManyMore() {
        String post = Posts.question(recap, 1, 900, showing, PAGE);
        assertThat(post).startsWith("**Q1** What is").containsPattern("(?m)^> — (Noor|Ben|Sofie|Mei|Ravi)$");
        assertThat(Posts.question(recap, 1, 500, showing, PAGE)).containsPattern("And \\d more on the page: https://");
    }

    @Test
    void neverExceedALimitAndNeverCutACharacter() {
        Random random = new Random(5);
        String family = "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67\uD83C\uDDE9\uD83C\uDDEA";
        for (int round = 0; round < 25; round++) {
            Chat chat = new Chat();
            int questions = 1 + random.nextInt(25);
            for (int number = 1; number <= questions; number++) {
                chat.ask(number, ("*Why* " + family + "_[x](y)_ ").repeat(random.nextInt(40)));
                for (int answer = 0; answer < random.nextInt(9); answer++) {
                    String words = "A" + number + ": " + "a[*_`<>|~word" + random.nextInt(30) + " " + family;
                    chat.answer(
                            number,
                            "N" + family.repeat(random.nextInt(20)) + answer,
                            words.repeat(1 + random.nextInt(60)));
                }
            }
            Recap made = chat.recap();
            for (int limit : new int[] {500, 501, 777, 2000, 3000, 40_000}) {
                fits(Posts.overview(made, limit, showing, PAGE), limit, family);
                for (int number = 1; number <= questions; number++) {
                    fits(Posts.question(made, number, limit, showing, PAGE), limit, family);
                }
            }
        }
    }

    private static void fits(String post, int limit, String family) {
        assertThat(post.length()).isLessThanOrEqualTo(limit);
        String flag = family.substring(family.length() - 4);
        String rest = post.replace(family.substring(0, family.length() - 4), "").replace(flag, "");
        assertThat(rest).matches("[^\u200D\\x{1F000}-\\x{1FFFF}\uD800-\uDFFF]*+");
    }

    @Test
    void refuseALimitThatHoldsNothing() {
        assertThatThrownBy(() -> Posts.overview(recap, 499, showing, PAGE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Posts.question(recap, 9, 2000, showing, PAGE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
