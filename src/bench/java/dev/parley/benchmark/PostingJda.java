package dev.parley.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.dv8tion.jda.api.JDA;

/** JDA as its guide says: all messages are queued at once. Arguments: address of the API, of the gateway, token, file of channels. */
public final class PostingJda {
    private PostingJda() {}

    /** Runs until its standard input ends. */
    public static void main(String[] arguments) throws Exception {
        List<String> channels = Files.readAllLines(Path.of(arguments[3]));
        JDA jda = ReceivingJda.jda(arguments, _ -> {});
        jda.awaitReady();
        Tally.whenTold((at, count) -> {
            Thread.sleep(Duration.between(Instant.now(), at));
            channels.subList(0, count)
                    .forEach(channel -> jda.getTextChannelById(channel)
                            .sendMessage("The chat begins.")
                            .queue());
        });
        System.exit(0);
    }
}
