package dev.parley.platform.discord.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.platform.Account;
import java.time.Duration;
import java.util.Optional;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What people are called in a server. Discord tells it with what is said, and not with what was said. */
public final class Members {
    private final Requests requests;

    private final Cache<Key, String> nicknames = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    private record Key(String guild, String person) {}

    /** Knows nobody yet. */
    public Members(Requests requests) {
        this.requests = requests;
    }

    /** Completes a message of the history to what Discord told when it was said, as regards its author. */
    public void completeAuthor(DataObject message, String guild) {
        message.put("member", member(guild, message.getObject("author").getString("id")));
    }

    /** The same for the people whom it mentions. */
    public void completeMentioned(DataObject message, String guild) {
        message.optArray("mentions").stream()
                .flatMap(mentions -> mentions.stream(DataArray::getObject))
                .filter(person -> !person.getBoolean("bot"))
                .forEach(person -> person.put("member", member(guild, person.getString("id"))));
    }

    /** One who has left the server is called there what they are called everywhere. */
    private DataObject member(String guild, String person) {
        String nickname = nicknames.get(new Key(guild, person), key -> nickname(asked(key)));
        return nickname.isEmpty() ? DataObject.empty() : DataObject.empty().put("nick", nickname);
    }

    /** A member as they are just now, whatever is remembered; empty for somebody who is not in the server. */
    public Optional<DataObject> now(String guild, String person) {
        Key key = new Key(guild, person);
        Optional<DataObject> member = asked(key);
        nicknames.put(key, nickname(member));
        return member;
    }

    private Optional<DataObject> asked(Key key) {
        return requests.find(
                Route.Guilds.GET_MEMBER.compile(key.guild(), key.person()),
                ErrorResponse.UNKNOWN_MEMBER,
                ErrorResponse.UNKNOWN_USER);
    }

    private static String nickname(Optional<DataObject> member) {
        return member.map(one -> one.getString("nick", "")).orElse("");
    }

    /** Lets go of what is remembered of somebody. */
    public void forget(Account account) {
        nicknames.asMap().keySet().removeIf(key -> key.person().equals(account.id()));
    }
}
