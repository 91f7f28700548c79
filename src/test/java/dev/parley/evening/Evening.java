package dev.parley.evening;

import static dev.parley.evening.Lounge.insist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.conversation.Pace;
import dev.parley.conversation.Plan;
import dev.parley.conversation.Question;
import dev.parley.conversation.Script;
import dev.parley.platform.Card;
import dev.parley.platform.discord.local.Channel;
import dev.parley.platform.discord.local.Faults;
import dev.parley.platform.discord.local.GuildEvent;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.Modal;
import dev.parley.platform.discord.local.User;
import dev.parley.recap.Quote;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What five people do in a chat, and what must have come of it. */
final class Evening {
    private static final Duration PATIENCE = Lounge.PATIENCE;
    private static final String FILED = "✅";

    private final Lounge lounge;
    private final boolean hurried;
    private final Faults faults;
    private final Channel channel;
    private final List<Kept> kept = new ArrayList<>();
    private final List<MessageRecord> answers = new ArrayList<>();

    /** What the recap must hold: a message under a question, with these words. */
    private record Kept(int question, String message, String text) {}

    /**
     * An evening.
     *
     * @param hurried whether hosts go on from the last questions themselves and do not wait for the clock
     * @param faults what happens from the moment on when Parley is there
     */
    Evening(Lounge lounge, boolean hurried, Faults faults) {
        this.lounge = lounge;
        this.hurried = hurried;
        this.faults = faults;
        this.channel = lounge.channel;
    }

    static Plan plan(Lounge lounge, Instant start, Duration length) {
        Duration each = length.minusSeconds(8).dividedBy(4);
        Script script = new Script(
                "doors",
                "Doors and other beginnings",
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
                List.of(lounge.room),
                Set.of(),
                Optional.of(start.plus(Duration.ofDays(7))));
    }

    /** Lives it from the announcement to the recap and an hour's worth of second thoughts, and checks everything. */
    void held(Duration length) {
        lounge.ana.says(channel, "A1: nobody asked yet, so this is nobody's answer");
        Instant start = Instant.now().plusSeconds(8);
        lounge.serve(plan(lounge, start, length));
        lounge.discord.faults(faults);
        await("a scheduled event").atMost(PATIENCE).until(() -> event(GuildEvent.Status.SCHEDULED));
        lounge.posted("Doors and other beginnings** begins");
        lounge.posted("Welcome, everybody.");
        lounge.ana.says(channel, "Ana here, from the coast, I teach year four");
        first();
        second();
        third();
        fourth();
        lounge.posted("What do you take home?");
        lounge.cem.says(channel, "Final thought: I take a poem home");
        if (hurried) {
            end();
        }
        lounge.posted("Thank you for talking with each other.");
        await("the event is over").atMost(PATIENCE).until(() -> event(GuildEvent.Status.COMPLETED));
        slowTime();
        theRecapIsRight();
        theRecapIsPosted();
        lounge.discord.faultless();
        secondThoughts();
        everyPostStandsOnceAndInOrder();
    }

    private boolean event(GuildEvent.Status status) {
        List<GuildEvent> events = lounge.guild.events();
        return events.size() == 1 && events.getFirst().status() == status;
    }

    /** Answers of every kind, while a host holds the question. */
    private void first() {
        MessageRecord question = lounge.question("What do you do in the first minute");
        steers(lounge.hanna, "/chat hold", this::isHeld);
        await("the event runs").atMost(PATIENCE).until(() -> event(GuildEvent.Status.ACTIVE));
        User ana = lounge.ana;
        MessageRecord door = ana.says(channel, "A1: I greet every pupil at the door");
        filed(1, lounge.bo.says(question.thread(), "They choose where they want to sit, every single day"));
        filed(1, lounge.cem.replies(question, "We begin with a poem that somebody has brought along"));
        filed(1, "The first minute is theirs", lounge.ines.says(channel, "A1 1/2: The first minute is theirs"));
        filed(
                1,
                "and the second one is for the plan",
                lounge.ines.says(channel, "2/2 and the second one is for the plan"));
        filed(3, "I left out the homework", lounge.bo.says(channel, "A3: I left out the homework"));
        MessageRecord gone = lounge.bo.says(channel, "A1: nobody will ever read the word zeppelin");
        lounge.cem.says(channel, "off the record: I am tired of the word dirigible");
        lounge.guild.bot("Weather").says(channel, "A1: beep, it will be a balloon day");
        channel.webhook("News").says("A1: a hot-air announcement");
        filed(
                1,
                "I greet every pupil at the door and ask one question",
                ana.edits(door, "A1: I greet every pupil at the door and ask one question"));
        lounge.cem.reacts(door, "❤️");
        lounge.bo.deletes(gone);
        MessageRecord link = lounge.bo.says(channel, "A1: I show this https://example.org/picture every Monday");
        filed(1, "I show this https://example.org/picture every Monday", link);
        lounge.discord.previewsLink(link);
        MessageRecord file = ana.attaches(
                channel, "seats.txt", "a b c".getBytes(StandardCharsets.UTF_8), "A1: here is my plan of seats");
        filed(
                1,
                "here is my plan of seats\nseats.txt https://discord.com/channels/" + lounge.guild.id() + "/"
                        + channel.id() + "/" + file.id(),
                file);
        hasReceipt(link);
        next(lounge.hanna, 2);
    }

