package dev.parley.evening;

import static dev.parley.evening.Stage.Person.ANA;
import static dev.parley.evening.Stage.Person.BO;
import static dev.parley.evening.Stage.Person.CEM;
import static dev.parley.evening.Stage.Person.HANNA;
import static dev.parley.evening.Stage.Person.INES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Pace;
import dev.parley.conversation.Plan;
import dev.parley.conversation.Question;
import dev.parley.conversation.Script;
import dev.parley.evening.Stage.Calendar;
import dev.parley.evening.Stage.Person;
import dev.parley.evening.Stage.Post;
import dev.parley.platform.Card;
import dev.parley.recap.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What five people do in a chat, wherever it is played, and what must have come of it. */
final class Evening {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(3);
    private static final int TRIES = 20;

    /** Long enough for Parley to be there before it begins, with others on the same machine. */
    private static final Duration TO_COME_IN = Duration.ofSeconds(15);

    private static final String TITLE = "Doors and other beginnings";

    private final Stage stage;
    private final boolean hurried;
    private final List<MessageId> questions = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private final List<MessageId> answers = new ArrayList<>();

    /** What the recap must hold: a message, or none, under a question, with these words. */
    private record Kept(int question, Optional<MessageId> message, String text) {}

    /**
     * An evening.
     *
     * @param hurried whether hosts go on from the last questions themselves and do not wait for the clock
     */
    Evening(Stage stage, boolean hurried) {
        this.stage = stage;
        this.hurried = hurried;
    }

    private Plan plan(Instant start, Duration length) {
        Duration each = length.minusSeconds(8).dividedBy(4);
        Script script = new Script(
                "doors",
                TITLE,
                "Welcome, everybody.",
                "Who is there?",
                List.of(
                        new Question(1, "What do you do in the first minute of a lesson?", each),
                        new Question(2, "Who helps you to prepare?", each),
                        new Question(3, "What did you leave out lately?", each),
                        new Question(4, "What will you try this week?", each)),
                "What do you take home?",
                new Pace(
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(1),
                        25,
                        Duration.ofMinutes(10),
                        Duration.ZERO));
        return new Plan(
                "Tuesday talk",
                "#tuesdaytalk",
                script,
                start,
                start.plus(length),
                Duration.ofMinutes(2),
                Duration.ofHours(1),
                List.of(Duration.ofSeconds(30)),
                List.of(stage.room()),
                Set.of(),
                Optional.of(start.plus(Duration.ofDays(7))));
    }

    /**
     * Lives it from the announcement to the recap and an hour's worth of second thoughts, and checks everything.
     *
     * @return what the recap tells
     */
    String held(Duration length) {
        stage.says(ANA, "A1: nobody asked yet, so this is nobody's answer");
        stage.serve(plan(Instant.now().plus(TO_COME_IN), length));
        calendar(Calendar.PLANNED); // before all troubles: what has begun cannot be planned any more
        stage.troubled();
        posted(stage.bold(TITLE) + " begins");
        posted("Welcome, everybody.");
        stage.says(ANA, "Ana here, from the coast, I teach year four");
        first();
        second();
        third();
        fourth();
        posted("What do you take home?");
        stage.says(CEM, "Final thought: I take a poem home");
        if (hurried) {
            insist("the end", () -> stage.ends(INES), () -> standsAt(Card.Stage.SLOW));
        }
        posted("Thank you for talking with each other.");
        calendar(Calendar.OVER);
        slowTime();
        theRecapIsRight();
        theRecapIsPosted();
        stage.faultless();
        secondThoughts();
        everyPostStandsOnceAndInOrder();
        return Telling.of(stage.hosted().recap());
    }

    /** Answers of every kind, while a host holds the question. */
    private void first() {
        MessageId question = question("What do you do in the first minute");
        steers(HANNA, "hold", this::isHeld);
        calendar(Calendar.RUNNING);
        MessageId door = stage.says(ANA, "A1: I greet every pupil at the door");
        String seats = "They choose where they want to sit, every single day";
        filed(1, seats, stage.answersInThread(BO, question, seats));
        String poem = "We begin with a poem that somebody has brought along";
        filed(1, poem, stage.replies(CEM, question, poem));
        filed(1, "The first minute is theirs", stage.says(INES, "A1 1/2: The first minute is theirs"));
        filed(1, "and the second one is for the plan", stage.says(INES, "2/2 and the second one is for the plan"));
        filed(3, "I left out the homework", stage.says(BO, "A3: I left out the homework"));
        MessageId gone = stage.says(BO, "A1: nobody will ever read the word zeppelin");
        stage.says(CEM, "off the record: I am tired of the word dirigible");
        stage.machinesSay("A1: beep, it will be a balloon day");
        String greeting = "I greet every pupil at the door and ask one question";
        stage.edits(ANA, door, "A1: " + greeting);
        filed(1, greeting, door);
        stage.reacts(CEM, door);
        stage.deletes(BO, gone);
        String picture = "I show this https://example.org/picture every Monday";
        MessageId link = stage.says(BO, "A1: " + picture);
        filed(1, picture, link);
        stage.previewsLink(link);
        MessageId file = stage.attaches(ANA, "seats.txt", "A1: here is my plan of seats");
        filed(1, stage.withFile("here is my plan of seats", "seats.txt", file), file);
        hasReceipt(link);
        next(HANNA, 2);
    }

