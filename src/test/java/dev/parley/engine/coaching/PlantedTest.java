package dev.parley.engine.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import dev.parley.platform.Coaching;
import dev.parley.platform.Form;
import dev.parley.platform.Incoming;
import dev.parley.platform.Note;
import dev.parley.platform.Order;
import dev.parley.platform.Outgoing;
import dev.parley.store.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A leak of each kind, planted around what is Parley's, is found by what {@link PrivacyTest} and {@link TwinsTest} look with. */
class PlantedTest {

    @TempDir
    Path folder;

    private Scene scene(String name, PrivateRooms rooms) {
        return new Scene(Settings.inFolder(folder.resolve(name)), rooms);
    }

    /** The first two meet, and both answer everything. */
    private static void reflect(Scene scene) {
        scene.perform(new Act(Act.Deed.MEET, 0, 0, 0, 1));
        scene.perform(new Act(Act.Deed.TIME, 0, 0, 3, 2));
        scene.perform(new Act(Act.Deed.WRITE, 0, 0, 0, 3));
        scene.perform(new Act(Act.Deed.WRITE, 0, 1, 0, 4));
    }

    private static List<String> leaks(Scene scene, Journals journals) {
        return new Watch(scene, scene.village.journals())
                .leaks(new Reach(scene, journals, scene.village.coaching).pages());
    }

    @Test
    void nothingIsFoundWhereNothingIsPlanted() {
        try (Logged logged = new Logged();
                Scene scene = scene("one", new PrivateRooms())) {
            reflect(scene);
            assertThat(leaks(scene, scene.village.journals())).isEmpty();
            assertThat(new Watch(scene, scene.village.journals()).logged(logged.lines()))
                    .isEmpty();
            Reach reach = new Reach(scene, scene.village.journals(), scene.village.coaching);
            reach.pages();
            assertThat(reach.intrusions(200)).isNotEmpty().noneMatch(Reach.Intrusion::accepted);
        }
    }

    @Test
    void wordsInALogAreFound() {
        try (Logged logged = new Logged();
                Scene scene = scene("one", new PrivateRooms())) {
            scene.village.coaching = new Through(scene.village.service) {
                @Override
                public CompletionStage<Note> filled(Caller by, String meaning, Map<String, String> fields) {
                    LoggerFactory.getLogger("dev.parley.engine.coaching").debug("Filled in: {}", fields);
                    return super.filled(by, meaning, fields);
                }
            };
            reflect(scene);
            assertThat(new Watch(scene, scene.village.journals()).logged(logged.lines()))
                    .isNotEmpty();
        }
    }

    @Test
    void wordsInTheLeadsViewAreFound() {
        try (Scene scene = scene("one", new PrivateRooms())) {
            reflect(scene);
            List<String> words = scene.village.journals().journal(account(3)).orElseThrow().items().stream()
                    .map(Item::words)
                    .toList();
            assertThat(leaks(scene, new Seen(scene.village.journals()) {
                        @Override
                        public Optional<LeadView> lead(Account account) {
                            return super.lead(account).map(view -> with(view, view.months(), words));
                        }
                    }))
                    .isNotEmpty()
                    .allMatch(leak -> leak.contains("where=lead"));
        }
    }

    @Test
    void aCountThatIsNotInStepsIsFound() {
        try (Scene scene = scene("one", new PrivateRooms())) {
            assertThat(leaks(scene, new Seen(scene.village.journals()) {
                        @Override
                        public Optional<LeadView> lead(Account account) {
                            LeadView.Month month = new LeadView.Month(YearMonth.of(2026, 9), 10, 7, 5);
                            return super.lead(account).map(view -> with(view, List.of(month), view.themes()));
                        }
                    }))
                    .isNotEmpty()
                    .allMatch(leak -> leak.startsWith("a count"));
        }
    }

    /** Something that stands in what is sent for a path, and what is said of it once it is found. */
    private record Planted(String path, String text, String found) {}