    /** The dialog, a late answer, a refiling. */
    private void second() {
        MessageRecord question = lounge.question("Who helps you to prepare?");
        inSight("Who helps you to prepare?");
        presses(lounge.ines, "Hold", this::isHeld);
        answers(lounge.bo, question, "My brother, who is a carpenter and knows nothing of schools", 2);
        filed(1, "I never close it", lounge.ana.says(channel, "A1: I never close it"));
        filed(
                2,
                "the neighbour across the corridor",
                lounge.cem.says(channel, "A2: the neighbour across the corridor"));
        MessageRecord astray = lounge.ana.says(channel, "My old tutor still reads every plan of mine before Monday");
        MessageRecord moved = lounge.cem.replies(question, "silence, and then a bell");
        hasReceipt(moved);
        files(lounge.hanna, moved, "Q1");
        filed(1, "silence, and then a bell", moved);
        files(lounge.ana, astray, "Q2");
        filed(2, "My old tutor still reads every plan of mine before Monday", astray);
        next(lounge.hanna, 3);
    }

    /** A co-host, a pause, threads of several questions at once. */
    private void third() {
        MessageRecord question = lounge.question("What did you leave out lately?");
        insist(
                "a co-host",
                () -> lounge.hanna
                        .runs(channel, "/chat cohost", Map.of("person", lounge.bo))
                        .reply(),
                () -> lounge.engine().host(Lounge.account(lounge.bo)).isPresent());
        steers(lounge.bo, "/chat pause", () -> stage() == Card.Stage.PAUSED);
        lounge.posted("We pause here.");
        Channel thread = question.thread();
        MessageRecord half = lounge.ana.says(thread, "The worksheet about");
        MessageRecord unsaid = lounge.bo.says(thread, "Something about a blimp that I take back at once");
        filed(3, lounge.ana.edits(half, "The worksheet about trains, and nobody missed it"));
        filed(1, lounge.cem.says(thread(1), "I have just remembered that I also open a window"));
        lounge.bo.deletes(unsaid);
        filed(3, "my own example", lounge.hanna.says(channel, "A3: my own example"));
        presses(lounge.ines, "Resume", () -> stage() == Card.Stage.QUESTION);
        lounge.posted("And on we go.");
        if (hurried) {
            next(lounge.bo, 4);
        }
    }

    /** By the clock, where the hosts leave it alone. */
    private void fourth() {
        MessageRecord question = lounge.question("What will you try this week?");
        filed(
                4,
                "two minutes of silence, at the end",
                lounge.bo.says(channel, "A4: two minutes of silence, at the end"));
        filed(
                4,
                "Singing, if my voice comes back",
                lounge.ines.replies(question, "A4 Singing, if my voice comes back"));
        if (hurried) {
            steers(lounge.bo, "/chat next", () -> stage() == Card.Stage.CLOSING);
        }
    }

    private void end() {
        insist(
                "the end",
                () -> {
                    MessageRecord sure =
                            lounge.ines.pressesLabel(lounge.panel(), "End").reply();
                    lounge.ines.pressesLabel(sure, "End it").acknowledged();
                },
                () -> stage() == Card.Stage.SLOW);
    }

    /** The questions stay open, for those who say which one they mean. */
    private void slowTime() {
        filed(
                2,
                "thought of on the way home: my daughter",
                lounge.bo.says(channel, "A2: thought of on the way home: my daughter"));
        filed(4, lounge.cem.says(thread(4), "I will let somebody else begin the lesson"));
        lounge.ana.says(channel, "what an evening that was, and what a lot of airships");
    }

    private Channel thread(int question) {
        return lounge.channel.threads().get(question - 1);
    }

    private Card.Stage stage() {
        return lounge.card().orElseThrow().stage();
    }

    private boolean isHeld() {
        return lounge.card().orElseThrow().text().contains("stays with");
    }

    private void steers(User host, String command, BooleanSupplier done) {
        insist(command, () -> host.runs(channel, command).reply(), done);
    }

    /** Presses something in the panel, and looks anew first where it is not there. */
    private void presses(User host, String label, BooleanSupplier done) {
        insist(
                label,
                () -> {
                    MessageRecord panel = lounge.panel();
                    if (panel.buttons().contains(label)) {
                        host.pressesLabel(panel, label).acknowledged();
                    } else if (panel.buttons().contains("Refresh")) {
                        host.pressesLabel(panel, "Refresh").acknowledged();
                    }
                },
                done);
    }

    private void next(User host, int question) {
        steers(host, "/chat next", () -> lounge.open().equals(OptionalInt.of(question)));
    }

    /** Answers by the button under a question. */
    private void answers(User person, MessageRecord question, String words, int number) {
        insist(
                "an answer by the dialog",
                () -> {
                    Modal dialog = person.pressesLabel(question, "Answer").modal();
                    person.submits(dialog, Map.of("text", words)).reply();
                },
                () -> lounge.keeps(person, words));
        kept.add(new Kept(number, "", words));
    }