    /** The dialog, a late answer, a refiling. */
    private void second() {
        MessageId question = question("Who helps you to prepare?");
        inSight("Who helps you to prepare?");
        presses(INES, "Hold", this::isHeld);
        answersInDialog(BO, question, "My brother, who is a carpenter and knows nothing of schools", 2);
        filed(1, "I never close it", stage.says(ANA, "A1: I never close it"));
        filed(2, "the neighbour across the corridor", stage.says(CEM, "A2: the neighbour across the corridor"));
        String tutor = "My old tutor still reads every plan of mine before Monday";
        MessageId astray = stage.says(ANA, tutor);
        MessageId moved = stage.replies(CEM, question, "silence, and then a bell");
        hasReceipt(moved);
        files(HANNA, moved, CEM, 1);
        filed(1, "silence, and then a bell", moved);
        files(ANA, astray, ANA, 2);
        filed(2, tutor, astray);
        next(HANNA, 3);
    }

    /** A co-host, a pause, threads of several questions at once. */
    private void third() {
        MessageId question = question("What did you leave out lately?");
        insist(
                "a co-host",
                () -> stage.makesCohost(HANNA, BO),
                () -> stage.hosted().isHost(stage.account(BO)));
        steers(BO, "pause", () -> standsAt(Card.Stage.PAUSED));
        posted("We pause here.");
        MessageId half = stage.answersInThread(ANA, question, "The worksheet about");
        MessageId unsaid = stage.answersInThread(BO, question, "Something about a blimp that I take back at once");
        String worksheet = "The worksheet about trains, and nobody missed it";
        stage.edits(ANA, half, worksheet);
        filed(3, worksheet, half);
        String window = "I have just remembered that I also open a window";
        filed(1, window, stage.answersInThread(CEM, questions.getFirst(), window));
        stage.deletes(BO, unsaid);
        filed(3, "my own example", stage.says(HANNA, "A3: my own example"));
        presses(INES, "Resume", () -> standsAt(Card.Stage.QUESTION));
        posted("And on we go.");
        if (hurried) {
            next(BO, 4);
        }
    }

    /** By the clock, where the hosts leave it alone. */
    private void fourth() {
        MessageId question = question("What will you try this week?");
        filed(4, "two minutes of silence, at the end", stage.says(BO, "A4: two minutes of silence, at the end"));
        filed(
                4,
                "Singing, if my voice comes back",
                stage.replies(INES, question, "A4 Singing, if my voice comes back"));
        if (hurried) {
            steers(BO, "next", () -> standsAt(Card.Stage.CLOSING));
        }
    }

    /** The questions stay open, for those who say which one they mean. */
    private void slowTime() {
        String daughter = "thought of on the way home: my daughter";
        filed(2, daughter, stage.says(BO, "A2: " + daughter));
        String lesson = "I will let somebody else begin the lesson";
        filed(4, lesson, stage.answersInThread(CEM, questions.getLast(), lesson));
        stage.says(ANA, "what an evening that was, and what a lot of airships");
    }

    /** Waits for a post in the room that has these words in it. */
    private MessageId posted(String words) {
        await("\"" + words + "\"").atMost(PATIENCE).until(() -> find(words).isPresent());
        return find(words).orElseThrow();
    }

    private Optional<MessageId> find(String words) {
        return stage.posts().stream()
                .filter(post -> post.under().isEmpty() && post.text().contains(words))
                .map(Post::message)
                .findFirst();
    }

    /** Waits until the next question stands and can be answered in a thread. */
    private MessageId question(String words) {
        MessageId post = posted(words);
        await("thread of " + words).atMost(PATIENCE).until(() -> stage.hasThread(post));
        questions.add(post);
        return post;
    }

    private void calendar(Calendar calendar) {
        await("in the calendar: " + calendar).atMost(PATIENCE).until(() -> stage.calendarSays(calendar));
    }

    private boolean standsAt(Card.Stage where) {
        return stage.hosted().card().orElseThrow().stage() == where;
    }

    private boolean isHeld() {
        return stage.hosted().card().orElseThrow().text().contains("stays with");
    }

