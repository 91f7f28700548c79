package dev.parley.engine.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.coaching.notebook.Commitment;
import dev.parley.coaching.notebook.Notebook;
import dev.parley.coaching.notebook.Origin;
import dev.parley.conversation.Command;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Fact;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Pace;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Plan;
import dev.parley.conversation.Question;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Script;
import dev.parley.conversation.Verb;
import dev.parley.engine.Chats;
import dev.parley.engine.Programme;
import dev.parley.engine.ScheduledChat;
import dev.parley.platform.Form;
import dev.parley.platform.Order;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Shown;
import dev.parley.platform.Unreachable;
import dev.parley.store.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people tried goes from their notebooks into a chat's opening, if they wish, and out of it again. */
class WinsTest {

    private static final RoomId SQUARE = new RoomId(PrivateRooms.NAME, "square");

    /** A Wednesday, ten in the morning in Berlin. */
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    private static final Instant MONDAY = Instant.parse("2026-11-30T19:00:00Z");
    private static final Instant WEEK_AFTER = MONDAY.plus(Duration.ofDays(7));
    private static final ConversationId FIRST = new ConversationId(Village.COMMUNITY, "talk/2026-11-30");
    private static final ConversationId SECOND = new ConversationId(Village.COMMUNITY, "talk/2026-12-07");
    private static final String SAID = "Counting to ten helped.";

    @TempDir
    Path folder;

    private final PrivateRooms rooms = new PrivateRooms();
    private Village village;
    private PersonId ada;

    @BeforeEach
    void open() {
        village = village(rooms, NOW);
        ada = village.introduce("ada", "Ada");
    }

    private Village village(PrivateRooms where, Instant now) {
        return new Village(
                Settings.inFolder(folder),
                where,
                now,
                "lead",
                new Chats(
                        List.of(
                                new ScheduledChat(FIRST.name(), plan(MONDAY, Optional.of(WEEK_AFTER))),
                                new ScheduledChat(SECOND.name(), plan(WEEK_AFTER, Optional.empty()))),
                        Programme.Readers.PUBLIC));
    }

    private static Plan plan(Instant start, Optional<Instant> next) {
        Script script = new Script(
                "talk",
                "A talk",
                "Welcome, everybody.",
                "",
                List.of(new Question(1, "What is new?", Duration.ofMinutes(10))),
                "Last words?",
                Pace.USUAL);
        return new Plan(
                "Talks",
                "",
                script,
                start,
                start.plus(Duration.ofMinutes(20)),
                Duration.ofMinutes(10),
                Duration.ZERO,
                List.of(),
                List.of(SQUARE),
                Set.of(),
                next);
    }

    @AfterEach
    void close() {
        village.close();
    }

    /** Somebody has tried something and told of it. */
    private String tried(String account, String told) {
        village.order(account, Order.Kind.TRY, Optional.empty(), "Count to ten after each question");
        String commitment = commitments(account).getLast().id();
        told(account, commitment, told);
        return commitment;
    }

    private List<Commitment> commitments(String account) {
        PersonId person =
                village.ledger().behind(Village.account(account)).orElseThrow().id();
        ConversationId notebook = new ConversationId(Village.COMMUNITY, Notebook.KIND + ":" + person);
        return village.ledger().look(notebook, story -> ((Notebook) story).commitments());
    }

    private String told(String account, String commitment, String told) {
        return village.fill(account, Meanings.text(new Meaning.TellHow(commitment)), Map.of("text", told));
    }

    private String say(String account, String commitment, String words) {
        return village.fill(account, Meanings.text(new Meaning.SayWin(commitment)), Map.of("text", words));
    }

    private String takeBack(String account, String commitment) {
        return village.press(account, Meanings.text(new Meaning.TakeWinBack(commitment)));
    }

    private List<String> welcomes() {
        return rooms.inPublic().stream()
                .map(Outgoing::text)
                .filter(text -> text.contains("Welcome, everybody."))
                .toList();
    }

