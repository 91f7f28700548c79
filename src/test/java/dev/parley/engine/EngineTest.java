package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Pace;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Place;
import dev.parley.conversation.Plan;
import dev.parley.conversation.Question;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Script;
import dev.parley.conversation.Verb;
import dev.parley.platform.Attachment;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.Mark;
import dev.parley.recap.Chat;
import dev.parley.recap.format.AnswersPicture;
import dev.parley.recap.format.Showing;
import dev.parley.store.Settings;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of Parley but its pages: a real store, a fake platform, a clock moved by hand. */
class EngineTest {

    static final Instant START = Instant.parse("2026-11-23T20:00:00Z");

    @TempDir
    Path folder;

    private House house;

    static Plan plan() {
        return plan(House.ROOM);
    }

    static Plan plan(RoomId... rooms) {
        List<Question> questions = List.of(
                new Question(1, "What do you try first?", Duration.ofMinutes(5)),
                new Question(2, "Who helps you?", Duration.ofMinutes(5)),
                new Question(3, "What comes next?", Duration.ofMinutes(5)));
        Pace pace = new Pace(
                Duration.ofMinutes(3),
                Duration.ofMinutes(2),
                Duration.ofSeconds(40),
                25,
                Duration.ofSeconds(90),
                Duration.ofMinutes(1));
        Script script = new Script(
                "test", "First steps", "Welcome to the test.", "Who are you?", questions, "Last words?", pace);
        return new Plan(
                "Tests",
                "#tests",
                script,
                START,
                START.plus(Duration.ofMinutes(20)),
                Duration.ofMinutes(10),
                Duration.ofDays(1),
                List.of(Duration.ofDays(1), Duration.ofMinutes(10)),
                List.of(rooms),
                Set.of(),
                Optional.empty());
    }

    @BeforeEach
    void open() throws Exception {
        house = new House(database(), plan(), START.minus(Duration.ofDays(2)), cached());
    }

    /** Overridden by the suite that runs on PostgreSQL. */
    Settings database() throws Exception {
        return Settings.inFolder(folder);
    }