    /** Files a message by its menu. */
    private void files(User person, MessageRecord message, String where) {
        insist(
                "filed under " + where,
                () -> {
                    MessageRecord menu =
                            person.opensMenu("File under…", message).reply();
                    String mark = menu.components()
                            .findParents("placeholder")
                            .getFirst()
                            .path("custom_id")
                            .asText();
                    person.picks(menu, mark, where).reply();
                },
                () -> lounge.engine().facilitator().mine(Lounge.account(message.author()), lounge.room).stream()
                        .filter(mine -> mine.message().equals(lounge.id(message)))
                        .anyMatch(mine -> mine.sure() && ("Q" + mine.questions().getFirst()).equals(where)));
    }

    private void filed(int question, MessageRecord message) {
        filed(question, message.content(), message);
    }

    private void filed(int question, String text, MessageRecord message) {
        kept.add(new Kept(question, lounge.id(message).id(), text));
        answers.add(message);
    }

    private void hasReceipt(MessageRecord message) {
        await("a receipt on " + message)
                .atMost(PATIENCE)
                .until(() -> message.reactions()
                        .getOrDefault(FILED, List.of())
                        .contains(lounge.discord.bot().name()));
    }

    private void inSight(String words) {
        await("in sight: " + words)
                .atMost(PATIENCE)
                .until(() -> channel.pins().size() == 1
                        && channel.pins().getFirst().content().contains(words));
    }

    private List<Kept> inRecap() {
        return lounge.recap().parts().stream()
                .flatMap(part -> part.answers().stream()
                        .flatMap(answer -> answer.parts().stream())
                        .map(quote -> new Kept(part.number(), message(quote), quote.text())))
                .toList();
    }

    /** What was written into a dialog stands nowhere. */
    private static String message(Quote quote) {
        String id = quote.message().orElseThrow().id();
        return id.startsWith("i") ? "" : id;
    }

    private void theRecapIsRight() {
        await("the recap")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(inRecap()).containsExactlyInAnyOrderElementsOf(kept));
        assertThat(lounge.recap().finals()).extracting(Quote::text).containsExactly("I take a poem home");
        answers.forEach(this::hasReceipt);
    }

    /** One post for all and one for each question below it, none too long; the attached page has everything, with links. */
    private void theRecapIsPosted() {
        MessageRecord overview = lounge.posted("**Doors and other beginnings** ·");
        await("the recap's parts")
                .atMost(PATIENCE)
                .until(() -> overview.thread() != null
                        && overview.thread().saidByBot().stream()
                                        .filter(message -> !message.isSystem())
                                        .count()
                                == 4);
        Document page = overview.attachments().stream()
                .filter(file -> file.name().equals("recap.html"))
                .map(file -> Jsoup.parse(new String(file.bytes(), StandardCharsets.UTF_8)))
                .findFirst()
                .orElseThrow();
        kept.forEach(one -> assertThat(page.text()).contains(one.text().replace("\n", " ")));
        kept.stream()
                .filter(one -> !one.message().isEmpty())
                .forEach(one -> assertThat(page.html())
                        .contains("https://discord.com/channels/" + lounge.guild.id() + "/" + address(one)));
        assertThat(Stream.concat(
                        Stream.of(page.text()), lounge.standing().stream().map(MessageRecord::content)))
                .noneMatch(text -> Stream.of(
                                "zeppelin", "dirigible", "blimp", "airship", "balloon", "hot-air", "nobody's answer")
                        .anyMatch(text::contains));
    }

    private String address(Kept one) {
        return one.message().contains(".") ? one.message().replace('.', '/') : channel.id() + "/" + one.message();
    }

    /** What was posted follows what people change. */
    private void secondThoughts() {
        MessageRecord silence = answers.stream()
                .filter(message -> message.content().startsWith("A4: two minutes"))
                .findFirst()
                .orElseThrow();
        lounge.bo.edits(silence, "A4: three minutes of silence, at the end");
        MessageRecord overview = lounge.posted("**Doors and other beginnings** ·");
        await("the recap said anew")
                .atMost(PATIENCE)
                .until(() -> overview.thread().saidByBot().stream()
                        .anyMatch(part -> part.content().contains("three minutes of silence")));
    }

    private void everyPostStandsOnceAndInOrder() {
        await("nothing left to post")
                .atMost(PATIENCE)
                .until(() -> lounge.undone().isEmpty());
        List<MessageRecord> standing = lounge.standing();
        assertThat(standing.stream().map(lounge::id)).containsExactlyElementsOf(lounge.done());
        assertThat(standing.stream()
                        .filter(message -> message.channel() == channel)
                        .map(MessageRecord::content))
                .doesNotHaveDuplicates();
        assertThat(lounge.hosts.saidByBot()).hasSize(1);
        assertThat(channel.history().stream().filter(Lounge::isCard)).hasSize(1);
        assertThat(channel.threads()).hasSize(5);
    }
}
