package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.MessageId;
import dev.parley.platform.Attachment;
import dev.parley.platform.Moments;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Unreachable;
import dev.parley.platform.slack.local.Faults;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.SlackFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said in a channel, without listening there. */
class PostsTest {
    private static final String LONG =
            "A sentence that goes on and on. ".repeat(200).strip();

    private final Community community = new Community();
    private final SlackPlatform platform = community.platform;

    @AfterEach
    void nothingWasWrong() {
        community.close();
        assertThat(community.slack.violations()).isEmpty();
    }

    private Outgoing recap(String text, Attachment... files) {
        return new Outgoing(
                "c/recap", community.room, text, Optional.empty(), Outgoing.Tone.RECAP, false, List.of(files));
    }

    private static Attachment picture(byte... bytes) {
        return new Attachment("answers.png", "image/png", "Answers by question", bytes);
    }

    private List<String> thread(MessageId root) {
        return community.message(root).replies().stream().map(Message::shown).toList();
    }

    @Test
    void everyMessageCarriesItsKeyAndPart() {
        MessageId post = platform.post(community.saying("c/long", LONG));

        List<JsonNode> payloads = community.channel.fromBot().stream()
                .map(message -> Objects.requireNonNull(message.metadata()).path("event_payload"))
                .toList();
        assertThat(payloads).allMatch(payload -> payload.path("key").asText().equals("c/long"));
        assertThat(payloads.stream().map(payload -> payload.path("part").asInt()))
                .containsExactly(0, 1, 2);
        assertThat(community.message(post).metadata().path("event_type").asText())
                .isEqualTo("parley_post");
    }

    @Test
    void aLongPostGoesOnInItsThread() {
        MessageId post = platform.post(community.saying("c/long", LONG));
        platform.post(community.saying("c/after", "After it"));

        assertThat(community.seen()).hasSize(2);
        assertThat(community.seen().getFirst() + " " + String.join(" ", thread(post)))
                .isEqualToNormalizingWhitespace(LONG);
    }

    @Test
    void anEditGrowsAndShrinksAPost() {
        MessageId post = platform.post(community.saying("c/p", "Short"));

        platform.edit(post, community.saying("c/p#2", LONG));
        assertThat(thread(post)).hasSize(2);
        try (SlackPlatform after = community.restarted()) {
            after.edit(post, community.saying("c/p#3", "Short again"));
            assertThat(community.seen()).containsExactly("Short again");
            assertThat(thread(post)).isEmpty();
            after.edit(post, community.saying("c/p#4", LONG));
        }
        platform.remove(post);
        assertThat(community.channel.all()).isEmpty();
    }

    @Test
    void anEditKeepsTheButtonsAndTheKey() {
        MessageId post = platform.post(community.question("c/Q1", "What helped?"));
        try (SlackPlatform after = community.restarted()) {
            after.edit(post, community.saying("c/Q1#2", "What helped you?"));
            assertThat(after.find(community.question("c/Q1", "What helped you?")))
                    .contains(post);
        }
        assertThat(community.message(post).shown()).isEqualTo("What helped you?");
        assertThat(community.message(post).button("Answer")).isEqualTo("answer");
    }

    @Test
    void theRestOfARecapIsFoldedInItsThread() {
        MessageId begin = platform.post(recap("# Recap\n\nThe beginning"));
        Outgoing rest = new Outgoing("c/recap/2", community.room, "The rest", Optional.of(begin), Outgoing.Tone.RECAP);
        MessageId message = platform.post(rest);

        assertThat(community.seen()).hasSize(1);
        assertThat(thread(begin)).containsExactly("The rest");
        try (SlackPlatform after = community.restarted()) {
            assertThat(after.find(rest)).contains(message);
            after.edit(message, community.saying("c/recap/2#2", LONG));
            assertThat(thread(begin)).hasSize(3);
            after.remove(message);
            assertThat(thread(begin)).isEmpty();
        }
    }

    @Test
    void whatBelongsUnderAMessageThatIsGoneIsSaidInTheOpenChannel() {
        MessageId begin = platform.post(recap("The beginning"));
        platform.remove(begin);
        Outgoing rest = new Outgoing("c/recap/2", community.room, LONG, Optional.of(begin), Outgoing.Tone.RECAP);

        MessageId message = platform.post(rest);

        assertThat(community.seen()).hasSize(1);
        assertThat(thread(message)).hasSize(2);
        try (SlackPlatform after = community.restarted()) {
            assertThat(after.find(rest)).contains(message);
        }
        assertThat(community.channel.all()).hasSize(3);
    }

    @Test
    void aPictureIsUploadedUnseenAndNamedInTheMessage() {
        community.slack.processingTakes(Duration.ofMillis(700));
        MessageId post = platform.post(recap("Before", picture((byte) 1, (byte) 2)));

        assertThat(community.channel.all()).hasSize(1);
        assertThat(community.message(post).pictures()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("answers.png");
            assertThat(file.altText()).isEqualTo("Answers by question");
            assertThat(file.bytes()).containsExactly(1, 2);
        });
        assertThat(community.message(post).blocks().findValuesAsText("alt_text"))
                .containsExactly("Answers by question");

