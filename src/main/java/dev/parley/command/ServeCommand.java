package dev.parley.command;

import dev.parley.setup.Setup;
import dev.parley.voice.Phrase;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The main job: serves the rooms and holds the chats until it is stopped. */
@Command(
        name = "parley",
        mixinStandardHelpOptions = true,
        version = "Parley 0.1.0",
        description =
                "Hosts the weekly live chat of a community. Without a command it serves its rooms until it is stopped.",
        synopsisSubcommandLabel = "[COMMAND]",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done; when it is stopped, the system says 130 (Ctrl-C) or 143.",
            "1:It could not start or go on; why is printed.",
            "2:The command was not understood."
        })
final class ServeCommand implements Callable<Integer> {

    private final Collection<? extends Phrase> phrases;
    private final InstantSource clock;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ServeCommand(Collection<? extends Phrase> phrases, InstantSource clock) {
        this.phrases = phrases;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        Setup setup = config.read(phrases).value();
        Logs.write(setup.configuration().logs());
        Running running = new Running(setup, config.home(), SettledProgramme::new, clock);
        stopWhenAsked(running);
        PrintWriter out = spec.commandLine().getOut();
        out.println((running.hasRoom() ? "The room:  " : "The pages: ") + running.address());
        running.onDiscord().ifPresent(rooms -> out.println("Discord:   " + rooms));
        running.onSlack().ifPresent(rooms -> out.println("Slack:     " + rooms));
        out.println("For hosts: " + running.hostLink() + " (opens once; ./parley desk prints another)");
        out.println("Stop with Ctrl-C.");
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    /** Stops gracefully when the process is asked to end. */
    static void stopWhenAsked(Running running) {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("stopping").unstarted(running::close));
    }
}