    /** Does something with the bot until it has worked, as people do where they see that the application did not respond. */
    private static void insist(String what, Runnable doing, BooleanSupplier done) {
        for (int tries = 1; ; tries++) {
            try {
                doing.run();
            } catch (AssertionError unheard) {
                if (tries == TRIES) {
                    throw unheard;
                }
            }
            try {
                await(what).atMost(BEFORE_TRYING_AGAIN).until(done::getAsBoolean);
                return;
            } catch (ConditionTimeoutException notYet) {
                if (tries == TRIES) {
                    throw notYet;
                }
            }
        }
    }

    private void steers(Person host, String command, BooleanSupplier done) {
        insist(command, () -> stage.steers(host, command), done);
    }

    private void presses(Person host, String label, BooleanSupplier done) {
        insist(label, () -> stage.presses(host, label), done);
    }

    private void next(Person host, int question) {
        steers(host, "next", () -> stage.hosted().open().equals(OptionalInt.of(question)));
    }

    private void answersInDialog(Person person, MessageId question, String words, int number) {
        insist(
                "an answer by the dialog",
                () -> stage.answersInDialog(person, question, words),
                () -> stage.hosted().keeps(stage.account(person), words));
        kept.add(new Kept(number, Optional.empty(), words));
    }

    private void files(Person person, MessageId message, Person author, int question) {
        insist(
                "filed under " + question,
                () -> stage.files(person, message, "Q" + question),
                () -> stage.hosted().hasFiled(stage.account(author), message, question));
    }

    private void filed(int question, String text, MessageId message) {
        kept.add(new Kept(question, Optional.of(message), text));
        answers.add(message);
    }

    private void hasReceipt(MessageId message) {
        await("a receipt on " + message).atMost(PATIENCE).until(() -> stage.hasReceipt(message));
    }

    private void inSight(String words) {
        await("in sight: " + words)
                .atMost(PATIENCE)
                .until(() -> stage.inSight().size() == 1
                        && stage.inSight().getFirst().contains(words));
    }

    private List<Kept> inRecap() {
        return stage.hosted().recap().parts().stream()
                .flatMap(part -> part.answers().stream()
                        .flatMap(answer -> answer.parts().stream())
                        .map(quote -> new Kept(part.number(), message(quote), quote.text())))
                .toList();
    }

    /** What was written into a dialog stands nowhere. */
    private Optional<MessageId> message(Quote quote) {
        return Optional.of(quote.message().orElseThrow()).filter(message -> !stage.isDialog(message));
    }

    private void theRecapIsRight() {
        await("the recap")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(inRecap()).containsExactlyInAnyOrderElementsOf(kept));
        assertThat(stage.hosted().recap().finals()).extracting(Quote::text).containsExactly("I take a poem home");
        answers.forEach(this::hasReceipt);
    }

    /** One post for all and one for each question below it; the attached page has everything, with links. */
    private void theRecapIsPosted() {
        MessageId overview = posted(stage.bold(TITLE) + " ·");
        await("the recap's parts")
                .atMost(PATIENCE)
                .until(() -> stage.hasThread(overview) && below(overview).size() == 4);
        Document page = Jsoup.parse(stage.attached(overview, "recap.html"));
        kept.forEach(one -> assertThat(page.text()).contains(one.text().replace("\n", " ")));
        assertThat(page.select("a").eachAttr("href"))
                .containsAll(kept.stream()
                        .flatMap(one -> one.message().stream())
                        .map(stage::link)
                        .toList());
        assertThat(Stream.concat(Stream.of(page.text()), stage.posts().stream().map(Post::text)))
                .noneMatch(text -> Stream.of("zeppelin", "dirigible", "blimp", "airship", "balloon", "nobody's answer")
                        .anyMatch(text::contains));
    }

    private List<String> below(MessageId post) {
        return stage.posts().stream()
                .filter(one -> one.under().equals(Optional.of(post)))
                .map(Post::text)
                .toList();
    }

    /** What was posted follows what people change. */
    private void secondThoughts() {
        MessageId silence = kept.stream()
                .filter(one -> one.text().startsWith("two minutes"))
                .flatMap(one -> one.message().stream())
                .findFirst()
                .orElseThrow();
        stage.edits(BO, silence, "A4: three minutes of silence, at the end");
        MessageId overview = posted(stage.bold(TITLE) + " ·");
        await("the recap said anew")
                .atMost(PATIENCE)
                .until(() -> below(overview).stream().anyMatch(part -> part.contains("three minutes of silence")));
    }

    private void everyPostStandsOnceAndInOrder() {
        await("nothing left to post")
                .atMost(PATIENCE)
                .until(() -> stage.hosted().undone().isEmpty());
        List<Post> standing = stage.posts();
        assertThat(standing)
                .extracting(Post::message)
                .containsExactlyElementsOf(stage.hosted().done());
        assertThat(standing.stream().filter(post -> post.under().isEmpty()).map(Post::text))
                .doesNotHaveDuplicates();
        stage.isTidy();
    }
}
