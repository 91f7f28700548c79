package dev.parley.platform.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.platform.Account;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Refused;
import dev.parley.voice.Voice;
import java.util.List;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What is said to one person alone: in their direct messages, or not at all. */
final class Whispers {
    private final Requests requests;
    private final Voice voice;

    /** Opening them has a narrow limit of its own. */
    private final Cache<String, String> channels =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Whispers(Requests requests, Voice voice) {
        this.requests = requests;
        this.voice = voice;
    }

    void whisper(Account to, Outgoing words) {
        if (!to.platform().equals(Places.NAME)) {
            throw new Refused(voice.say(DiscordPhrase.NOBODY_HERE));
        }
        String channel = channel(to.id());
        List<String> parts = DiscordText.parts(words.text(), Posts.LONGEST);
        for (int at = 0; at < parts.size(); at++) {
            DataObject body = Bodies.once(Bodies.saying(parts.get(at)), Nonce.ofPart(words.key() + "@" + to.id(), at));
            requests.send(Route.Messages.SEND_MESSAGE.compile(channel), body, List.of());
        }
    }

    private String channel(String person) {
        String known = channels.getIfPresent(person);
        if (known != null) {
            return known;
        }
        DataObject wish = DataObject.empty().put("recipient_id", person);
        String opened = requests.send(Route.Self.CREATE_PRIVATE_CHANNEL.compile(), wish, List.of())
                .getString("id");
        channels.put(person, opened);
        return opened;
    }

    void forget(Account account) {
        channels.invalidate(account.id());
    }
}