    private List<String> pages() {
        return village.journals().home(Village.account("ada")).orElseThrow().tried().stream()
                .map(Object::toString)
                .toList();
    }

    private List<Fact> ask(ConversationId chat, Command command) {
        List<Fact> facts = village.ledger().ask(chat, command).join();
        village.settle();
        return facts;
    }

    @Test
    void whatWasTriedIsSaidInTheNextOpeningOnceAndInTheWordsThatWereChosen() {
        String commitment = tried("ada", "They wept, and then they answered.");
        assertThat(told("ada", commitment, "They wept, and *then* they answered."))
                .contains("Say it in the next chat's opening");
        assertThat(village.coaching
                        .form(Village.account("ada"), Meanings.text(new Meaning.SayWin(commitment)))
                        .map(Form::fields)
                        .orElseThrow()
                        .getFirst()
                        .value())
                .isEqualTo("They wept, and *then* they answered.");

        assertThat(say("ada", commitment, "*Ten* seconds\n# help <@1>"))
                .contains("Monday, 30 November")
                .contains("\\*Ten\\*")
                .contains("Take it back");
        village.until(MONDAY.plusSeconds(1));
        assertThat(welcomes())
                .singleElement()
                .asString()
                .contains("- \\*Ten\\* seconds # help \\<@1\\> (Ada)")
                .contains("What did you try?");

        village.until(WEEK_AFTER.plusSeconds(1));
        assertThat(welcomes()).hasSize(2).last().asString().doesNotContain("Ada", "What did you try?");
        assertThat(rooms.inPublic().toString()).doesNotContain("wept", "Count to ten");
    }

    @Test
    void withoutTheirPressingNothingIsSaid() {
        tried("ada", "It went well.");
        village.until(MONDAY.plusSeconds(1));

        assertThat(welcomes()).singleElement().asString().doesNotContain("Ada", "It went well", "What did you try?");
    }

    @Test
    void whatIsTakenBackBeforeIsNotSaidAndMayBeOfferedAgain() {
        String commitment = tried("ada", "It went well.");
        say("ada", commitment, SAID);
        assertThat(pages()).singleElement().asString().contains(SAID, "Take it back");
        takeBack("ada", commitment);
        assertThat(pages()).singleElement().asString().doesNotContain(SAID);
        village.until(MONDAY.plusSeconds(1));
        assertThat(welcomes()).singleElement().asString().doesNotContain(SAID);

        say("ada", commitment, SAID);
        village.until(WEEK_AFTER.plusSeconds(1));
        assertThat(welcomes()).last().asString().contains(SAID);
    }

    @Test
    void whatIsTakenBackAfterwardsIsGoneWhereItStandsAndIsNotSaidAgain() {
        String commitment = tried("ada", "It went well.");
        say("ada", commitment, SAID);
        village.until(MONDAY.plusSeconds(1));
        assertThat(welcomes()).singleElement().asString().contains(SAID);
        assertThat(pages()).singleElement().asString().contains("said=true");
        village.until(MONDAY.plusSeconds(3600));
        takeBack("ada", commitment);

        assertThat(welcomes()).singleElement().asString().doesNotContain(SAID, "Ada", "What did you try?");
        assertThat(pages()).isEmpty();
        assertThat(say("ada", commitment, SAID)).startsWith("refused");
        village.until(WEEK_AFTER.plusSeconds(1));
        assertThat(rooms.inPublic().toString()).doesNotContain(SAID);
    }

    @Test
    void otherWordsComeInTheirPlace() {
        String commitment = tried("ada", "It went well.");
        say("ada", commitment, "Before");
        say("ada", commitment, SAID);
        village.until(MONDAY.plusSeconds(1));
        assertThat(welcomes()).singleElement().asString().contains(SAID).doesNotContain("Before");
        assertThat(say("ada", commitment, "After all")).contains("After all");

        assertThat(welcomes()).singleElement().asString().contains("After all").doesNotContain(SAID);
        assertThat(shown()).contains("After all").doesNotContain(SAID);
    }

