package dev.parley.evening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.conversation.Pace;
import dev.parley.conversation.Plan;
import dev.parley.conversation.Question;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Script;
import dev.parley.platform.Account;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Shown;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.slack.SlackSettings.Mode;
import dev.parley.platform.slack.local.Faults;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.web.WebPlatform;
import dev.parley.platform.web.WebRoom;
import dev.parley.recap.Quote;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One chat at the same time on Discord, on Slack and in the web room: one script, one pace, one recap. */
class OneChatManyRoomsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final List<String> QUESTIONS = List.of(
            "Which door do you open first?",
            "Which door stays shut?",
            "Who has the key?",
            "Who knocks?",
            "Which window would you rather take?");

    @TempDir
    Path folder;

    private final WebPlatform web = new WebPlatform(List.of(new WebRoom("commons", "Commons")), InstantSource.system());
    private final RoomId commons = new RoomId(WebPlatform.NAME, "commons");
    private final Account gus = new Account(WebPlatform.NAME, "gus");
    private final List<String> said = new ArrayList<>();
    private Lounge lounge;
    private Staffroom staffroom;
    private Hosted hosted;

    @BeforeEach
    void comeIn() {
        lounge = new Lounge(folder.resolve("lounge"));
        staffroom = new Staffroom(folder.resolve("staffroom"), Mode.SOCKET);
        hosted = new Hosted(folder.resolve("all"), commons);
        hosted.serve(plan(), lounge.platform(), staffroom.platform(), web);
        lounge.hears();
        staffroom.hears();
        assertThat(web.join(gus, "Gus")).isEmpty();
    }

    @AfterEach
    void leave() {
        hosted.close();
        lounge.close();
        staffroom.close();
    }

    private Plan plan() {
        Duration brief = Duration.ofSeconds(2);
        Duration each = Duration.ofMinutes(10);
        List<Question> questions = IntStream.range(0, QUESTIONS.size())
                .mapToObj(at -> new Question(at + 1, QUESTIONS.get(at), each))
                .toList();
        Script script = new Script(
                "doors",
                "Doors",
                "Welcome, everybody.",
                "",
                questions,
                "",
                new Pace(brief, brief, brief, 25, Duration.ofMinutes(10), Duration.ZERO));
        Instant start = Instant.now().plusSeconds(10);
        return new Plan(
                "Doors",
                "#doors",
                script,
                start,
                start.plus(Duration.ofHours(1)),
                Duration.ofMinutes(2),
                Duration.ofHours(1),
                List.of(),
                List.of(lounge.room, staffroom.room, commons),
                Set.of(),
                Optional.empty());
    }

    @Test
    void oneScriptOnePaceOneRecap() {
        everywhere(1);
        answers(1);
        byDiscord("next");
        everywhere(2);
        answers(2);
        bySlack("next");
        everywhere(3);
        assertThat(hosted.open()).isEqualTo(OptionalInt.of(3));
        answers(3);
        bySlack("end");

        recapTellsAll();
        recapStandsEverywhere();
        assertThat(askedOnDiscord()).containsExactlyElementsOf(QUESTIONS.subList(0, 3));
        assertThat(askedOnSlack()).containsExactlyElementsOf(QUESTIONS.subList(0, 3));
        assertThat(askedInTheWebRoom()).containsExactlyElementsOf(QUESTIONS.subList(0, 3));
        nobodyDidWrong();
    }

    @Test
    void slackThatFailsStopsNobodyAndCatchesUp() {
        everywhere(1);
        answers(1);
        staffroom.slack.faults(Faults.from(0).failing(1));
        missedOnSlack();
        staffroom.slack.faultless();
        backOnSlack();
    }

    @Test
    void slackThatCannotBeReachedStopsNobodyAndCatchesUp() {
        everywhere(1);
        answers(1);
        staffroom.slack.off();
        missedOnSlack();
        staffroom.slack.on();
        backOnSlack();
    }

    /** The others go on through three questions. What is said on Slack meanwhile is not lost. */
    private void missedOnSlack() {
        for (int number = 2; number <= 4; number++) {
            byDiscord("next");
            onDiscord(number);
            inTheWebRoom(number);
            answersOnDiscord(number);
            answersInTheWebRoom(number);
        }
        staffroom.cem.says(staffroom.channel, "A2: spoken on Slack while nobody listened");
        said.add("spoken on Slack while nobody listened");
        assertThat(askedOnSlack()).containsExactly(QUESTIONS.getFirst());
    }

    /** It is told where the chat is and asked the question that is open, and none of those that are past. */
    private void backOnSlack() {
        onSlack(4);
        answersOnSlack(4);
        await("the card")
                .atMost(PATIENCE)
                .until(() -> staffroom.said().stream()
                        .filter(Staffroom::isCard)
                        .anyMatch(card -> card.shown().contains(QUESTIONS.get(3))));
        byDiscord("next");
        everywhere(5);
        answers(5);
        byDiscord("end");

        recapTellsAll();
        recapStandsEverywhere();
        assertThat(askedOnSlack()).containsExactly(QUESTIONS.get(0), QUESTIONS.get(3), QUESTIONS.get(4));
        assertThat(staffroom.said()).filteredOn(Staffroom::isCard).hasSize(1);
        assertThat(askedOnDiscord()).containsExactlyElementsOf(QUESTIONS);
        assertThat(askedInTheWebRoom()).containsExactlyElementsOf(QUESTIONS);
        nobodyDidWrong();
    }

    @Test
    void discordThatCannotBeReachedStopsNobodyAndCatchesUp() {
        everywhere(1);
        answers(1);
        lounge.discord.off();
        for (int number = 2; number <= 4; number++) {
            bySlack("next");
            onSlack(number);
            inTheWebRoom(number);
            answersOnSlack(number);
            answersInTheWebRoom(number);
        }
        lounge.discord.on();
        onDiscord(4);
        answersOnDiscord(4);
        bySlack("next");
        everywhere(5);
        answers(5);
        bySlack("end");

        recapTellsAll();
        recapStandsEverywhere();
        assertThat(askedOnDiscord()).containsExactly(QUESTIONS.get(0), QUESTIONS.get(3), QUESTIONS.get(4));
        assertThat(lounge.channel.history()).filteredOn(Lounge::isCard).hasSize(1);
        assertThat(askedOnSlack()).containsExactlyElementsOf(QUESTIONS);
        nobodyDidWrong();
    }

    private void byDiscord(String command) {
        lounge.hanna.runs(lounge.channel, "/chat " + command).reply();
    }

    private void bySlack(String command) {
        staffroom.hanna.runs(staffroom.channel, "/parley " + command).reply();
    }

    private void everywhere(int number) {
        onDiscord(number);
        onSlack(number);
        inTheWebRoom(number);
    }

    private MessageRecord onDiscord(int number) {
        return lounge.question(QUESTIONS.get(number - 1));
    }

    private Message onSlack(int number) {
        return staffroom.posted(QUESTIONS.get(number - 1));
    }

    private void inTheWebRoom(int number) {
        await("question " + number + " in the web room")
                .atMost(PATIENCE)
                .until(() -> askedInTheWebRoom().contains(QUESTIONS.get(number - 1)));
    }

    private void answers(int number) {
        answersOnDiscord(number);
        answersOnSlack(number);
        answersInTheWebRoom(number);
    }

    private void answersOnDiscord(int number) {
        String text = "from Discord, to question " + number;
        lounge.ana.says(onDiscord(number).thread(), text);
        said.add(text);
    }

    private void answersOnSlack(int number) {
        String text = "from Slack, to question " + number;
        staffroom.bo.replies(onSlack(number), text);
        said.add(text);
    }

    private void answersInTheWebRoom(int number) {
        String text = "from the web, to question " + number;
        web.say(gus, commons, "A" + number + ": " + text).toCompletableFuture().join();
        said.add(text);
    }

    private List<String> askedOnDiscord() {
        return asked(lounge.standing().stream()
                .filter(message -> message.buttons().contains("Answer"))
                .map(MessageRecord::content)
                .toList());
    }

    private List<String> askedOnSlack() {
        return asked(staffroom.posts().stream()
                .filter(message -> message.buttons().contains("Answer"))
                .map(Message::shown)
                .toList());
    }

    private List<String> askedInTheWebRoom() {
        return asked(hosted.shown().stream()
                .filter(shown -> shown.tone() == Outgoing.Tone.QUESTION)
                .map(Shown::text)
                .toList());
    }

    /** Which questions these posts are; a post that is none of them as it is. */
    private static List<String> asked(List<String> posts) {
        return posts.stream()
                .map(post ->
                        QUESTIONS.stream().filter(post::contains).findFirst().orElse(post))
                .toList();
    }

    private void recapTellsAll() {
        await("the recap")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hosted.recap().parts().stream()
                                .flatMap(part -> part.answers().stream())
                                .flatMap(answer -> answer.parts().stream())
                                .map(Quote::text))
                        .containsExactlyInAnyOrderElementsOf(said));
    }

    /** One recap: its posts say the same in each room. */
    private void recapStandsEverywhere() {
        MessageRecord overview = lounge.posted("**Doors** ·");
        Message same = staffroom.posted("Doors ·");
        await("the recap's parts")
                .atMost(PATIENCE)
                .until(() -> overview.thread() != null
                        && said.stream().allMatch(text -> stands(text, partsOnDiscord(overview)))
                        && said.stream().allMatch(text -> stands(text, partsOnSlack(same)))
                        && hosted.shown().stream().anyMatch(shown -> shown.tone() == Outgoing.Tone.RECAP));
    }

    private static boolean stands(String text, List<String> parts) {
        return parts.stream().anyMatch(part -> part.contains(text));
    }

    private static List<String> partsOnDiscord(MessageRecord overview) {
        return overview.thread().saidByBot().stream()
                .map(MessageRecord::content)
                .toList();
    }

    private static List<String> partsOnSlack(Message overview) {
        return overview.replies().stream().map(Message::shown).toList();
    }

    private void nobodyDidWrong() {
        assertThat(Map.of(
                        "Discord", lounge.discord.violations(),
                        "Slack", staffroom.slack.violations()))
                .allSatisfy((_, wrong) -> assertThat(wrong).isEmpty());
    }
}
