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

    private final Team team = new Team(SlackSettings.Mode.SOCKET, 1);
    private final SlackPlatform platform = team.platform;

    @AfterEach
    void nothingWasWrong() {
        team.close();
        assertThat(team.slack.violations()).isEmpty();
    }

    private Outgoing recap(String text, Attachment... files) {
        return new Outgoing("c/recap", team.room, text, Optional.empty(), Outgoing.Tone.RECAP, false, List.of(files));
    }

    private static Attachment picture(byte... bytes) {
        return new Attachment("answers.png", "image/png", "Answers by question", bytes);
    }

    private List<String> thread(MessageId root) {
        return team.message(root).replies().stream().map(Message::shown).toList();
    }

    @Test
    void everyMessageCarriesItsKeyAndPart() {
        MessageId post = platform.post(team.saying("c/long", LONG));

        List<JsonNode> payloads = team.channel.fromBot().stream()
                .map(message -> Objects.requireNonNull(message.metadata()).path("event_payload"))
                .toList();
        assertThat(payloads).allMatch(payload -> payload.path("key").asText().equals("c/long"));
        assertThat(payloads.stream().map(payload -> payload.path("part").asInt()))
                .containsExactly(0, 1, 2);
        assertThat(team.message(post).metadata().path("event_type").asText()).isEqualTo("parley_post");
    }

    @Test
    void aLongPostGoesOnInItsThread() {
        MessageId post = platform.post(team.saying("c/long", LONG));
        platform.post(team.saying("c/after", "After it"));

        assertThat(team.seen()).hasSize(2);
        assertThat(team.seen().getFirst() + " " + String.join(" ", thread(post)))
                .isEqualToNormalizingWhitespace(LONG);
    }

    @Test
    void anEditGrowsAndShrinksAPost() {
        MessageId post = platform.post(team.saying("c/p", "Short"));

        platform.edit(post, team.saying("c/p#2", LONG));
        assertThat(thread(post)).hasSize(2);
        try (SlackPlatform after = team.restarted()) {
            after.edit(post, team.saying("c/p#3", "Short again"));
            assertThat(team.seen()).containsExactly("Short again");
            assertThat(thread(post)).isEmpty();
            after.edit(post, team.saying("c/p#4", LONG));
        }
        platform.remove(post);
        assertThat(team.channel.all()).isEmpty();
    }

    @Test
    void anEditKeepsTheButtonsAndTheKey() {
        MessageId post = platform.post(team.question("c/Q1", "What helped?"));
        try (SlackPlatform after = team.restarted()) {
            after.edit(post, team.saying("c/Q1#2", "What helped you?"));
            assertThat(after.find(team.question("c/Q1", "What helped you?"))).contains(post);
        }
        assertThat(team.message(post).shown()).isEqualTo("What helped you?");
        assertThat(team.message(post).button("Answer")).isEqualTo("answer");
    }

    @Test
    void theRestOfARecapIsFoldedInItsThread() {
        MessageId begin = platform.post(recap("# Recap\n\nThe beginning"));
        Outgoing rest = new Outgoing("c/recap/2", team.room, "The rest", Optional.of(begin), Outgoing.Tone.RECAP);
        MessageId message = platform.post(rest);

        assertThat(team.seen()).hasSize(1);
        assertThat(thread(begin)).containsExactly("The rest");
        try (SlackPlatform after = team.restarted()) {
            assertThat(after.find(rest)).contains(message);
            after.edit(message, team.saying("c/recap/2#2", LONG));
            assertThat(thread(begin)).hasSize(3);
            after.remove(message);
            assertThat(thread(begin)).isEmpty();
        }
    }

    @Test
    void whatBelongsUnderAMessageThatIsGoneIsSaidInTheOpenChannel() {
        MessageId begin = platform.post(recap("The beginning"));
        platform.remove(begin);
        Outgoing rest = new Outgoing("c/recap/2", team.room, LONG, Optional.of(begin), Outgoing.Tone.RECAP);

        MessageId message = platform.post(rest);

        assertThat(team.seen()).hasSize(1);
        assertThat(thread(message)).hasSize(2);
        try (SlackPlatform after = team.restarted()) {
            assertThat(after.find(rest)).contains(message);
        }
        assertThat(team.channel.all()).hasSize(3);
    }

    @Test
    void aPictureIsUploadedUnseenAndNamedInTheMessage() {
        team.slack.processingTakes(Duration.ofMillis(700));
        MessageId post = platform.post(recap("Before", picture((byte) 1, (byte) 2)));

        assertThat(team.channel.all()).hasSize(1);
        assertThat(team.message(post).pictures()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("answers.png");
            assertThat(file.altText()).isEqualTo("Answers by question");
            assertThat(file.bytes()).containsExactly(1, 2);
        });
        assertThat(team.message(post).blocks().findValuesAsText("alt_text")).containsExactly("Answers by question");

        platform.edit(post, recap("After", picture((byte) 3)));
        assertThat(team.message(post).pictures()).extracting(SlackFile::bytes).containsExactly(new byte[] {3});
        platform.edit(post, recap("After all"));
        assertThat(team.message(post).pictures()).hasSize(1);
        assertThat(team.message(post).shown()).isEqualTo("After all");
    }

    @Test
    void anEditThatComesAgainKeepsThePictureThatItBrought() {
        MessageId post = platform.post(recap("Before", picture((byte) 1, (byte) 2)));

        for (int time = 0; time < 2; time++) {
            platform.edit(post, recap("After", picture((byte) 3)));

            assertThat(team.message(post).pictures())
                    .extracting(SlackFile::bytes)
                    .containsExactly(new byte[] {3});
        }
    }

    @Test
    void aRecapGoesOutWithoutItsPictureRatherThanNotAtAll() {
        team.workspace.withoutScope("files:write");

        MessageId post = platform.post(recap("Before", picture((byte) 1)));

        assertThat(team.message(post).shown()).isEqualTo("Before");
        assertThat(team.message(post).pictures()).isEmpty();
    }

    @Test
    void anotherFileStandsInTheThreadOnceWithTheKeyInItsName() {
        Outgoing recap = recap("The recap", new Attachment("recap.html", "text/html", "", new byte[] {1, 2, 3}));
        MessageId post = platform.post(recap);
        try (SlackPlatform after = team.restarted()) {
            assertThat(after.find(recap)).contains(post);
        }

        assertThat(team.message(post).replies())
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
                team.saying("when", "We meet on " + Moments.of(Instant.ofEpochSecond(1_800_000_000), "Friday")));

        assertThat(team.seen()).containsExactly("We meet on <1800000000 {date_short_pretty} {time}>");
        assertThat(team.message(post).text()).isEqualTo("We meet on Friday");
    }

    @Test
    void aHalfPostedPostGoesOnWhereItStopped() {
        MessageId post = platform.post(team.saying("c/long", LONG));
        Message last = team.message(post).replies().getLast();
        String cut = last.shown();
        platformDeletes(last);
        team.ana.replies(team.message(post), "Meanwhile");
        try (SlackPlatform after = team.restarted()) {
            assertThat(after.find(team.saying("c/long", LONG))).contains(post);
            assertThat(after.find(team.saying("c/long", LONG))).contains(post);
        }

        assertThat(thread(post)).hasSize(3).endsWith("Meanwhile", cut);
    }

    private void platformDeletes(Message message) {
        team.workspace.bot().deletes(message);
    }

    @Test
    void aPostIsFoundBehindMuchTalkAndByNobodyElsesWords() {
        MessageId post = platform.post(team.saying("c/Q1", "Q1"));
        for (int at = 0; at < 250; at++) {
            team.ana.says(team.channel, "c/Q2 message " + at);
        }
        try (SlackPlatform after = team.restarted()) {
            assertThat(after.find(team.saying("c/Q1", "Q1, put otherwise"))).contains(post);
            assertThat(after.find(team.saying("c/Q2", "Q2"))).isEmpty();
        }
    }

    @Test
    void anAnswerThatIsLostIsNoSecondPost() {
        team.slack.faults(Faults.from(3).losingAnswers(1));
        Assertions.assertThatThrownBy(() -> platform.post(team.saying("c/Q1", "Once")))
                .isInstanceOf(Unreachable.class);
        team.slack.faultless();

        MessageId post = platform.post(team.saying("c/Q1", "Once"));

        assertThat(team.seen()).containsExactly("Once");
        assertThat(team.message(post).shown()).isEqualTo("Once");
    }

    @Test
    void troublesBetweenThePartsOfAPostPostNothingTwice() {
        for (int seed = 0; seed < 2; seed++) {
            String key = "c/long/" + seed;
            team.slack.faults(Faults.from(seed).failing(0.2).losingAnswers(0.3).limiting(0.1));
            MessageId post = untilPosted(team.saying(key, LONG + " " + seed));
            team.slack.faultless();

            assertThat(team.channel.fromBot().stream()
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
