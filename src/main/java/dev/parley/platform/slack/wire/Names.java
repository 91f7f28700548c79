package dev.parley.platform.slack.wire;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.model.User;
import dev.parley.platform.Account;
import dev.parley.platform.slack.wire.Rooms.Person;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What people are called in a workspace, and which of them are machines. Slack does not say it with what they say. */
public final class Names {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Known UNKNOWN = new Known("", false, true);

    private final WebApi api;
    private final AsyncCache<Person, Known> people = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(1))
            .executor(task -> Thread.ofVirtual().start(task))
            .buildAsync();

    /**
     * What is known of somebody.
     *
     * @param name what they want to be called; empty where Slack does not say
     * @param machine whether it is no person
     * @param guest whether they see no more than they were let into; where Slack does not tell they may be one
     */
    public record Known(String name, boolean machine, boolean guest) {}

    public Names(WebApi api) {
        this.api = api;
    }

    /**
     * Somebody; without a name where Slack does not tell it at once. Many who come together are told one after the other, and nothing that
     * somebody says must wait for that: it would be refused, and lost after the third time.
     */
    public Known of(String team, String user) {
        try {
            return people.get(new Person(team, user), this::asked).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException untold) {
            return UNKNOWN;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }

    private Known asked(Person person) {
        return api.read(
                        person.team(),
                        methods -> methods.usersInfo(request -> request.user(person.user())),
                        "user_not_found",
                        "user_not_visible")
                .map(answer -> known(answer.getUser()))
                .orElse(UNKNOWN);
    }

    private static Known known(User user) {
        User.Profile profile = user.getProfile();
        String name = Stream.of(
                        profile == null ? "" : profile.getDisplayName(),
                        user.getRealName(),
                        profile == null ? "" : profile.getRealName(),
                        user.getName())
                .filter(one -> one != null && !one.isBlank())
                .findFirst()
                .orElse("");
        return new Known(name, user.isBot() || user.isWorkflowBot(), user.isRestricted() || user.isUltraRestricted());
    }

    public void forget(Account account) {
        people.synchronous().invalidate(Rooms.person(account));
    }
}