    /** Overridden by the suite that runs without the cache. */
    long cached() {
        return 100;
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void minute(double minute) {
        house.until(START.plusMillis((long) (minute * 60_000)));
    }

    private List<String> posted(String part) {
        return house.platform.posted.stream()
                .map(post -> post.text())
                .filter(text -> text.contains(part))
                .toList();
    }

    @Test
    void aChatGoesFromItsAnnouncementToItsRecap() {
        minute(4);
        MessageId ida = house.say("Ida", "A1: I write one line before I do anything else");
        house.say("Bo", "Bo here, from the north");
        house.say("Bo", "A1: I ask somebody who has done it before me");
        minute(9);
        house.say("Cem", "A2: my neighbour, and she never says no");
        minute(30);
        assertThat(house.platform.posted.stream().map(post -> post.key().replaceAll("[#@].*", "")))
                .containsSubsequence(
                        "test/2026-11-23/announcement/PT24H",
                        "test/2026-11-23/announcement/PT10M",
                        "test/2026-11-23/welcome",
                        "test/2026-11-23/introductions",
                        "test/2026-11-23/Q1",
                        "test/2026-11-23/Q2",
                        "test/2026-11-23/Q3",
                        "test/2026-11-23/final",
                        "test/2026-11-23/thanks",
                        "test/2026-11-23/recap",
                        "test/2026-11-23/recap/Q1");
        assertThat(house.platform.posted.stream().map(post -> post.key())).doesNotHaveDuplicates();
        assertThat(house.platform.marks).containsEntry(ida, Mark.FILED);
        assertThat(posted("I write one line")).isNotEmpty();
        assertThat(house.engine
                        .recap(House.CHAT)
                        .orElseThrow()
                        .part(1)
                        .orElseThrow()
                        .answers())
                .hasSize(2);
    }

    @Test
    void afterAKillNothingIsAskedTwiceAndNothingIsLost() {
        minute(4);
        house.say("Ida", "A1: I write one line before I do anything else");
        for (double minute = 4.5; minute < 22; minute += 1.5) {
            house.kill();
            house.away(Duration.ofSeconds(10));
            house.start();
            minute(minute);
            house.say("Ida", "A2: thought of minute " + minute);
        }
        minute(30);
        assertThat(house.platform.posted.stream().map(post -> post.key())).doesNotHaveDuplicates();
        assertThat(house.platform.posted.stream().filter(post -> post.key().contains("/Q1#")))
                .hasSize(2); // the question, and its part of the recap
        assertThat(house.engine
                        .recap(House.CHAT)
                        .orElseThrow()
                        .part(1)
                        .orElseThrow()
                        .answers())
                .hasSize(1);
    }

    @Test
    void aPostWhoseAnswerWasLostIsNotSaidTwice() {
        minute(2.9);
        house.platform.diesAfterPosting = true;
        minute(4);
        house.until(house.clock.instant().plusSeconds(5));
        assertThat(posted("What do you try first?")).hasSize(1);
    }

    @Test
    void aQuestionWhoseAnswerWasLostIsKnownAlsoWhereItWasOverBeforeAnybodyAskedForIt() {
        minute(2.9);
        house.platform.diesAfterPosting = true;
        house.clock.set(START.plus(Duration.ofMinutes(3)));
        house.engine.stir();
        house.settle();
        house.engine
                .desk()
                .steer(house.host(), House.CHAT, new Verb.Next())
                .toCompletableFuture()
                .join();
        minute(4);
        assertThat(posted("What do you try first?")).hasSize(1);
        assertThat(posted("Who helps you?")).hasSize(1);

        MessageId first = house.platform.standing.entrySet().stream()
                .filter(post -> post.getValue().text().contains("What do you try first?"))
                .findFirst()
                .orElseThrow()
                .getKey();
        house.hear(
                new MessageId(House.ROOM, "reply"), "Ida", "a pencil and some paper, always", new Place.Under(first));
        assertThat(house.engine
                        .recap(House.CHAT)
                        .orElseThrow()
                        .part(1)
                        .orElseThrow()
                        .answers())
                .hasSize(1);
    }

    @Test
    void aPlatformThatIsAwayForAWhileGetsWhatStillMakesSense() {
        minute(2.9);
        house.platform.unreachable = 3;
        minute(4);
        assertThat(posted("What do you try first?")).hasSize(1);
    }

    @Test
    void aQuestionThatComesTooLateIsLeftOutAndTheNextOneIsAsked() {
        minute(2.9);
        house.platform.unreachable = 9;
        minute(19);
        assertThat(posted("What comes next?")).hasSize(1);
        minute(30);
        assertThat(posted("Thank you")).isNotEmpty();
    }

    @Test
    void aRoomThatRefusesStopsNothing() {
        house.platform.forbidden = true;
        minute(10);
        assertThat(house.engine
                        .desk()
                        .view(house.host(), House.CHAT)
                        .orElseThrow()
                        .rooms()
                        .getFirst()
                        .troubles())
                .contains("Parley may not post here");
        house.platform.forbidden = false;
        minute(30);
        assertThat(posted("Thank you")).isNotEmpty();
    }

    @Test
    void whatRunsOutStandsOnTheCardForTheHostsOfTheRoom() {
        house.kill();
        house.notices = List.of(
                new Programme.Notice(Set.of(House.ROOM), "There are questions for one more."),
                new Programme.Notice(Set.of(new RoomId(FakePlatform.NAME, "elsewhere")), "There are none elsewhere."));
        house.start();
        minute(4);
        assertThat(house.platform.cards.get(House.ROOM).troubles())
                .containsExactly("There are questions for one more.");
    }

    @Test
    void theRecapLives() {
        minute(4);
        MessageId ida = house.say("Ida", "A1: I write one line before I do anything else");
        MessageId bo = house.say("Bo", "A1: I ask somebody who has done it before me");
        minute(25);
        house.hear(ida, "Ida", "A1: I draw a small picture before I do anything else", Place.ROOM);
        house.delete(bo);
        house.say("Cem", "A2: a day later, my neighbour");
        minute(26);
        String room = String.join("\n", house.standing());
        assertThat(room)
                .contains("I draw a small picture", "my neighbour")
                .doesNotContain("I write one line", "somebody who has done it");
    }

    @Test
    void theRecapGoesOutWithItsPictureAndItsPage() throws Exception {
        assumePictures();
        minute(4);
        house.say("Ida", "A1: I write one line before I do anything else");
        minute(30);

        assertThat(recapFiles()).extracting(Attachment::name).containsExactly("answers.png", "recap.html");
        Attachment picture = recapFiles().getFirst();
        assertThat(picture.type()).isEqualTo("image/png");
        assertThat(picture.description()).contains("Q1: one answer");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.bytes())).getWidth())
                .isGreaterThan(800);
    }

    @Test
    void withoutAnswersThereIsNoPicture() {
        minute(30);

        assertThat(recapFiles()).extracting(Attachment::name).containsExactly("recap.html");
    }

    @Test
    void whereThereIsAPublicAddressThePageIsLinkedAndNotAttached() {
        assumePictures();
        house.kill();
        house.address = Optional.of(URI.create("https://chat.example.org"));
        house.start();
        minute(4);
        house.say("Ida", "A1: I write one line before I do anything else");
        minute(30);

        assertThat(recapFiles()).extracting(Attachment::name).containsExactly("answers.png");
        assertThat(posted("https://chat.example.org/recap/test/2026-11-23")).isNotEmpty();
    }

    private List<Attachment> recapFiles() {
        return house.platform.posted.stream()
                .filter(post -> post.key().replaceAll("[#@].*", "").endsWith("/recap"))
                .findFirst()
                .orElseThrow()
                .attachments();
    }

    /** A laptop may lack fonts, and then there are none; where the whole suite must run there are some. */
    private static void assumePictures() {
        boolean fonts = true;
        try {
            AnswersPicture.of(Chat.evening().recap(), new Showing(House.voice(), ZoneOffset.UTC, Locale.ENGLISH));
        } catch (AnswersPicture.Undrawable trouble) {
            fonts = false;
        }
        assumeTrue(fonts || System.getenv("CI") != null, "no fonts to draw with");
    }

    @Test
    void whoeverIsErasedIsGoneEverywhere() throws Exception {
        minute(4);
        house.say("Ida", "A1: the unforgettable marmalade sentence");
        house.say("Bo", "A1: I ask somebody who has done it before me");
        minute(25);
        assertThat(String.join("\n", house.standing())).contains("marmalade");
        house.engine
                .facilitator()
                .erase(house.account("Ida"))
                .toCompletableFuture()
                .join();
        minute(26);
        assertThat(String.join("\n", house.standing()))
                .doesNotContain("marmalade")
                .doesNotContain("Ida");
        assertThat(house.engine.facilitator().member(house.account("Ida"))).isEmpty();
        house.kill();
        house.start();
        assertThat(house.engine.recap(House.CHAT).orElseThrow().toString())
                .doesNotContain("marmalade")
                .doesNotContain("Ida")
                .contains("somebody who has done it");
    }

    @Test
    void theLastWordsUnderAQuestionNobodyWasAskedGoFromTheRoomToo() {
        minute(4);
        MessageId early = house.say("Ida", "A3: the marmalade sentence, much too early");
        house.engine
                .desk()
                .steer(house.host(), House.CHAT, new Verb.End())
                .toCompletableFuture()
                .join();
        minute(6);
        assertThat(String.join("\n", house.standing())).contains("marmalade");
        house.delete(early);
        minute(7);
        assertThat(String.join("\n", house.standing())).doesNotContain("marmalade");
    }

    @Test
    void doubtsAreAskedInPrivateOnce() {
        minute(4);
        house.say("Ida", "A1: I write one line before I do anything else");
        minute(5);
        house.say("Bo", "I always begin with the hardest part, since the rest is easy then and I enjoy it more");
        minute(30);
        boolean guessed = house.engine.desk().view(house.host(), House.CHAT).orElseThrow().doubts().stream()
                .anyMatch(filed -> filed.name().equals("Bo"));
        assertThat(house.platform.whispers).hasSize(guessed ? 1 : 0).noneMatch(whisper -> whisper.startsWith("Ida"));
    }

    @Test
    void aDoubtWaitsForAPrivateRoomThatCannotBeOpenedYet() {
        house.platform.openings = 0;
        minute(4);
        house.say("Ida", "A1: I write one line before I do anything else");
        minute(5);
        house.say("Bo", "I always begin with the hardest part, since the rest is easy then and I enjoy it more");
        for (int late = 0; late < 40; late++) {
            minute(30 + late);
        }
        assertThat(house.platform.whispers).isEmpty();

        house.platform.openings = 1;
        minute(70);
        assertThat(house.platform.whispers).hasSize(1).allMatch(whisper -> whisper.startsWith("Bo"));
    }

    @Test
    void whoeverOpensTheHostsLinkBeforeSayingTheirNameIsAHostWhenTheyHaveOne() {
        house.engine.facilitator().welcomeHost(house.account("new"));
        assertThat(house.engine.facilitator().member(house.account("new"))).isEmpty();
        assertThat(house.engine.facilitator().join(house.account("new"), "Ida")).isEmpty();
        assertThat(house.engine
                        .facilitator()
                        .member(house.account("new"))
                        .orElseThrow()
                        .host())
                .isTrue();
    }

    @Test
    void namesThatLookAlikeAreTaken() {
        assertThat(house.engine.facilitator().join(house.account("1"), "Ida")).isEmpty();
        assertThat(house.engine.facilitator().join(house.account("2"), "ida ")).contains(Facilitator.NameTrouble.TAKEN);
        assertThat(house.engine.facilitator().join(house.account("2"), "\u0406da"))
                .contains(Facilitator.NameTrouble.TAKEN);
        assertThat(house.engine.facilitator().join(house.account("2"), "\u202e\u200b"))
                .contains(Facilitator.NameTrouble.UNREADABLE);
        assertThat(house.engine.facilitator().join(house.account("2"), "PARLEY"))
                .contains(Facilitator.NameTrouble.TAKEN);
        assertThat(house.engine.facilitator().join(house.account("2"), "Ida M."))
                .isEmpty();
    }

    @Test
    void aCoHostSeesTheChatThatTheyHostAndNobodyElseSeesAny() {
        minute(4);
        house.say("Ida", "A1: I write one line before I do anything else");
        PersonId ida = house.engine
                .desk()
                .view(house.host(), House.CHAT)
                .orElseThrow()
                .messages()
                .getFirst()
                .author();
        assertThat(house.engine.desk().view(ida, House.CHAT)).isEmpty();
        assertThat(house.engine.desk().chats(ida)).isEmpty();
        house.engine
                .desk()
                .steer(house.host(), House.CHAT, new Verb.CoHost(ida))
                .toCompletableFuture()
                .join();
        assertThat(house.engine.desk().view(ida, House.CHAT)).isPresent();
        assertThat(house.engine
                        .facilitator()
                        .member(house.account("Ida"))
                        .orElseThrow()
                        .host())
                .isTrue();
    }

    @Test
    void whoeverAnswersInALivelyMinuteGetsAReceipt() {
        minute(4);
        List<MessageId> messages = IntStream.range(0, 120)
                .mapToObj(number -> new MessageId(House.ROOM, "answer " + number))
                .toList();
        CompletableFuture<?>[] heard = messages.stream()
                .map(message -> house.engine
                        .facilitator()
                        .hear(new Incoming.Said(
                                message,
                                house.account("Ida"),
                                "Ida",
                                "A1: mine is " + message.id(),
                                Place.ROOM,
                                house.clock.instant()))
                        .toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(heard).join();
        house.settle();
        assertThat(messages)
                .allSatisfy(message -> assertThat(house.platform.marks).containsEntry(message, Mark.FILED));
    }

    @Test
    void betweenChatsNothingIsStored() {
        house.say("Ida", "is anybody there");
        assertThat(house.store.<Integer>read(
                        reading -> reading.words(House.CHAT).size()))
                .isZero();
    }
}
