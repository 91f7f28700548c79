package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Phrases;
import dev.parley.engine.Engine;
import dev.parley.engine.Settings;
import dev.parley.engine.Speech;
import dev.parley.engine.coaching.CoachingService;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import dev.parley.platform.Note;
import dev.parley.platform.Order;
import dev.parley.setup.Setup;
import dev.parley.site.coaching.PrivateLinks;
import dev.parley.store.Store;
import dev.parley.web.OneTimeLinks;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody is erased by command while no Parley runs: out of partnerships, notebook, shelf and needs, with all that they wrote. */
class EraseCommandTest {

    private static final Account IDA = new Account("web", "cookie-of-ida-kumquat");
    private static final Account BO = new Account("web", "cookie-of-bo");

    @TempDir
    Path folder;

    private ParleyProcess parley;
    private Setup setup;
    private String feed = "";
    private String partnership = "";

    @BeforeEach
    void settle() throws Exception {
        parley = new ParleyProcess(folder, "10m");
        for (String file : List.of("impact-cycle.md", "standards.md")) {
            Files.copy(Path.of("prompts", file), folder.resolve("prompts").resolve(file));
        }
        setup = Setup.read(folder, Optional.of(parley.settings()), Phrases.all())
                .value();
    }

    @Test
    void nothingOfThemIsLeft() throws Exception {
        at(coaching -> {
            String id = together(coaching);
            fill(coaching, "ChangeGoal." + id, "strategy");
            fill(coaching, "WriteNote", "text");
            fill(coaching, "Try", "text");
            fill(coaching, "SendNeed.OTHER", "text");
            fill(coaching, "Shelve.standards." + domain(), "text");
            tell(coaching.pressed(caller(IDA, ""), "OpenFeed"));
            assertThat(coaching.journals().home(IDA).orElseThrow().partnerships())
                    .hasSize(1);
            feed = coaching.journals().home(IDA).orElseThrow().calendar().orElseThrow();
        });
        String person = feed.substring(0, feed.indexOf('-'));
        Files.copy(parley.data().resolve("parley.mv.db"), parley.data().resolve("before-the-holidays.mv.db"));
        Files.createDirectories(parley.data().resolve("old"));
        Files.copy(
                parley.data().resolve("parley.keys"),
                parley.data().resolve("old").resolve("keys of May"));
        Files.writeString(parley.data().resolve("notes.txt"), "buy bread");

        ParleyProcess.Done done = parley.run("erase", "Ida Marmalade", "--yes");

        assertThat(done.printed()).contains("They are forgotten.");
        assertThat(done.code()).isZero();
        assertThat(done.printed())
                .as("copies that are older are named")
                .contains("before-the-holidays.mv.db")
                .contains("keys of May")
                .doesNotContain("notes.txt")
                .doesNotContain("data/parley.mv.db");
        assertThat(held("kumquat", "Marmalade")).isEmpty();
        assertThat(parley.run("erase", "Bo Plumstone", "--yes", "--json").printed())
                .contains("\"older\" : [")
                .contains("keys of May");
        at(coaching -> {
            assertThat(coaching.journals().who(IDA)).isEmpty();
            assertThat(coaching.journals().home(IDA)).isEmpty();
            assertThat(coaching.journals().journal(IDA)).isEmpty();
            assertThat(coaching.journals().calendar(feed)).isEmpty();
            assertThat(coaching.journals().calendar(person + "-")).isEmpty();
        });
    }

    /** Through the door of the Parley that runs, while she is on her pages. */
    @Test
    void whoeverIsErasedMeanwhileIsOutAtOnce() throws Exception {
        parley.start();
        try {
            Guest ida = new Guest(parley.site());
            ida.send("/", "/join", Map.of("name", "Ida Marmalade"));
            for (String form : List.of("WriteNote", "Try", "SendNeed.TIME")) {
                HttpResponse<String> kept = ida.send(
                        "/coaching/form/" + form, "/coaching/form", Map.of("field-text", "the kumquat of " + form));
                assertThat(kept.statusCode()).as(form).isEqualTo(303);
            }
            ida.send("/coaching", "/coaching/do", Map.of("meaning", "OpenFeed"));
            String address =
                    ida.page("/coaching").html().replaceAll("(?s).*(/coaching/calendar/[^\"<\\s]+\\.ics).*", "$1");
            List<String> pages =
                    List.of("/coaching", "/coaching/journal", "/coaching/journal.md", "/coaching/journal.json");
            assertThat(pages)
                    .allSatisfy(page -> assertThat(ida.get(page).statusCode()).isEqualTo(200));
            assertThat(new Guest(parley.site()).get(address).statusCode()).isEqualTo(200);
            assertThat(ida.get("/coaching/journal.md").body()).contains("the kumquat of WriteNote");

            assertThat(parley.run("erase", "Ida Marmalade", "--yes").printed()).contains("They are forgotten.");

            assertThat(pages)
                    .allSatisfy(page -> assertThat(ida.get(page).statusCode()).isEqualTo(403));
            assertThat(new Guest(parley.site()).get(address).statusCode()).isEqualTo(404);
            assertThat(held("kumquat", "Marmalade")).isEmpty();
        } finally {
            parley.kill();
        }
        assertThat(held("kumquat", "Marmalade")).isEmpty();
    }

