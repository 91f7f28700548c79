package dev.parley.platform.slack.talk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.slack.wire.Rooms.Person;
import dev.parley.platform.talk.Saying;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The App Homes of those who looked at theirs lately; nobody else's is kept up to date, since Slack takes about a hundred a minute. */
final class Homes {
    private static final Logger LOG = LoggerFactory.getLogger(Homes.class);

    private final HomeView view;
    private final Views views;
    private final Windows windows;
    private final Cache<Person, Boolean> lately = Caffeine.newBuilder()
            .maximumSize(50)
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();

    Homes(HomeView view, Views views, Windows windows) {
        this.view = view;
        this.views = views;
        this.windows = windows;
    }

    /** Somebody looks at theirs. */
    void opened(Person person) {
        lately.put(person, true);
        show(person, Optional.empty());
    }

    /** Shows somebody theirs, with something to say at its top. */
    void show(Person person, Optional<Saying> notice) {
        publish(person, notice, Optional.empty());
    }

    /** Shows somebody theirs anew, if they looked lately. */
    void refresh(Person person) {
        if (lately.asMap().containsKey(person)) {
            show(person, Optional.empty());
        }
    }

    /** Shows a chat anew to all who looked lately. */
    void refresh(Card card) {
        for (Person person : lately.asMap().keySet()) {
            try {
                publish(person, Optional.empty(), Optional.of(card));
            } catch (Refused | Unreachable trouble) {
                LOG.info("An App Home is not up to date: {}", trouble.getMessage());
            }
        }
    }

    private void publish(Person person, Optional<Saying> notice, Optional<Card> latest) {
        Account account = Rooms.account(person.team(), person.user());
        windows.publish(person, views.home(view.home(account, notice, latest)));
    }

    void forget(Account account) {
        lately.invalidate(Rooms.person(account));
    }
}