    /** Planted in what is sent, and in no record that a page is made of: where no reader sees it, too. */
    @Test
    void whatIsInTheBytesOfAPageAloneIsFound() {
        try (Scene scene = Scene.withTalk(Settings.inFolder(folder.resolve("one")), new PrivateRooms())) {
            reflect(scene);
            scene.perform(new Act(Act.Deed.FEED, 0, 0, 0, 5));
            String words = Scene.markOf(new Act(Act.Deed.WRITE, 0, 1, 0, 4));
            String id = scene.people.get(4).value();
            List<Planted> all = List.of(
                    new Planted("/coaching", "<input type=\"hidden\" value=\"" + words + "\">", "words"),
                    new Planted("/coaching", "<p data-with=\"" + id + "\"></p>", "what we call 4"),
                    new Planted("/coaching/shelf", "<!-- " + words + " -->", "words"),
                    new Planted("/coaching/lead", "<a title=\"" + Scene.nameOf(4) + "\">", "the name of 4"),
                    new Planted("lead", "<section aria-labelledby=\"figures\"><table data-all=\"7\">", "a count"),
                    new Planted("/coaching/partnership/", "<p id=\"" + Scene.accountOf(4) + "\">", "the account of 04"),
                    new Planted("/coaching/form/", "<textarea hidden>" + words + "</textarea>", "words"),
                    new Planted("/coaching/journal.md", "> " + words, "words"),
                    new Planted("/coaching/journal.json", "{ \"words\": \"" + words + "\" }", "words"),
                    new Planted("feed", "SUMMARY:" + words, "words"),
                    new Planted("/desk", "<li class=\"" + words + "\"></li>", "words"),
                    new Planted("/recap/" + Talk.NAME + ".json", "{ \"words\": \"" + words + "\" }", "words"),
                    new Planted("/health", words, "words"));

            assertThat(sent(scene, Served.AS_IT_IS)).isEmpty();
            List<String> leaks = sent(scene, (asked, body) -> {
                String where = asked.startsWith("/coaching/calendar/") ? "feed" : asked;
                return body
                        + all.stream()
                                .filter(one -> where.equals(one.path())
                                        || one.path().endsWith("/") && where.startsWith(one.path())
                                        || one.path().equals("lead") && where.equals("/coaching/lead"))
                                .map(Planted::text)
                                .collect(Collectors.joining());
            });
            assertThat(all)
                    .allSatisfy(one -> assertThat(leaks)
                            .anyMatch(leak ->
                                    leak.startsWith(one.found()) && where(leak).contains(one.path())));
        }
    }

    private static String where(String leak) {
        return leak.substring(0, leak.indexOf(", text=")).replaceFirst("(?s).*where=", "");
    }

    private static List<String> sent(Scene scene, BiFunction<String, String, String> planted) {
        try (Served served = new Served(scene, scene.village.journals(), scene.village.coaching, planted)) {
            return new Watch(scene, scene.village.journals()).leaks(served.all());
        }
    }

    @Test
    void thatAPartnerHasChosenIsFound() {
        try (Scene one = scene("one", new PrivateRooms());
                Scene other = scene("other", new PrivateRooms())) {
            reflect(one);
            reflect(other);
            one.perform(new Act(Act.Deed.CHOOSE, 0, 0, 0, 5));

            assertThat(difference(one, one.village.journals(), other, other.village.journals()))
                    .as("what Parley shows of it")
                    .isEmpty();
            assertThat(difference(one, telling(one), other, telling(other)))
                    .as("what a page shows that tells")
                    .isNotEmpty();
        }
    }

    private static List<String> difference(Scene one, Journals ofOne, Scene other, Journals ofOther) {
        return TwinsTest.difference(TwinsTest.reached(one, ofOne, 3), TwinsTest.reached(other, ofOther, 3));
    }

    /** A page that says whether the other has chosen anything. */
    private static Journals telling(Scene scene) {
        return new Seen(scene.village.journals()) {
            @Override
            public Optional<MyHome> home(Account account) {
                long chosen = super.journal(account(3)).orElseThrow().items().stream()
                        .filter(item -> item.openness() != Item.Openness.MINE)
                        .count();
                return super.home(account)
                        .map(home -> new MyHome(
                                home.open(),
                                home.partnerships(),
                                home.meetings(),
                                home.needs(),
                                home.needChoices(),
                                List.of(new MyHome.Trying(chosen > 0 ? "They have" : "", LocalDate.EPOCH, List.of())),
                                home.tried(),
                                home.calendar(),
                                home.calendarChoices(),
                                home.clockChoices(),
                                home.choices()));
            }
        };
    }

    @Test
    void aLetterInSomebodyElsesRoomIsFound() {
        PrivateRooms rooms = new PrivateRooms() {
            @Override
            public synchronized RoomId privately(Account to) {
                return super.privately(to.id().equals(Scene.accountOf(4)) ? account(Scene.OUTSIDER) : to);
            }
        };
        try (Scene scene = scene("one", rooms)) {
            reflect(scene);
            assertThat(leaks(scene, scene.village.journals()))
                    .isNotEmpty()
                    .allMatch(leak -> leak.contains("reader=" + Scene.OUTSIDER));
        }
    }