    /** The room as a browser sees it that comes later. */
    private String shown() {
        return village.engine.facilitator().shown(SQUARE).stream()
                .map(Shown::text)
                .toList()
                .toString();
    }

    @Test
    void withWhatWasToldTheWinGoes() {
        String commitment = tried("ada", "It went well.");
        String other = tried("ada", "It went badly.");
        say("ada", commitment, SAID);
        say("ada", other, "Another");
        village.press("ada", Meanings.text(new Meaning.LetGo(other)));
        village.until(MONDAY.plusSeconds(1));
        assertThat(welcomes()).singleElement().asString().contains(SAID).doesNotContain("Another");
        village.press("ada", Meanings.text(new Meaning.LetGo(commitment)));

        assertThat(welcomes()).singleElement().asString().doesNotContain(SAID);
    }

    @Test
    void whoIsErasedIsGoneFromTheOpening() {
        village.introduce("ben", "Ben");
        String commitment = tried("ada", "It went well.");
        say("ada", commitment, SAID);
        say("ben", tried("ben", "It went well."), "Breaks helped.");
        String waiting = tried("ada", "Later.");
        village.until(MONDAY.plusSeconds(1));
        say("ada", waiting, "Another");
        village.erase(ada);

        assertThat(welcomes())
                .singleElement()
                .asString()
                .contains("Breaks helped. (Ben)")
                .doesNotContain(SAID, "Ada");
        village.until(WEEK_AFTER.plusSeconds(1));
        assertThat(rooms.inPublic().toString()).doesNotContain(SAID, "Another", "Ada");
        assertThat(village.words(FIRST).values()).containsExactly("Breaks helped.");
    }

    @Test
    void aChatThatIsNotHeldDoesNotEatIt() {
        say("ada", tried("ada", "It went well."), SAID);
        assertThat(ask(FIRST, new Command.Cancel())).hasSize(1);
        village.until(WEEK_AFTER.plusSeconds(1));

        assertThat(welcomes()).singleElement().asString().contains(SAID);
    }

    @Test
    void aChatWhoseBeginningIsTakenBackAndThatIsCalledOffDoesNotEatIt() {
        say("ada", tried("ada", "It went well."), SAID);
        village.until(MONDAY.minusSeconds(600));
        ask(FIRST, new Command.Steer(ada, new Verb.Start()));
        assertThat(welcomes()).singleElement().asString().contains(SAID);
        ask(FIRST, new Command.Steer(ada, new Verb.Undo()));
        assertThat(welcomes()).isEmpty();
        ask(FIRST, new Command.Cancel());
        village.until(WEEK_AFTER.plusSeconds(1));

        assertThat(welcomes()).singleElement().asString().contains(SAID);
        assertThat(village.words(FIRST)).isEmpty();
    }

    @Test
    void aBeginningThatIsTakenBackAndComesAgainSaysItThen() {
        say("ada", tried("ada", "It went well."), SAID);
        village.until(MONDAY.minusSeconds(600));
        ask(FIRST, new Command.Steer(ada, new Verb.Start()));
        ask(FIRST, new Command.Steer(ada, new Verb.Undo()));
        village.until(MONDAY.plusSeconds(1));

        assertThat(welcomes()).singleElement().asString().contains(SAID).containsOnlyOnce("(Ada)");
    }

    @Test
    void soManyAreSaidInOneOpeningAndTheOthersInTheNext() {
        IntStream.rangeClosed(1, 7).forEach(number -> say("ada", tried("ada", "Told " + number), "Win " + number));
        village.until(WEEK_AFTER.plusSeconds(1));

        assertThat(welcomes()).hasSize(2);
        assertThat(welcomes().getFirst()).contains("Win 1", "Win 5").doesNotContain("Win 6");
        assertThat(welcomes().getLast()).contains("Win 6", "Win 7").doesNotContain("Win 5");
    }

