package dev.parley.engine.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.parley.platform.Outgoing;
import dev.parley.store.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Over random histories nobody can reach what is not for them. One seed alone, as a failure prints it, is tried with {@code -Dseed=…}.
 */
class PrivacyTest {

    private static final int ACTS = 160;

    @TempDir
    Path folder;

    static LongStream seeds() {
        Long one = Long.getLong("seed");
        return one == null ? LongStream.of(1, 2) : LongStream.of(one);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nobodyReachesWhatIsNotForThem(long seed) {
        try (Logged logged = new Logged(Level.INFO);
                Scene scene = Scene.withTalk(Settings.inFolder(folder), new PrivateRooms());
                Served served = new Served(scene, scene.village.journals(), scene.village.service, Served.AS_IT_IS)) {
            Watch watch = new Watch(scene, scene.village.journals());
            Reach reach = new Reach(scene, scene.village.journals(), scene.village.service);
            Set<String> openings = new TreeSet<>();
            for (Act act : Act.history(seed, ACTS)) {
                scene.perform(act);
                List<Reach.Sight> sights = reach.pages();
                scene.told.stream()
                        .filter(told -> told.act().equals(act) && act.deed() != Act.Deed.PROPOSE)
                        .forEach(told -> sights.add(new Reach.Sight(told.who(), "told", told.text(), false)));
                if (act.number() % 10 == 9) {
                    sights.addAll(reach.answers());
                }
                if (act.number() % 40 == 39) {
                    sights.addAll(served.all());
                }
                List<String> leaks = new ArrayList<>(watch.leaks(sights));
                leaks.addAll(watch.logged(logged.lines()));
                reach.feedsOfNobody().forEach(name -> leaks.add("a feed that was closed: " + name));
                for (Outgoing post : scene.village.rooms.inPublic()) {
                    if (post.key().startsWith(Talk.OPENING)) {
                        leaks.addAll(watch.opening(post.text()));
                        openings.add(post.text());
                    } else if (!post.key().startsWith(Talk.NAME + "/")) {
                        leaks.add("said in public: " + post);
                    }
                }
                if (act.number() % 10 == 9) {
                    reach.intrusions(20).stream()
                            .filter(Reach.Intrusion::accepted)
                            .forEach(one -> leaks.add("a stranger's press: " + one));
                }
                assertThat(leaks).as("seed %s at %s", seed, act).isEmpty();
            }
            assertThat(openings).as("something that was tried is said").anyMatch(text -> text.contains("(Nq"));
        }
    }
}
