package dev.parley.evening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.slack.SlackSettings.Mode;
import dev.parley.platform.slack.local.Interaction;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.Person;
import dev.parley.platform.slack.local.View;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever people write on Slack, in messages, names and modals: nobody is called, no markup comes of it, and it is kept whole. */
class HostileTextOnSlackTest {
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final Pattern MARKUP = Pattern.compile("<[!@#]|<https?:|<mailto:");

    @TempDir
    Path folder;

    private List<Person> people = List.of();
    private final List<String> kept = new ArrayList<>();
    private final List<Message> asides = new ArrayList<>();

    @Test
    void whateverPeopleWriteCallsNobodyAndBreaksNothing() {
        try (Staffroom staffroom = new Staffroom(folder, Mode.SOCKET)) {
            people = people(staffroom);
            staffroom.serve(Hostile.plan(staffroom.room));
            Message question = staffroom.posted("What do you write?");
            List<String> texts = texts(staffroom);
            for (int at = 0; at < texts.size(); at++) {
                Person person = people.get(at % people.size());
                String text = "here is number " + at + ", " + texts.get(at);
                if (at % 3 == 0) {
                    person.replies(question, "A1: " + text);
                } else {
                    person.says(staffroom.channel, "A1: " + text);
                }
                kept.add(text);
            }
            inModals(question, texts);
            commands(staffroom, people.getFirst());
            asksHostile(staffroom);
            asides.add(staffroom.hanna.runs(staffroom.channel, "/parley end").reply());

            Message overview = staffroom.posted("Words ·");
            await("the recap's page")
                    .atMost(PATIENCE)
                    .until(() -> !pages(overview).isEmpty());
            await("the words, whole")
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(inRecap(staffroom)).containsExactlyInAnyOrderElementsOf(stripped(kept)));
            commands(staffroom, people.getLast());
            harmless(staffroom);
            Hostile.isHarmless(pages(overview).getFirst());
            assertThat(staffroom.slack.violations()).isEmpty();
        }
    }

    private static List<Person> people(Staffroom staffroom) {
        return Stream.of(
                        "<!channel>",
                        "*Bo* _`here`_",
                        "\u202egnitset",
                        "<!subteam^" + staffroom.hosting + ">",
                        "<https://evil.example/x|me>",
                        "> 😀😀😀😀😀😀😀😀😀😀😀😀",
                        "\u200b\u200d\ufeff.",
                        "{title}")
                .map(staffroom.workspace::person)
                .toList();
    }

    private static List<String> texts(Staffroom staffroom) {
        String hanna = "<@" + staffroom.hanna.id() + ">";
        String group = "<!subteam^" + staffroom.hosting + ">";
        return List.of(
                "<!channel> and <!here> and <!everyone>, " + hanna + " and " + group + ", come to <#"
                        + staffroom.channel.id() + ">",
                "@channel @here @everyone, @everybody",
                "*bold* _it_ ~gone~ `code` *unclosed _and `so on",
                "```\n<!channel>\n``` and ``` a fence that is never closed\n" + hanna,
                "> quote\n>>> all the rest is quoted " + group,
                "- one\n  - two\n    - three\n1. <!here>\n• four",
                "<https://evil.example/x|https://bank.example> [safe](https://evil.example/y)",
                "&lt;!channel&gt; &amp;lt;!here&amp;gt; &lt;@" + staffroom.hanna.id() + "&gt; &amp;",
                "[later](time:0) [left](left:0) <!date^0^{date}|now> :wave: :wave::skin-tone-2:",
                "[x](javascript:alert(1)) <script>alert(1)</script> <img src=x onerror=alert(1)>",
                "\u202eright to left\u2066 and isolated \u2067 and never closed <!channel>",
                "<\u200b!channel> <!\u200bhere> \u200d\u200c\ufeff " + hanna.replace("@", "@\u200b"),
                "😀".repeat(2_000),
                "👩‍👩‍👧‍👦".repeat(400),
                "z" + "\u0300\u0301\u0302".repeat(900),
                "x".repeat(9_000),
                ("<!channel> " + group + " ").repeat(120),
                "*".repeat(3_900),
                "<".repeat(3_900),
                ">".repeat(3_900),
                "&".repeat(3_900),
                "[".repeat(1_900) + "](".repeat(900),
                "\\".repeat(3_900),
                "`".repeat(3_901),
                "{title} {number} ${jndi:ldap://evil.example} %s %n \\u0000",
                "line\n".repeat(780) + "end",
                "https://evil.example/" + "y".repeat(2_800));
    }

    private void inModals(Message question, List<String> texts) {
        for (int at = 0; at < people.size(); at++) {
            String text = "in a modal, number " + at + ", " + texts.get(at);
            View modal = people.get(at).pressesLabel(question, "Answer").modal();
            Interaction sent = people.get(at).submits(modal, Map.of("text", text));
            assertThat(sent.isAcknowledged()).isTrue();
            kept.add(text);
        }
    }

    private void commands(Staffroom staffroom, Person person) {
        for (String command : List.of("mine", "where", "questions", "recap", "<!channel> " + "*".repeat(99))) {
            asides.add(person.runs(staffroom.channel, "/parley " + command).reply());
        }
    }

    /** A host's own question goes to everybody, with the emphasis that hosts may use, and calls nobody either. */
    private void asksHostile(Staffroom staffroom) {
        String hostile = "add What about <!channel>, <!subteam^" + staffroom.hosting + "> and *Ana*?";
        asides.add(staffroom.hanna.runs(staffroom.channel, "/parley " + hostile).reply());
        asides.add(staffroom.hanna.runs(staffroom.channel, "/parley next").reply());
        await("the added question")
                .atMost(PATIENCE)
                .until(() -> staffroom.hosted.open().equals(OptionalInt.of(2)));
        assertThat(staffroom.posted("What about").shown()).contains("<!channel>");
    }

    private static List<String> inRecap(Staffroom staffroom) {
        return stripped(Hostile.answers(staffroom.hosted).toList());
    }

    private static List<String> stripped(List<String> texts) {
        return texts.stream().map(String::strip).toList();
    }

    private void harmless(Staffroom staffroom) {
        Stream<Message> inPrivate = Stream.concat(
                        Stream.of(staffroom.hanna, staffroom.ines, staffroom.ana), people.stream())
                .flatMap(person -> Stream.concat(person.inbox().stream(), person.seesEphemerals().stream()))
                .filter(message -> message.author() == staffroom.workspace.bot());
        List<Message> all = Stream.of(
                        staffroom.said().stream(), staffroom.hosts.fromBot().stream(), inPrivate, asides.stream())
                .flatMap(messages -> messages)
                .toList();
        assertThat(all).hasSizeGreaterThan(20).allSatisfy(message -> {
            assertThat(message.pinged()).isEmpty();
            assertThat(MARKUP.matcher(message.text()).find()).as(message.text()).isFalse();
            assertThat(message.text()).doesNotContain("{title}:", "{number}:");
            leadsNowhere(message.blocks());
        });
    }

    /** Words are runs of text; nothing in them became a mention or a link whose words lie. */
    private static void leadsNowhere(JsonNode blocks) {
        assertThat(blocks.findValuesAsText("type"))
                .doesNotContain("user", "usergroup", "broadcast", "channel", "mrkdwn");
        blocks.findParents("url").forEach(link -> {
            String address = link.path("url").asText();
            assertThat(address).doesNotStartWith("javascript:");
            if (address.contains("evil.example")) {
                assertThat(link.path("text").asText(address)).isEqualTo(address);
            }
        });
    }

    private static List<String> pages(Message overview) {
        return overview.replies().stream()
                .flatMap(reply -> reply.files().stream())
                .filter(file -> file.name().endsWith(".html"))
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .toList();
    }
}
