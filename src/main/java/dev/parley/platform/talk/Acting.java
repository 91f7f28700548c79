package dev.parley.platform.talk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Verb;
import dev.parley.platform.Caller;
import dev.parley.platform.Card;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Acknowledges, thinks, answers, in this order. What goes wrong while thinking is said in words, and nothing more than that. */
final class Acting {
    private static final Logger LOG = LoggerFactory.getLogger(Acting.class);

    private final Wording wording;
    private final Ground ground;
    private final Steering steering;
    private final Patience patience;
    private final Stopping stopping;
    private final String roomOption;

    /** Steps whose way back was pressed. */
    private final Cache<String, Boolean> takenBack = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(20))
            .build();

    Acting(
            Wording wording,
            Ground ground,
            Steering steering,
            Patience patience,
            Stopping stopping,
            CommandNames names) {
        this.wording = wording;
        this.ground = ground;
        this.steering = steering;
        this.patience = patience;
        this.stopping = stopping;
        this.roomOption = names.room();
    }

    /** Answers in a message of its own. */
    void reply(Exchange to, Supplier<Saying> thinking) {
        to.think();
        to.say(thought(thinking));
    }

    /** Answers in place of the answer of ours in which something was pressed. */
    void inPlace(Exchange to, Supplier<Saying> thinking) {
        to.thinkInPlace();
        to.say(thought(thinking));
    }

    /** Steers, and says how the chat stands then. */
    void steer(Exchange to, String room, Verb.Name verb, String detail) {
        to.think();
        steerNow(to, room, verb, detail);
    }

    /** Steers from within an answer of ours. */
    void steerInPlace(Exchange to, String room, Verb.Name verb, String detail) {
        to.thinkInPlace();
        steerNow(to, room, verb, detail);
    }

    /** Takes a step back from within the answer that told of it. */
    void undo(Exchange to, String room, String step) {
        takenBack.put(step, true);
        steerInPlace(to, room, Verb.Name.UNDO, "");
    }

    private void steerNow(Exchange to, String room, Verb.Name verb, String detail) {
        Saying saying = thought(() -> steered(to, room, verb, detail));
        to.say(saying);
        if (!saying.rows().isEmpty()) {
            fade(to, saying);
        }
    }

    private Saying steered(Exchange to, String room, Verb.Name verb, String detail) {
        return asker(to, room)
                .map(asker -> steering.done(steering.steer(asker, verb, detail), to.id()))
                .orElseGet(this::whichRoom);
    }

    /** What can be taken back can be for a short while only. */
    private void fade(Exchange to, Saying saying) {
        stopping.pause(patience.undo());
        if (takenBack.getIfPresent(to.id()) == null) {
            to.say(saying.with(List.of()));
        }
    }

    /** Steers from the hosts' panel, which then shows how the chat stands; what is refused is said to the one alone. */
    void steerInPanel(Exchange to, Function<Card, Saying> panel, String room, Verb.Name verb) {
        inPlaceOrAlone(
                to, () -> asker(to, room).map(asker -> panel.apply(steering.steer(asker, verb, ""))), this::whichRoom);
    }

    /** Changes what everybody sees there, or where there is nothing to change, answers the one alone. */
    void inPlaceOrAlone(Exchange to, Supplier<Optional<Saying>> inPlace, Supplier<Saying> alone) {
        to.thinkInPlace();
        Optional<Saying> changed;
        try {
            changed = inPlace.get();
        } catch (RuntimeException trouble) {
            to.add(words(trouble));
            return;
        }
        if (changed.isPresent()) {
            to.say(changed.get());
        } else {
            to.add(thought(alone));
        }
    }

    /** An answer about a room that the one who asks can see. */
    Saying about(Exchange exchange, String named, Function<Asker, Saying> answer) {
        Optional<Asker> asker = asker(exchange, named);
        if (asker.isEmpty()) {
            return whichRoom();
        }
        return asker.get().sees() ? answer.apply(asker.get()) : Saying.of(wording.say(TalkPhrase.ROOM_HIDDEN));
    }

    private Optional<Asker> asker(Exchange exchange, String named) {
        return room(exchange, named).map(exchange::asker);
    }

    /** Who asks, whatever they can see. Throws {@link Refused} where the room is none of ours. */
    Caller caller(Exchange exchange, String named) {
        return asker(exchange, named)
                .map(Asker::caller)
                .orElseThrow(() -> new Refused(wording.say(TalkPhrase.OUTDATED)));
    }

    /**
     * The room that is meant: the one that is named, else the one it is asked in, else the only one.
     *
     * @param named a room by its id; empty where none is named
     */
    Optional<RoomId> room(Exchange exchange, String named) {
        if (!named.isEmpty()) {
            return ground.rooms().stream()
                    .filter(room -> room.id().equals(named))
                    .findFirst();
        }
        Optional<RoomId> here = exchange.here();
        return here.isPresent() || ground.rooms().size() > 1
                ? here
                : ground.rooms().stream().findFirst();
    }

    /** Says that it must be said which room is meant. */
    Saying whichRoom() {
        return Saying.of(wording.say(TalkPhrase.WHICH_ROOM, "option", roomOption));
    }

    void outdated(Exchange exchange) {
        reply(exchange, () -> Saying.of(wording.say(TalkPhrase.OUTDATED)));
    }

    /** What comes of thinking, or what went wrong with it, in words. */
    Saying thought(Supplier<Saying> thinking) {
        try {
            return thinking.get();
        } catch (RuntimeException trouble) {
            return words(trouble);
        }
    }

    private Saying words(RuntimeException trouble) {
        return switch (trouble) {
            case Refused refused -> Saying.of(refused.why());
            case Unreachable unreachable -> {
                LOG.warn("Somebody could not be answered: {}", unreachable.why());
                yield Saying.of(wording.say(TalkPhrase.WENT_WRONG));
            }
            default -> {
                LOG.error("Somebody could not be answered", trouble);
                yield Saying.of(wording.say(TalkPhrase.WENT_WRONG));
            }
        };
    }
}
