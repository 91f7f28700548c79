package dev.parley.platform.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.RoomId;
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

    private final Replies replies;
    private final Wording wording;
    private final Askers askers;
    private final Steering steering;
    private final Patience patience;
    private final Stopping stopping;
    private final String roomOption;

    /** Answers of ours in which something was pressed since. */
    private final Cache<String, Boolean> pressed = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(20))
            .build();

    Acting(
            Replies replies,
            Wording wording,
            Askers askers,
            Steering steering,
            Patience patience,
            Stopping stopping,
            String roomOption) {
        this.replies = replies;
        this.wording = wording;
        this.askers = askers;
        this.steering = steering;
        this.patience = patience;
        this.stopping = stopping;
        this.roomOption = roomOption;
    }

    /** Answers in a message of its own. */
    void reply(Interaction to, Supplier<Saying> thinking) {
        replies.defer(to);
        replies.say(to, thought(thinking));
    }

    /** Answers in place of the answer of ours in which something was pressed. */
    void inPlace(Interaction to, Supplier<Saying> thinking) {
        pressedIn(to);
        replies.deferInPlace(to);
        replies.say(to, thought(thinking));
    }

    private void pressedIn(Interaction to) {
        to.message().ifPresent(message -> pressed.put(message.getString("id"), true));
    }

    /** Steers, and says how the chat stands then. */
    void steer(Interaction to, String room, HostVerb verb, String detail) {
        replies.defer(to);
        steerNow(to, room, verb, detail);
    }

    /** Steers from within an answer of ours. */
    void steerInPlace(Interaction to, String room, HostVerb verb, String detail) {
        pressedIn(to);
        replies.deferInPlace(to);
        steerNow(to, room, verb, detail);
    }

    private void steerNow(Interaction to, String room, HostVerb verb, String detail) {
        Saying saying = thought(() -> steered(to, room, verb, detail));
        String said = replies.say(to, saying);
        if (!saying.rows().isEmpty()) {
            fade(to, said, saying);
        }
    }

    private Saying steered(Interaction to, String room, HostVerb verb, String detail) {
        return asker(to, room)
                .map(asker -> steering.done(steering.steer(asker, verb, detail)))
                .orElseGet(this::whichRoom);
    }

    /** What can be taken back can be for a short while only. */
    private void fade(Interaction to, String said, Saying saying) {
        pressed.invalidate(said);
        stopping.pause(patience.undo());
        if (pressed.getIfPresent(said) == null) {
            replies.say(to, saying.with(List.of()));
        }
    }

    /** Steers from the hosts' panel, which then shows how the chat stands; what is refused is said to the one alone. */
    void steerInPanel(Interaction to, Function<Card, Saying> panel, String room, HostVerb verb) {
        inPlaceOrAlone(
                to, () -> asker(to, room).map(asker -> panel.apply(steering.steer(asker, verb, ""))), this::whichRoom);
    }

    /** Changes what everybody sees there, or where there is nothing to change, answers the one alone. */
    void inPlaceOrAlone(Interaction to, Supplier<Optional<Saying>> inPlace, Supplier<Saying> alone) {
        replies.deferInPlace(to);
        Optional<Saying> changed;
        try {
            changed = inPlace.get();
        } catch (RuntimeException trouble) {
            replies.add(to, words(trouble));
            return;
        }
        if (changed.isPresent()) {
            replies.say(to, changed.get());
        } else {
            replies.add(to, thought(alone));
        }
    }

    /** An answer about a room that the one who asks can see. */
    Saying about(Interaction interaction, String named, Function<Asker, Saying> answer) {
        Optional<Asker> asker = asker(interaction, named);
        if (asker.isEmpty()) {
            return whichRoom();
        }
        return asker.get().sees() ? answer.apply(asker.get()) : Saying.of(wording.say(CommandPhrase.ROOM_HIDDEN));
    }

    private Optional<Asker> asker(Interaction interaction, String named) {
        return room(interaction, named).map(room -> askers.asker(interaction, room));
    }

    /** Who asks, whatever they can see. Throws {@link Refused} where the room is none of ours. */
    Caller caller(Interaction interaction, String named) {
        return asker(interaction, named)
                .map(Asker::caller)
                .orElseThrow(() -> new Refused(wording.say(CommandPhrase.OUTDATED)));
    }

    Optional<RoomId> room(Interaction interaction, String named) {
        return askers.room(interaction, named);
    }

    /** Says that it must be said which room is meant. */
    Saying whichRoom() {
        return Saying.of(wording.say(CommandPhrase.WHICH_ROOM, "option", roomOption));
    }

    private Saying thought(Supplier<Saying> thinking) {
        try {
            return thinking.get();
        } catch (RuntimeException trouble) {
            return words(trouble);
        }
    }

    private Saying words(RuntimeException trouble) {
        return switch (trouble) {
            case Refused refused -> Wording.shown(String.valueOf(refused.getMessage()));
            case Unreachable unreachable -> {
                LOG.warn("Somebody could not be answered: {}", unreachable.getMessage());
                yield Saying.of(wording.say(CommandPhrase.WENT_WRONG));
            }
            default -> {
                LOG.error("Somebody could not be answered", trouble);
                yield Saying.of(wording.say(CommandPhrase.WENT_WRONG));
            }
        };
    }
}
