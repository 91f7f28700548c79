package dev.parley.engine;

import dev.parley.conversation.Effect;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Narrow;
import dev.parley.platform.NotYet;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Platform;
import dev.parley.platform.Refused;
import dev.parley.store.Row;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said to one person in private, or not at all. Platforms let little of it through, so who comes early waits for who came earlier. */
final class Confidences {

    private static final Logger LOG = LoggerFactory.getLogger(Confidences.class);

    private final Map<String, Platform> platforms;
    private final People people;
    private final StoryKinds kinds;
    private final Queues queues;
    private final Endings endings;
    private final InstantSource clock;

    Confidences(
            Map<String, Platform> platforms,
            People people,
            StoryKinds kinds,
            Queues queues,
            Endings endings,
            InstantSource clock) {
        this.platforms = platforms;
        this.people = people;
        this.kinds = kinds;
        this.queues = queues;
        this.endings = endings;
        this.clock = clock;
    }

    /**
     * Says something about a room to one person, on the room's platform.
     *
     * @param text empty where there is nothing to say any more
     */
    void whisper(Row row, Effect.Whisper whisper, Platform platform, Optional<String> text) {
        Optional<Account> account = people.account(whisper.person(), platform.name());
        if (account.isEmpty() || text.isEmpty()) {
            endings.lapse(row);
            return;
        }
        Outgoing words = new Outgoing(whisper.key(), whisper.room(), text.get(), Optional.empty(), Outgoing.Tone.PLAIN);
        try {
            platform.whisper(account.get(), words);
            endings.finish(row, Row.State.DONE);
        } catch (NotYet notYet) {
            standIn(row, platform, notYet);
        }
    }

    /** Goes to the first of a person's accounts that has a private room. Where none has it is said nowhere, and nobody is told. */
    void letter(Row row, Effect.Letter letter) {
        if (row.attempts() == 1 && endings.isTooLate(row)) {
            endings.lapse(row);
            return;
        }
        for (Platform platform : platforms.values()) {
            Optional<Account> account = people.account(letter.person(), platform.name());
            try {
                if (account.isPresent()) {
                    letter(row, letter, platform, privately(row, letter.person(), platform, account.get()));
                    return;
                }
            } catch (NotYet notYet) {
                standIn(row, platform, notYet);
                return;
            } catch (Refused refused) {
                LOG.debug("A letter was refused on {}", platform.name());
                people.forgetRoom(letter.person(), platform);
            }
        }
        endings.finish(row, Row.State.PARKED);
    }

    private RoomId privately(Row row, PersonId person, Platform platform, Account account) {
        return people.privateRoom(person, platform.name()).orElseGet(() -> {
            letOthersGoFirst(row, platform, Narrow.OPENINGS);
            return people.openPrivateRoom(person, platform, account);
        });
    }

    /** What was perhaps sent before is looked for, also where it would make no sense any more to send it now. */
    private void letter(Row row, Effect.Letter letter, Platform platform, RoomId room) {
        Optional<Outgoing> outgoing =
                kinds.of(row.stream()).write(row.stream(), letter).map(note -> Outgoing.of(letter.key(), room, note));
        Optional<MessageId> standing = row.attempts() > 1 ? outgoing.flatMap(platform::find) : Optional.empty();
        if (standing.isEmpty() && (outgoing.isEmpty() || endings.isTooLate(row))) {
            endings.lapse(row);
            return;
        }
        endings.stands(row, letter.key(), standing.orElseGet(() -> {
            letOthersGoFirst(row, platform, Narrow.LETTERS);
            return platform.post(outgoing.get());
        }));
    }

    /** Whoever comes while others wait stands behind them, where the order is that of time. */
    private void letOthersGoFirst(Row row, Platform platform, Narrow what) {
        String queue = Queues.name(platform, what);
        if (!row.queue().equals(queue) && queues.isUsed(queue)) {
            throw new NotYet(what, "Others wait for it", Duration.ZERO);
        }
    }

    private void standIn(Row row, Platform platform, NotYet notYet) {
        String queue = Queues.name(platform, notYet.what());
        endings.standIn(row, queue);
        queues.close(queue, clock.instant().plus(notYet.patience()));
        queues.entered(queue);
    }
}
