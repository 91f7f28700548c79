package dev.parley.command;

import dev.parley.conversation.Plan;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Script;
import dev.parley.demo.Demo;
import dev.parley.demo.Play;
import dev.parley.demo.PlayText;
import dev.parley.demo.WebStage;
import dev.parley.engine.OneChat;
import dev.parley.engine.Programme;
import dev.parley.engine.ScheduledChat;
import dev.parley.platform.web.WebPlatform;
import dev.parley.setup.Configuration;
import dev.parley.setup.Setup;
import dev.parley.voice.Phrase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The sample chat on a fast clock with five sample people, so that a newcomer sees a lively chat and can join it. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Holds the sample chat in under four minutes, with five sample people. Open the room and join them.",
            "What is said here is kept in a folder of its own and gone when the demo is stopped."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done; when it is stopped, the system says 130 (Ctrl-C) or 143.",
            "1:It could not start or go on; why is printed.",
            "2:The command was not understood."
        })
final class DemoCommand implements Callable<Integer> {

    private static final Duration LENGTH = Duration.ofSeconds(200);
    private static final Duration UNTIL_THE_START = Duration.ofSeconds(5);
    private static final Duration RECAP_COMES = Duration.ofSeconds(18);
    private static final Duration BEAT = Duration.ofMillis(250);
    private static final String SERIES = "demo";
    private static final String CHAT = SERIES + "/chat";

    private final Collection<? extends Phrase> phrases;
    private final InstantSource clock;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "The port; any free one without it.")
    private int port;

    @Option(names = "--once", description = "Ends when the recap is there, instead of waiting to be stopped.")
    private boolean once;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DemoCommand(Collection<? extends Phrase> phrases, InstantSource clock) {
        this.phrases = phrases;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Setup setup = config.read(phrases).value();
        Play play =
                PlayText.read(setup.configuration().prompts().resolve("demo").resolve("people.md"));
        Path folder = Files.createTempDirectory("parley-demo");
        Instant start = clock.instant().plus(UNTIL_THE_START).truncatedTo(ChronoUnit.MILLIS);
        Setup own = new Setup(settings(setup.configuration(), folder), setup.prompts(), List.of());
        Running running = new Running(own, folder, (all, _) -> programme(all, start), clock);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            running.close();
            delete(folder);
        }));
        URI recap = running.address().resolve("/recap/" + CHAT);
        say("The room:  " + running.address() + "  (open it, and join the five people who talk there)");
        say("For hosts: " + running.hostLink());
        say("The chat takes three and a half minutes; its recap will be at " + recap);
        act(play, running);
        Thread.sleep(RECAP_COMES);
        say("The chat is over. The recap: " + recap);
        if (!once) {
            say("Stop with Ctrl-C.");
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private void act(Play play, Running running) throws InterruptedException {
        RoomId room = new RoomId(WebPlatform.NAME, DEMO_ROOM.id());
        Demo demo = new Demo(
                play,
                new WebStage(running.platform(), room),
                () -> running.engine().facilitator().where(room));
        demo.enter();
        while (demo.step(clock.instant())) {
            Thread.sleep(BEAT);
        }
    }

    private static final Configuration.Room DEMO_ROOM = Configuration.Room.ofWeb("demo", "Demo");

    private Configuration settings(Configuration usual, Path folder) {
        return new Configuration(
                usual.community(),
                new Configuration.Site("127.0.0.1", port, Optional.empty()),
                new Configuration.Database(
                        "jdbc:h2:file:" + folder.resolve("parley"), Optional.empty(), Optional.empty()),
                usual.prompts(),
                List.of(DEMO_ROOM),
                Optional.empty(),
                Optional.empty(),
                usual.series(),
                usual.coaching(),
                usual.logs());
    }

    private static Programme programme(Setup setup, Instant start) {
        Script script = Optional.ofNullable(setup.prompts().scripts().get("partnership"))
                .orElseThrow(() -> new CannotStart("The demo plays the script partnership.md, which is not in "
                        + setup.configuration().prompts() + "."));
        Plan plan = new Plan(
                script.title(),
                "",
                script,
                start,
                start.plus(LENGTH),
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                List.of(),
                List.of(new RoomId(WebPlatform.NAME, DEMO_ROOM.id())),
                Set.of(),
                Optional.empty());
        return new OneChat(new ScheduledChat(CHAT, plan));
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
