package dev.parley.store;

import static dev.parley.store.StoreContract.COMMUNITY;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A process of its own that says on its output what it was told is durable, until it is killed. */
final class Acknowledging {
    static final int WRITERS = 3;

    private Acknowledging() {}

    public static void main(String[] folder) {
        Store store = Stores.open(Settings.inFolder(Path.of(folder[0])));
        for (int writer = 0; writer < WRITERS; writer++) {
            ConversationId stream = stream(writer);
            String account = "cookie-" + writer;
            Thread.ofPlatform().start(() -> write(store, stream, account));
        }
    }

    static ConversationId stream(int writer) {
        return new ConversationId(COMMUNITY, "stream-" + writer);
    }

    static MessageId message(long sequence) {
        return StoreContract.message("m" + sequence);
    }

    private static void write(Store store, ConversationId stream, String account) {
        long version =
                store.<List<Stored>>read(reading -> reading.events(stream, 0)).size();
        while (true) {
            long known = version;
            store.write(writing -> {
                PersonId person = writing.introduce(COMMUNITY, "web", account + "-" + known / 50, "Ada")
                        .id();
                writing.keep(stream, Map.of(message(known + 1), new Spoken(person, "words " + known)));
                return writing.append(stream, known, List.of(StoreContract.happened(new Event.Paused())), true);
            });
            version++;
            say(stream.name() + " " + version);
        }
    }

    private static void say(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
