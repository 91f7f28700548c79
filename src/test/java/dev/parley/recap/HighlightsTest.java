package dev.parley.recap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Filing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HighlightsTest {

    private static List<String> highlights(Recap recap, int question) {
        return recap.part(question).orElseThrow().highlights().stream()
                .map(Highlight::text)
                .toList();
    }

    @Test
    void arePeoplesOwnWords() {
        Chat evening = Chat.evening();
        for (Part part : evening.recap().parts()) {
            assertThat(part.highlights()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
            for (Highlight highlight : part.highlights()) {
                assertThat(evening.material().entries())
                        .anyMatch(entry -> entry.text().contains(highlight.text())
                                && highlight.of().message().orElseThrow().equals(entry.message()));
            }
        }
    }

    @Test
    void neverSayTheSameTwice() {
        assertThat(highlights(Chat.evening().recap(), 1))
                .filteredOn(text -> text.contains("in pairs"))
                .hasSize(1);
    }

    @Test
    void leaveOutNoise() {
        assertThat(highlights(Chat.evening().recap(), 1))
                .hasSize(3)
                .noneMatch(text -> text.contains("kettle"))
                .noneMatch(text -> text.contains("yes!"));
    }

    @Test
    void areOfDifferentPeople() {
        Recap recap = Chat.evening().recap();
        assertThat(recap.part(1).orElseThrow().highlights())
                .extracting(highlight -> highlight.of().by())
                .doesNotHaveDuplicates();
    }

    @Test
    void areTheSameEveryTime() {
        assertThat(Chat.evening().recap()).isEqualTo(Chat.evening().recap());
    }

    @Test
    void leanTowardsWhatPeopleReactedTo() {
        Chat plain = colours(Map.of());
        Chat liked = colours(Map.of("👏", 12));
        String told = "Shy children feel safer when we begin with drawing before they talk";
        assertThat(highlights(plain.recap(), 1).getFirst()).isNotEqualTo(told);
        assertThat(highlights(liked.recap(), 1).getFirst()).isEqualTo(told);
    }

    private static Chat colours(Map<String, Integer> reactions) {
        return new Chat()
                .ask(1, "What helps?")
                .answer(
                        1,
                        "Ada",
                        "A1 Colour cards help shy children show how they feel before we begin to talk about feelings")
                .say(
                        "Bo",
                        "A1 Shy children feel safer when we begin with drawing before they talk",
                        Filing.answer(1, true),
                        reactions)
                .answer(1, "Cy", "A1 Shy children show on colour cards what they feel, drawing comes later")
                .answer(1, "Di", "A1 Begin with drawing and cards, then children show what they feel");
    }

    @Test
    void workInOtherLanguages() {
        Recap recap = Recap.of(
                new Chat()
                        .ask(1, "Was hilft?")
                        .answer(1, "Ada", "A1: Die Kinder sprechen mehr, wenn sie vorher zu zweit überlegen dürfen.")
                        .answer(
                                1,
                                "Bo",
                                "A1: Zu zweit überlegen hilft den Kindern, danach sprechen sie lieber vor allen.")
                        .answer(1, "Cy", "A1: Mein Fahrrad hat heute leider einen platten Reifen gehabt.")
                        .answer(
                                1,
                                "Di",
                                "A1: Erst zu zweit überlegen, danach vor der ganzen Klasse sprechen, das nimmt Kindern die Angst.")
                        .answer(
                                1,
                                "Ed",
                                "A1: Weniger fragen, länger warten: die Kinder überlegen und sprechen dann von selbst.")
                        .material(),
                Terms.in(Locale.GERMAN));
        assertThat(highlights(recap, 1)).isNotEmpty().noneMatch(text -> text.contains("Fahrrad"));
        Recap chinese = Recap.of(
                new Chat()
                        .ask(1, "?")
                        .answer(1, "Ada", "A1: 学生先两个人讨论，然后再和全班分享。这样安静的学生也愿意说话。")
                        .answer(1, "Bo", "A1: 等五秒钟，安静的学生就开始说话了。")
                        .material(),
                Terms.in(Locale.CHINESE));
        assertThat(highlights(chinese, 1)).hasSize(1);
    }

    @Test
    void takeASentenceOutOfALongAnswer() {
        String long1 = "A1: "
                + "We talked about many things that are not about this at all, and then about more of them. ".repeat(4)
                + "Pupils write their own question before the lesson begins. "
                + "And then there was lunch. ".repeat(5);
        Chat chat = new Chat()
                .ask(1, "?")
                .answer(1, "Ada", long1)
                .answer(1, "Bo", "A1: Pupils write a question of their own on a card before we begin the lesson")
                .answer(1, "Cy", "A1: The lesson begins when pupils write down one question")
                .answer(1, "Di", "A1: Every lesson starts with one question that pupils write");
        for (Highlight highlight : chat.recap().part(1).orElseThrow().highlights()) {
            assertThat(highlight.text().length()).isLessThanOrEqualTo(280);
        }
    }

    @Test
    void surviveHostileText() {
        Random random = new Random(11);
        String hostile =
                "<script>alert(1)</script>\u202E](javascript:x)\uD83D\u0000@@@###A1A1 A1& cont'd https://x..../(((";
        Chat chat = new Chat().ask(1, hostile);
        for (int i = 0; i < 60; i++) {
            int from = random.nextInt(hostile.length());
            chat.answer(
                    1,
                    "P" + i % 7,
                    "A1: " + hostile.substring(from).repeat(1 + random.nextInt(20)) + " words to keep here");
        }
        chat.answer(1, "Long", "A1 " + "a1&".repeat(40_000)).answer(1, "Dots", "((((" + "@a.".repeat(40_000));
        for (Highlight highlight : chat.recap().part(1).orElseThrow().highlights()) {
            assertThat(chat.material().entries()).anyMatch(entry -> entry.text().contains(highlight.text()));
        }
    }
}
