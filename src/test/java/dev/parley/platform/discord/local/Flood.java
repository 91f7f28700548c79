package dev.parley.platform.discord.local;

import java.util.ArrayList;
import java.util.List;

/** Many messages of people, made and serialised before, so that telling them costs next to nothing. */
public final class Flood {
    private final Channel channel;
    private final List<MessageRecord> messages = new ArrayList<>();
    private final List<Dispatch> dispatches = new ArrayList<>();

    Flood(Channel channel) {
        this.channel = channel;
    }

    /** One more message that somebody is going to say. */
    public Flood says(User author, String text) {
        World world = channel.world;
        synchronized (world) {
            MessageRecord message = new MessageRecord(channel, world.ids.next(), author, null, text);
            Dispatch dispatch = Dispatch.ofChannel(
                            "MESSAGE_CREATE",
                            channel,
                            Intent.GUILD_MESSAGES,
                            Intent.DIRECT_MESSAGES,
                            message.eventJson())
                    .withContent();
            messages.add(message);
            dispatches.add(dispatch.made(world.gateway.head("MESSAGE_CREATE", dispatch.data())));
            return this;
        }
    }

    /** How many there are. */
    public int size() {
        return messages.size();
    }

    /** They say it, all at once or, where this is larger than 0, so many in a second; gives what was said, in order. */
    public List<MessageRecord> pours(int perSecond) {
        World world = channel.world;
        long start = System.nanoTime();
        for (int index = 0; index < messages.size(); index++) {
            if (perSecond > 0 && index % 50 == 0) {
                sleepUntil(start + index * 1_000_000_000L / perSecond);
            }
            synchronized (world) {
                MessageRecord message = messages.get(index);
                channel.messages.put(message.id, message);
                world.messages.put(message.id, message);
                world.gateway.tell(dispatches.get(index));
            }
        }
        return messages;
    }

    private static void sleepUntil(long nanos) {
        long left = nanos - System.nanoTime();
        if (left > 0) {
            try {
                Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
