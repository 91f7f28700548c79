package dev.parley.engine.coaching;

import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import dev.parley.platform.Coaching;
import dev.parley.platform.Note;
import dev.parley.platform.Order;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Everything that each person can reach: pages, answers, forms, letters, feeds. */
final class Reach {

    private static final int FORMS = 30;
    private static final Set<Order.Kind> ASKING = Set.of(
            Order.Kind.OVERVIEW,
            Order.Kind.MEET,
            Order.Kind.REFLECT,
            Order.Kind.GOAL,
            Order.Kind.TRY,
            Order.Kind.NEED,
            Order.Kind.CLOCK,
            Order.Kind.JOURNAL,
            Order.Kind.LEAVE,
            Order.Kind.PARTNER);

    private final Scene scene;
    private final Journals journals;
    private final Coaching coaching;
    private final Random chance = new Random(7);
    /** Every meaning that anybody was ever shown. */
    final Set<String> meanings = new LinkedHashSet<>();
    /** Every name of a feed that there ever was. */
    private final Set<String> feeds = new LinkedHashSet<>();

    /**
     * Something that a person can reach.
     *
     * @param letter whether it stands in their private room, where what was said stays said
     */
    record Sight(int reader, String where, String text, boolean letter) {}

    Reach(Scene scene, Journals journals, Coaching coaching) {
        this.scene = scene;
        this.journals = journals;
        this.coaching = coaching;
    }

    /** What all can see without asking for anything. */
    List<Sight> pages() {
        List<Sight> sights = new ArrayList<>();
        for (int reader = 0; reader < scene.people.size(); reader++) {
            sights.addAll(pages(reader));
        }
        sights.forEach(sight -> meanings.addAll(Scene.meanings(sight.text())));
        scene.told.forEach(told -> meanings.addAll(Scene.meanings(told.text())));
        return sights;
    }

    List<Sight> pages(int reader) {
        List<Sight> sights = new ArrayList<>();
        Account account = Village.account(Scene.accountOf(reader));
        see(sights, reader, "who", journals.who(account));
        Optional<MyHome> home = journals.home(account);
        see(sights, reader, "home", home);
        home.flatMap(MyHome::calendar).ifPresent(feeds::add);
        see(sights, reader, "journal", journals.journal(account));
        see(sights, reader, "shelf", journals.shelf(account));
        see(sights, reader, "lead", journals.lead(account));
        for (String id : scene.partnerships) {
            see(sights, reader, "partnership " + id, journals.partnership(account, id));
        }
        for (String guessed : List.of("all", "one", "0", "nobody", "..", "partnership:all")) {
            see(sights, reader, "guessed", journals.partnership(account, guessed));
        }
        home.flatMap(MyHome::calendar).ifPresent(name -> see(sights, reader, "feed", journals.calendar(name)));
        scene.village
                .rooms
                .seen(account)
                .forEach(letter -> sights.add(new Sight(reader, "letter", letter.toString(), true)));
        return sights;
    }

    private static void see(List<Sight> sights, int reader, String where, Optional<?> page) {
        page.ifPresent(one -> sights.add(new Sight(reader, where, one.toString(), false)));
    }

    /** What is said to those who ask, and the forms behind buttons: their own and other people's. */
    List<Sight> answers() {
        List<Sight> sights = new ArrayList<>();
        for (int reader = 0; reader < scene.people.size(); reader++) {
            if (!scene.erased.contains(reader)) {
                sights.addAll(answers(reader));
            }
        }
        return sights;
    }

    List<Sight> answers(int reader) {
        List<Sight> sights = orders(reader);
        for (String meaning : some(FORMS)) {
            form(reader, meaning).ifPresent(sights::add);
        }
        return sights;
    }

    /** The form that a button opens to somebody. */
    Optional<Sight> form(int reader, String meaning) {
        return coaching.form(Village.account(Scene.accountOf(reader)), meaning)
                .map(form -> new Sight(reader, "form " + meaning, form.toString(), false));
    }

    /** What somebody is told who asks. */
    List<Sight> orders(int reader) {
        List<Sight> sights = new ArrayList<>();
        Account account = Village.account(Scene.accountOf(reader));
        Caller caller = new Caller(account, "");
        for (Order.Kind kind : Order.Kind.values()) {
            if (ASKING.contains(kind)) {
                String text = coaching.order(caller, new Order(kind, Optional.empty(), ""))
                        .handle((note, trouble) -> trouble == null ? note.toString() : trouble.toString())
                        .toCompletableFuture()
                        .join();
                sights.add(new Sight(reader, "order " + kind, text, false));
            }
        }
        return sights;
    }

    private List<String> some(int many) {
        List<String> all = List.copyOf(meanings);
        List<String> some = new ArrayList<>();
        for (int i = 0; i < many && !all.isEmpty(); i++) {
            some.add(all.get(chance.nextInt(all.size())));
        }
        return some;
    }

    /** What became of it that somebody pressed a button of somebody else's. */
    record Intrusion(int who, String meaning, String answer, boolean accepted) {}

    /** People press and fill in what was shown to others. */
    List<Intrusion> intrusions(int many) {
        List<Intrusion> intrusions = new ArrayList<>();
        for (String meaning : some(many)) {
            scene.partnerships.stream()
                    .filter(id -> meaning.contains("." + id) && !meaning.startsWith("Propose."))
                    .findFirst()
                    .ifPresent(id -> strangers(id).forEach(who -> intrusions.add(intrude(who, id, meaning))));
        }
        return intrusions;
    }

    private List<Integer> strangers(String partnership) {
        List<Integer> strangers = new ArrayList<>(List.of(Scene.LEAD, Scene.HOST, Scene.OUTSIDER));
        for (int person = 3; person < scene.people.size(); person++) {
            if (!scene.members.get(partnership).contains(person) && !scene.erased.contains(person)) {
                strangers.add(person);
                break;
            }
        }
        return strangers;
    }

    private Intrusion intrude(int who, String partnership, String meaning) {
        Caller caller = new Caller(Village.account(Scene.accountOf(who)), "");
        long before = scene.version(partnership);
        String pressed = said(coaching.pressed(caller, meaning));
        String filled = said(coaching.filled(
                caller,
                meaning,
                Map.of("back", "intruder", "goal", "intruder", "when", "tomorrow 15:00", "address", "intruder")));
        boolean accepted =
                scene.version(partnership) != before || pressed.contains(partnership) || filled.contains(partnership);
        return new Intrusion(who, meaning, pressed + filled, accepted);
    }

    private static String said(CompletionStage<Note> stage) {
        return stage.handle((note, trouble) -> trouble == null ? note.toString() : trouble.toString())
                .toCompletableFuture()
                .join();
    }

    /** Feeds of people, erased and not, by every name there ever was. */
    List<String> feedsOfNobody() {
        List<String> open = new ArrayList<>();
        Set<String> current = new LinkedHashSet<>();
        for (int reader = 0; reader < scene.people.size(); reader++) {
            journals.home(Village.account(Scene.accountOf(reader)))
                    .flatMap(MyHome::calendar)
                    .ifPresent(current::add);
        }
        feeds.stream()
                .filter(name ->
                        !current.contains(name) && journals.calendar(name).isPresent())
                .forEach(open::add);
        scene.people.forEach(person -> {
            for (String guess : List.of("", "0", "true", "Optional.empty")) {
                journals.calendar(person.value() + "-" + guess).ifPresent(_ -> open.add(person + "-" + guess));
            }
        });
        return open;
    }
}
