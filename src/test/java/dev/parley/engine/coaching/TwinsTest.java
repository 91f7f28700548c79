package dev.parley.engine.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.store.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two worlds with the same history, but for one thing that one person does in private in one of them: until that person and all partners
 * have chosen to share something, everybody else can reach the very same in both, and gets it at the same time. Any other deed and seed are
 * tried with {@code -Ddeed=LET_BE -Dseed=…}.
 */
class TwinsTest {

    private static final int ACTS = 60;
    /** What is meant for others, and what takes people away. */
    private static final Set<Act.Deed> LEFT_OUT = EnumSet.of(
            Act.Deed.NEED,
            Act.Deed.WIN,
            Act.Deed.SHELVE,
            Act.Deed.ERASE,
            Act.Deed.LEAVE,
            Act.Deed.DECLINE,
            Act.Deed.PROPOSE);

    @TempDir
    Path folder;

    static Stream<Arguments> deeds() {
        String one = System.getProperty("deed", "");
        long seed = Long.getLong("seed", 1);
        List<Act.Deed> deeds = one.isEmpty()
                ? List.of(
                        Act.Deed.CHOOSE,
                        Act.Deed.CHOOSE_PROGRAMME,
                        Act.Deed.SAY,
                        Act.Deed.SKIP,
                        Act.Deed.SNOOZE,
                        Act.Deed.STOP,
                        Act.Deed.NOTE,
                        Act.Deed.ERASE)
                : List.of(Act.Deed.valueOf(one));
        return deeds.stream().map(deed -> Arguments.of(deed, seed));
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void othersReachTheSameWhateverOneDoes(Act.Deed deed, long seed) {
        List<Act> history = Act.history(seed, ACTS).stream()
                .filter(act -> !LEFT_OUT.contains(act.deed()))
                .toList();
        Random chance = new Random(seed * 31 + deed.ordinal());
        List<Act> written = history.stream()
                .filter(act -> act.deed() == Act.Deed.WRITE && act.number() < ACTS / 2)
                .toList();
        Act at = written.get(chance.nextInt(written.size()));
        Act more = new Act(deed, at.where(), at.who(), 2 * chance.nextInt(500), 9_000);
        try (Scene one = new Scene(Settings.inFolder(folder.resolve("one")), new PrivateRooms());
                Scene other = new Scene(Settings.inFolder(folder.resolve("other")), new PrivateRooms())) {
            int who = one.whoOf(more);
            for (Act act : history) {
                one.perform(act);
                other.perform(act);
                if (act.equals(at)) {
                    differ(one, other, more, who);
                }
                if (!open(one, who).equals(open(other, who))) {
                    break;
                }
                if (act.equals(at)) {
                    assertThat(difference(sent(one, who), sent(other, who)))
                            .as("%s by %s at %s, as it is sent, seed %s", deed, who, at, seed)
                            .isEmpty();
                }
                boolean quietly = act.number() < at.number() || act.deed() != Act.Deed.TIME && !act.equals(at);
                if (quietly) {
                    continue;
                }
                assertThat(difference(
                                reached(one, one.village.journals(), who),
                                reached(other, other.village.journals(), who)))
                        .as("%s by %s at %s, seen at %s, seed %s", deed, who, at, act, seed)
                        .isEmpty();
            }
        }
    }

    /** What is in one world alone, and what is in the other alone. */
    static List<String> difference(List<String> one, List<String> other) {
        List<String> difference = new ArrayList<>();
        List<String> rest = new ArrayList<>(other);
        one.stream().filter(line -> !rest.remove(line)).map(line -> "+ " + line).forEach(difference::add);
        rest.stream().map(line -> "- " + line).forEach(difference::add);
        return difference;
    }

    private static void differ(Scene one, Scene other, Act more, int who) {
        if (more.deed() == Act.Deed.ERASE) {
            one.erase(who);
            other.leaveAll(who);
        } else {
            one.perform(more);
        }
    }

    /** What is open of a person's, as they see it themselves. */
    private static Set<String> open(Scene scene, int who) {
        Set<String> open = new TreeSet<>();
        scene.village
                .journals()
                .journal(Village.account(Scene.accountOf(who)))
                .ifPresent(journal -> journal.items().stream()
                        .filter(item -> item.openness() == Item.Openness.OPEN)
                        .map(item -> plain(scene, item.id()))
                        .forEach(open::add));
        return open;
    }

    /** All that the others can reach, without what is chance: names of things. */
    static List<String> reached(Scene scene, Journals journals, int butFor) {
        Reach reach = new Reach(scene, journals, scene.village.coaching);
        List<String> reached = new ArrayList<>();
        for (int reader = 0; reader < scene.people.size(); reader++) {
            if (reader == butFor || reader > Scene.OUTSIDER && !isNear(scene, reader, butFor)) {
                continue;
            }
            List<Reach.Sight> sights = new ArrayList<>(reach.pages(reader));
            sights.addAll(reach.orders(reader));
            Set<String> meanings = new TreeSet<>();
            sights.forEach(sight -> Scene.meanings(sight.text()).stream()
                    .filter(meaning -> meaning.matches("(Write|WriteOne|ChangeGoal|Move|TellHow)\\..*"))
                    .forEach(meanings::add));
            for (String meaning : meanings) {
                reach.form(reader, meaning).ifPresent(sights::add);
            }
            sights.forEach(sight -> reached.addAll(parts(scene, sight)));
        }
        scene.told.stream()
                .filter(told -> told.who() != butFor)
                .forEach(told -> reached.add(plain(scene, told.toString())));
        Collections.sort(reached);
        return reached;
    }

    /** All that is sent to the others, byte by byte, without what is chance. */
    private static List<String> sent(Scene scene, int butFor) {
        List<String> sent = new ArrayList<>();
        try (Served served = new Served(scene, scene.village.journals(), scene.village.coaching, Served.AS_IT_IS)) {
            for (int reader = 0; reader < scene.people.size(); reader++) {
                if (reader != butFor && (reader <= Scene.OUTSIDER || isNear(scene, reader, butFor))) {
                    served.of(reader).stream()
                            .filter(sight -> !sight.where().equals("lead"))
                            .forEach(sight -> sent.addAll(lines(scene, sight, served.plain(sight))));
                }
            }
        }
        return sent;
    }

    private static List<String> lines(Scene scene, Reach.Sight sight, String text) {
        String where = sight.reader() + " " + plain(scene, sight.where()) + ": ";
        return plain(scene, text).lines().map(line -> where + line).toList();
    }

    private static boolean isNear(Scene scene, int reader, int who) {
        return scene.members.values().stream().anyMatch(members -> members.containsAll(List.of(reader, who)));
    }

    /** Lists stand in the order of names that are chance, so what is compared is taken apart. */
    private static List<String> parts(Scene scene, Reach.Sight sight) {
        String where = sight.reader() + " " + plain(scene, sight.where()) + ": ";
        return Stream.of(plain(scene, sight.text()).split("(?<=[,\\]\\[])|\n+"))
                .map(part -> where + part.strip())
                .toList();
    }

    private static String plain(Scene scene, String text) {
        String plain = text;
        for (int person = 0; person < scene.people.size(); person++) {
            plain = plain.replace(scene.people.get(person).value(), "person" + person);
        }
        for (int number = 0; number < scene.partnerships.size(); number++) {
            plain = plain.replace(scene.partnerships.get(number), "partnership" + number);
        }
        return plain.replaceAll("[0-9a-f]{12,}", "chance");
    }
}
