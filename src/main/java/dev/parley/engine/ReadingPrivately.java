package dev.parley.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Heard;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.platform.Pauses;
import dev.parley.platform.Platform;
import dev.parley.platform.PrivateGap;
import dev.parley.platform.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what people wrote in private while nobody listened: those who were asked something there lately or said something, and those who
 * take part in a chat. One room after the other, who was asked last first, at the platform's leisure.
 */
final class ReadingPrivately {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingPrivately.class);

    /** What was said, asked or changed before is not looked at any more. */
    private static final Duration LATELY = Duration.ofDays(7);

    /** Whoever wrote something longer ago is not asked any more what it was for. */
    private static final Duration SPOKEN_OF = Duration.ofHours(1);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** After so many failures in a row it is left to the next session. */
    private static final int ENOUGH = 50;

    private final Scribe scribe;
    private final People people;
    private final Map<String, Platform> platforms;
    private final Optional<Extension> extension;
    private final Map<String, Rounds> rounds = new ConcurrentHashMap<>();
    private volatile boolean closing;

    ReadingPrivately(Scribe scribe, People people, Map<String, Platform> platforms, Optional<Extension> extension) {
        this.scribe = scribe;
        this.people = people;
        this.platforms = platforms;
        this.extension = extension;
    }

    /** Reads back the private rooms of a platform. Returns at once. */
    void platform(String name) {
        Platform platform = platforms.get(name);
        if (platform != null && platform.traits().remembers()) {
            rounds.computeIfAbsent(
                            name, _ -> new Rounds("reading privately " + name, () -> round(platform), () -> closing))
                    .wish();
        }
    }

    private void round(Platform platform) {
        try {
            read(platform, new ArrayDeque<>(found(platform)));
        } catch (InterruptedException _) {
            closing = true;
        }
    }

    /** The database may be away just now. */
    private List<Awaited> found(Platform platform) throws InterruptedException {
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        while (!closing) {
            try {
                return awaited();
            } catch (RuntimeException trouble) {
                LOG.warn("Private rooms on {} cannot be read back yet: {}", platform.name(), trouble.getMessage());
                Thread.sleep(pauses.next());
            }
        }
        return List.of();
    }

    /** One that cannot be read now waits until all others were. */
    private void read(Platform platform, Queue<Awaited> waiting) throws InterruptedException {
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        int failures = 0;
        while (!closing && failures < ENOUGH && !waiting.isEmpty()) {
            Awaited next = waiting.remove();
            try {
                Optional<PrivateGap> gap = gap(platform, next);
                gap.ifPresent(platform::catchUp);
                failures = 0;
                pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
            } catch (Refused refused) {
                LOG.info("A private room on {} may not be read back: {}", platform.name(), refused.why());
            } catch (RuntimeException trouble) {
                LOG.debug("A private room on {} cannot be read back yet", platform.name(), trouble);
                waiting.add(next);
                failures++;
                Thread.sleep(pauses.next());
            }
        }
        if (!waiting.isEmpty() && !closing) {
            LOG.warn("{} private rooms on {} could not be read back", waiting.size(), platform.name());
        }
    }

    private Optional<PrivateGap> gap(Platform platform, Awaited awaited) {
        Instant now = scribe.look(Sight::now).join();
        return people.privateRoom(awaited.person(), platform.name())
                .flatMap(room -> people.account(awaited.person(), platform.name())
                        .map(account -> new PrivateGap(
                                account,
                                room,
                                awaited.from().minus(Routing.CLOCKS_DIFFER),
                                now.minus(SPOKEN_OF),
                                awaited.known().stream()
                                        .filter(message -> message.room().equals(room))
                                        .collect(Collectors.toSet()))));
    }

    /** Everybody whose private room may hold something that nobody heard, who was asked last first. */
    private List<Awaited> awaited() {
        Instant since = scribe.look(Sight::now).join().minus(LATELY);
        Map<PersonId, Awaited> all = new HashMap<>();
        Stream.concat(extension.stream().flatMap(one -> one.awaited(since).stream()), inChats().stream())
                .forEach(one -> all.merge(one.person(), one, Awaited::and));
        return all.values().stream()
                .sorted(Comparator.comparing(Awaited::asked).reversed())
                .toList();
    }

    private List<Awaited> inChats() {
        return scribe.look(sight -> ReadingBack.lately(sight).stream()
                        .flatMap(ReadingPrivately::inChat)
                        .toList())
                .join();
    }

    private static Stream<Awaited> inChat(Conversation chat) {
        Instant from = chat.openedAt().orElseThrow();
        Map<PersonId, Instant> said =
                chat.messages().stream().collect(Collectors.toMap(Heard::author, Heard::at, ReadingPrivately::later));
        return said.entrySet().stream()
                .map(one -> new Awaited(one.getKey(), one.getValue(), from, Set.<MessageId>of()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Stops trying. */
    void close() {
        closing = true;
    }
}