    @Test
    void aLetterInPublicIsFound() {
        PrivateRooms rooms = new PrivateRooms() {
            @Override
            public synchronized MessageId post(Outgoing post) {
                return super.post(Outgoing.of(post.key(), new RoomId(NAME, "commons"), Note.of(post.text())));
            }
        };
        try (Scene scene = scene("one", rooms)) {
            reflect(scene);
            assertThat(rooms.inPublic()).isNotEmpty();
        }
    }

    @Test
    void wordsInAnOpeningThatNobodyChoseForItAreFound() {
        try (Scene scene = Scene.withTalk(Settings.inFolder(folder), new PrivateRooms())) {
            List<Act> tried = List.of(
                    new Act(Act.Deed.TRY, 0, 0, 0, 1),
                    new Act(Act.Deed.TELL, 0, 0, 0, 2),
                    new Act(Act.Deed.WIN, 0, 0, 0, 3));
            tried.forEach(scene::perform);
            Watch watch = new Watch(scene, scene.village.journals());

            assertThat(watch.opening("my zq0003qz words (Nq03qn)")).isEmpty();
            assertThat(watch.opening("my zq0002qz words (Nq03qn)")).hasSize(1);
            assertThat(watch.opening("my zq0003qz words (Nq04qn)")).hasSize(1);
            scene.perform(new Act(Act.Deed.UNWIN, 0, 0, 0, 4));
            assertThat(watch.opening("my zq0003qz words (Nq03qn)")).hasSize(2);
        }
    }

    @Test
    void aStrangersPressThatIsAcceptedIsFound() {
        try (Scene scene = scene("one", new PrivateRooms())) {
            reflect(scene);
            Coaching credulous = new Through(scene.village.service) {
                @Override
                public CompletionStage<Note> pressed(Caller by, String meaning) {
                    return super.pressed(new Caller(account(3), ""), meaning);
                }
            };
            Reach reach = new Reach(scene, scene.village.journals(), credulous);
            reach.pages();
            assertThat(reach.intrusions(200)).anyMatch(Reach.Intrusion::accepted);
        }
    }

    private static Account account(int person) {
        return Village.account(Scene.accountOf(person));
    }

    private static LeadView with(LeadView view, List<LeadView.Month> months, List<String> themes) {
        return new LeadView(months, themes, view.helped(), view.needs(), view.asked());
    }

    /** Shows what Parley shows, and something more. */
    private static class Seen implements Journals {

        private final Journals parleys;

        Seen(Journals parleys) {
            this.parleys = parleys;
        }

        @Override
        public Optional<Myself> who(Account account) {
            return parleys.who(account);
        }

        @Override
        public Optional<MyHome> home(Account account) {
            return parleys.home(account);
        }

        @Override
        public Optional<MyPartnership> partnership(Account account, String id) {
            return parleys.partnership(account, id);
        }

        @Override
        public Optional<MyJournal> journal(Account account) {
            return parleys.journal(account);
        }

        @Override
        public Optional<Shelf> shelf(Account account) {
            return parleys.shelf(account);
        }

        @Override
        public Optional<LeadView> lead(Account account) {
            return parleys.lead(account);
        }

        @Override
        public Optional<MyCalendar> calendar(String name) {
            return parleys.calendar(name);
        }
    }

    /** Does what Parley does, and something more. */
    private static class Through implements Coaching {

        private final Coaching parleys;

        Through(Coaching parleys) {
            this.parleys = parleys;
        }

        @Override
        public CompletionStage<Note> order(Caller by, Order order) {
            return parleys.order(by, order);
        }

        @Override
        public CompletionStage<Note> pressed(Caller by, String meaning) {
            return parleys.pressed(by, meaning);
        }

        @Override
        public Optional<Form> form(Account by, String meaning) {
            return parleys.form(by, meaning);
        }

        @Override
        public CompletionStage<Note> filled(Caller by, String meaning, Map<String, String> fields) {
            return parleys.filled(by, meaning, fields);
        }

        @Override
        public boolean asks(Account account, Instant said) {
            return parleys.asks(account, said);
        }

        @Override
        public boolean wrote(Account to, MessageId message) {
            return parleys.wrote(to, message);
        }

        @Override
        public CompletionStage<Optional<Note>> said(Incoming.Said said) {
            return parleys.said(said);
        }

        @Override
        public CompletionStage<Boolean> unsaid(MessageId message) {
            return parleys.unsaid(message);
        }

        @Override
        public CompletionStage<Void> planned(Account by, String id, Optional<Instant> start, Optional<Instant> end) {
            return parleys.planned(by, id, start, end);
        }
    }
}
