package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Phrases;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Plan;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Script;
import dev.parley.demo.Demo;
import dev.parley.demo.PlayText;
import dev.parley.demo.WebStage;
import dev.parley.platform.web.WebPlatform;
import dev.parley.platform.web.WebRoom;
import dev.parley.recap.Part;
import dev.parley.recap.Quote;
import dev.parley.recap.Recap;
import dev.parley.setup.Prompts;
import dev.parley.setup.Reading;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import dev.parley.voice.Phrase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration as a newcomer sees it: the shipped people, words and script, on a fast clock. */
class SamplePeopleTest {

    private static final Instant START = Instant.parse("2026-11-23T20:00:00Z");
    private static final Duration LENGTH = Duration.ofSeconds(210);
    private static final RoomId ROOM = new RoomId(WebPlatform.NAME, "commons");
    private static final ConversationId CHAT = new ConversationId("here", "demo/2026-11-23");

    @TempDir
    Path folder;

    @Test
    void everyoneAnswersEveryQuestionAndTheRecapHasItAll() {
        Prompts prompts = prompts();
        HandClock clock = new HandClock(START.minusSeconds(2));
        WebPlatform platform = new WebPlatform(List.of(new WebRoom("commons", "Commons")), clock);
        Recap recap;
        try (Store store = Stores.open(dev.parley.store.Settings.inFolder(folder));
                Engine engine = new Engine(
                        settings(),
                        store,
                        List.of(platform),
                        programme(plan(prompts.scripts().get("partnership"))),
                        prompts.voice(),
                        clock)) {
            engine.start(true);
            Demo demo = new Demo(
                    PlayText.read(Path.of("prompts/demo/people.md")),
                    new WebStage(platform, ROOM),
                    () -> engine.facilitator().where(ROOM));
            demo.enter();
            for (int tick = 0; tick < 2 * 230; tick++) {
                clock.set(clock.instant().plusMillis(500));
                engine.stir();
                engine.settle();
                demo.step(clock.instant());
                engine.settle();
            }
            recap = engine.recap(CHAT).orElseThrow();
        }

        assertThat(recap.parts()).extracting(Part::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(recap.parts()).extracting(part -> part.answers().size()).allMatch(answers -> answers >= 5);
        assertThat(recap.introductions())
                .extracting(Quote::by)
                .doesNotHaveDuplicates()
                .hasSize(5);
        assertThat(recap.finals()).extracting(Quote::by).doesNotHaveDuplicates().hasSize(5);
        assertThat(recap.side()).isPositive();
        assertThat(recap.shared()).hasSize(2);
    }

    private static Prompts prompts() {
        List<Phrase> phrases = new ArrayList<>(Phrases.all());
        Reading<Prompts> read = Prompts.read(Path.of("prompts"), phrases);
        if (read instanceof Reading.Good<Prompts>(Prompts prompts)) {
            return prompts;
        }
        throw new AssertionError(read.toString());
    }

    private static Settings settings() {
        return new Settings(
                "here",
                ZoneId.of("UTC"),
                Locale.ENGLISH,
                Optional.empty(),
                Optional.empty(),
                _ -> "",
                Duration.ofSeconds(30),
                100,
                "test");
    }

    private static Plan plan(Script script) {
        return new Plan(
                "Demo",
                "#demo",
                script,
                START,
                START.plus(LENGTH),
                Duration.ofMinutes(10),
                Duration.ofMinutes(10),
                List.of(),
                List.of(ROOM),
                Set.of(),
                Optional.empty());
    }

    private static Programme programme(Plan plan) {
        return new OneChat(new ScheduledChat(CHAT.name(), plan));
    }
}