    @Test
    void aWinIsShortAndIsGivenBackWhereItIsNot() {
        assertThat(say("ada", tried("ada", "It went well."), "x".repeat(201))).contains("refused", "200");
    }

    @Test
    void nothingIsPromisedWhereNoChatIsToCome() {
        ask(FIRST, new Command.Cancel());
        ask(SECOND, new Command.Cancel());
        String commitment = tried("ada", "It went well.");

        assertThat(told("ada", commitment, "Very well.")).doesNotContain("opening");
        assertThat(pages()).isEmpty();
        assertThat(say("ada", commitment, SAID)).startsWith("refused");
    }

    @Test
    void whatIsKilledBetweenGoesOnAfterwardsAndRepeatsNothing() {
        village.close();
        PrivateRooms dying = new Dying();
        village = village(dying, NOW);
        say("ada", tried("ada", "It went well."), SAID);
        village.until(MONDAY);
        village.kill();
        village = village(dying, MONDAY.plusSeconds(60));
        village.until(WEEK_AFTER.plusSeconds(1));

        assertThat(dying.inPublic().stream().map(Outgoing::text).filter(text -> text.contains(SAID)))
                .hasSize(1);
    }

    /** A place whose answer to the first post is lost. */
    private static final class Dying extends PrivateRooms {
        private boolean lost;

        @Override
        public synchronized MessageId post(Outgoing post) {
            MessageId message = super.post(post);
            if (!lost) {
                lost = true;
                throw new Unreachable("The answer was lost", Duration.ofSeconds(30));
            }
            return message;
        }
    }

    @Test
    void atTheCloseEverybodyIsOfferedToTrySomethingAndNobodySeesWhoDoes() {
        village.until(MONDAY.plus(Duration.ofMinutes(21)));
        Outgoing thanks = rooms.inPublic().stream()
                .filter(post -> post.text().contains("Thank you for talking"))
                .findFirst()
                .orElseThrow();
        assertThat(thanks.choices())
                .singleElement()
                .satisfies(choice -> assertThat(choice.form()).isTrue());
        String meaning = thanks.choices().getFirst().meaning();
        List<Outgoing> before = rooms.inPublic();

        assertThat(village.coaching.form(Village.account("stranger"), meaning)).isPresent();
        assertThat(village.fill("stranger", meaning, Map.of("text", "Ask less")))
                .contains("Monday 7 December");
        Commitment kept = commitments("stranger").getFirst();
        assertThat(kept.origin()).isEqualTo(Origin.CHAT);
        assertThat(kept.due()).isEqualTo("2026-12-07T15:00:00Z");
        assertThat(rooms.inPublic()).isEqualTo(before);
    }

    @Test
    void whereTheNextChatIsNotKnownItIsAskedAboutInTwoWeeks() {
        village.fill("ada", Meanings.text(new Meaning.TryNext(Instant.EPOCH)), Map.of("text", "Ask less"));
        village.fill("ada", Meanings.text(new Meaning.TryNext(Instant.MAX)), Map.of("text", "Ask more"));

        assertThat(commitments("ada"))
                .extracting(Commitment::on)
                .map(Object::toString)
                .containsExactly("2026-12-09", "2026-12-09");
    }

    @Test
    void theOverviewSaysWhatWaitsForAnOpening() {
        String commitment = tried("ada", "It went well.");
        assertThat(overview()).contains("Say it in the next chat's opening").doesNotContain(SAID);
        say("ada", commitment, SAID);

        assertThat(overview()).contains(SAID, "Take it back");
    }

    private String overview() {
        return village.order("ada", Order.Kind.OVERVIEW, Optional.empty(), "");
    }
}