        platform.edit(post, recap("After", picture((byte) 3)));
        assertThat(community.message(post).pictures())
                .extracting(SlackFile::bytes)
                .containsExactly(new byte[] {3});
        platform.edit(post, recap("After all"));
        assertThat(community.message(post).pictures()).hasSize(1);
        assertThat(community.message(post).shown()).isEqualTo("After all");
    }

    @Test
    void aRecapGoesOutWithoutItsPictureRatherThanNotAtAll() {
        community.workspace.withoutScope("files:write");

        MessageId post = platform.post(recap("Before", picture((byte) 1)));

        assertThat(community.message(post).shown()).isEqualTo("Before");
        assertThat(community.message(post).pictures()).isEmpty();
    }

    @Test
    void anotherFileStandsInTheThreadOnceWithTheKeyInItsName() {
        Outgoing recap = recap("The recap", new Attachment("recap.html", "text/html", "", new byte[] {1, 2, 3}));
        MessageId post = platform.post(recap);
        try (SlackPlatform after = community.restarted()) {
            assertThat(after.find(recap)).contains(post);
        }

        assertThat(community.message(post).replies())
                .singleElement()
                .satisfies(message -> assertThat(message.files())
                        .singleElement()
                        .satisfies(file -> {
                            assertThat(file.name()).isEqualTo("recap-c-recap.html");
                            assertThat(file.bytes()).containsExactly(1, 2, 3);
                        }));
    }

    @Test
    void aTimeIsEverybodysOwn() {
        MessageId post = platform.post(
                community.saying("when", "We meet on " + Moments.of(Instant.ofEpochSecond(1_800_000_000), "Friday")));

        assertThat(community.seen()).containsExactly("We meet on <1800000000 {date_short_pretty} {time}>");
        assertThat(community.message(post).text()).isEqualTo("We meet on Friday");
    }

    @Test
    void aHalfPostedPostGoesOnWhereItStopped() {
        MessageId post = platform.post(community.saying("c/long", LONG));
        Message last = community.message(post).replies().getLast();
        String cut = last.shown();
        platformDeletes(last);
        community.ana.replies(community.message(post), "Meanwhile");
        try (SlackPlatform after = community.restarted()) {
            assertThat(after.find(community.saying("c/long", LONG))).contains(post);
            assertThat(after.find(community.saying("c/long", LONG))).contains(post);
        }

        assertThat(thread(post)).hasSize(3).endsWith("Meanwhile", cut);
    }

    private void platformDeletes(Message message) {
        community.workspace.bot().deletes(message);
    }

    @Test
    void aPostIsFoundBehindMuchTalkAndByNobodyElsesWords() {
        MessageId post = platform.post(community.saying("c/Q1", "Q1"));
        for (int at = 0; at < 250; at++) {
            community.ana.says(community.channel, "c/Q2 message " + at);
        }
        try (SlackPlatform after = community.restarted()) {
            assertThat(after.find(community.saying("c/Q1", "Q1, put otherwise")))
                    .contains(post);
            assertThat(after.find(community.saying("c/Q2", "Q2"))).isEmpty();
        }
    }

    @Test
    void anAnswerThatIsLostIsNoSecondPost() {
        community.slack.faults(Faults.from(3).losingAnswers(1));
        Assertions.assertThatThrownBy(() -> platform.post(community.saying("c/Q1", "Once")))
                .isInstanceOf(Unreachable.class);
        community.slack.faultless();

        MessageId post = platform.post(community.saying("c/Q1", "Once"));

        assertThat(community.seen()).containsExactly("Once");
        assertThat(community.message(post).shown()).isEqualTo("Once");
    }

    @Test
    void troublesBetweenThePartsOfAPostPostNothingTwice() {
        for (int seed = 0; seed < 2; seed++) {
            String key = "c/long/" + seed;
            community.slack.faults(
                    Faults.from(seed).failing(0.2).losingAnswers(0.3).limiting(0.1));
            MessageId post = untilPosted(community.saying(key, LONG + " " + seed));
            community.slack.faultless();

            assertThat(community.channel.fromBot().stream()
                            .filter(message -> Objects.requireNonNull(message.metadata())
                                    .path("event_payload")
                                    .path("key")
                                    .asText()
                                    .equals(key)))
                    .as("seed %s", seed)
                    .hasSize(3);
            assertThat(thread(post))
                    .as("seed %s", seed)
                    .hasSize(2)
                    .last()
                    .asString()
                    .endsWith(" " + seed);
        }
    }

    private MessageId untilPosted(Outgoing post) {
        while (true) {
            try {
                return platform.post(post);
            } catch (Unreachable again) {
                // as the outbox does
            }
        }
    }
}
