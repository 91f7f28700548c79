package dev.parley.platform.slack.wire;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.model.User;
import dev.parley.platform.Account;
import dev.parley.platform.slack.wire.Rooms.Person;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people are called in a workspace, and which of them are machines. Slack does not say it with what they say. */
public final class Names {
    private static final Logger LOG = LoggerFactory.getLogger(Names.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Known UNKNOWN = new Known("", false, true);

    private final WebApi api;
    private final Duration patience;
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
        this(api, PATIENCE);
    }

    Names(WebApi api, Duration patience) {
        this.api = api;
        this.patience = patience;
    }

    /** Somebody; without a name where Slack does not tell it at once. */
    public Known of(String team, String user) {
        return of(team, Set.of(user)).getOrDefault(user, UNKNOWN);
    }

    /**
     * Several, asked for together; without a name those whom Slack does not tell at once. Many who come together are told one after the
     * other, and nothing that somebody says must wait for that: it would be refused, and lost after the third time.
     */
    Map<String, Known> of(String team, Set<String> users) {
        Map<String, CompletableFuture<Known>> asked = users.stream()
                .collect(
                        Collectors.toMap(Function.identity(), user -> people.get(new Person(team, user), this::asked)));
        await(CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new)));
        return asked.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> told(one.getValue())));
    }

    private void await(CompletableFuture<Void> all) {
        try {
            all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException untold) {
            LOG.debug("Not all names are told");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Known told(CompletableFuture<Known> asked) {
        return asked.exceptionally(_ -> UNKNOWN).getNow(UNKNOWN);
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