    @Test
    void whoGoesOnIsToldOnlyThatItIsOver() throws Exception {
        at(coaching -> {
            String id = together(coaching);
            fill(coaching, "ChangeGoal." + id, "strategy");
            partnership = id;
        });
        assertThat(parley.run("erase", "Ida Marmalade", "--yes").code()).isZero();
        at(coaching -> {
            assertThat(coaching.journals().home(BO).orElseThrow().partnerships())
                    .isEmpty();
            assertThat(coaching.journals().partnership(BO, partnership).toString())
                    .doesNotContain("Marmalade")
                    .doesNotContain("kumquat")
                    .doesNotContain("erase");
        });
    }

    /** Ida and Bo agree to work together. */
    private static String together(CoachingService coaching) {
        Order.Named bo = new Order.Named(BO, "Bo Plumstone");
        String parts = tell(
                coaching.order(caller(IDA, "Ida Marmalade"), new Order(Order.Kind.PARTNER, Optional.of(bo), "impact")));
        String coach = parts.replaceAll("(?s).*(ProposeAs\\.[^,\\]]+\\.coach).*", "$1");
        String invited = tell(coaching.pressed(caller(IDA, "Ida Marmalade"), coach));
        String id = invited.replaceAll("(?s).*Agree\\.([0-9a-f]+).*", "$1");
        tell(coaching.pressed(caller(IDA, ""), "Agree." + id));
        tell(coaching.pressed(caller(BO, "Bo Plumstone"), "Agree." + id));
        return id;
    }

    private String domain() {
        return setup.prompts()
                .frameworks()
                .get("standards")
                .domains()
                .getFirst()
                .name();
    }

    private static void fill(CoachingService coaching, String meaning, String field) {
        tell(coaching.filled(caller(IDA, ""), meaning, Map.of(field, "the unforgettable kumquat of " + meaning)));
    }

    private static Caller caller(Account account, String name) {
        return new Caller(account, name);
    }

    private static String tell(CompletionStage<Note> stage) {
        return stage.toCompletableFuture().join().toString();
    }

    /** What people do at a Parley that stops again. */
    private interface Doing {
        void with(CoachingService coaching);
    }

    private void at(Doing doing) {
        String community = setup.configuration().community().name();
        CoachingService coaching = Coached.of(setup, new PrivateLinks(new OneTimeLinks(InstantSource.system())));
        Settings settings = new Settings(
                community,
                setup.configuration().community().zone(),
                Running.LOCALE,
                Optional.empty(),
                Optional.empty(),
                _ -> "",
                Duration.ofSeconds(30),
                100,
                UUID.randomUUID().toString());
        Speech speech = new Speech(setup.prompts().voice(), settings.zone(), settings.locale());
        try (Store store = Databases.open(setup.configuration(), folder);
                Engine engine = new Engine(
                        settings,
                        store,
                        List.of(),
                        new SettledProgramme(setup, speech),
                        setup.prompts().voice(),
                        InstantSource.system(),
                        Optional.of(coaching))) {
            engine.start(true);
            coaching.look();
            doing.with(coaching);
        }
    }

    /** Which of these words stand in any file of the data folder, as plain text. */
    private List<String> held(String... words) throws Exception {
        List<String> held = new ArrayList<>();
        try (Stream<Path> files = Files.walk(parley.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (String word : words) {
                    for (Charset charset :
                            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
                        if (bytes.contains(new String(word.getBytes(charset), StandardCharsets.ISO_8859_1))) {
                            held.add(word + " in " + file.getFileName());
                        }
                    }
                }
            }
        }
        return held;
    }
}
