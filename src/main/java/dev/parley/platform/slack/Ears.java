package dev.parley.platform.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.slack.talk.Interactions;
import dev.parley.platform.slack.wire.Reader;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.slack.wire.Tokens;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears events as they come: in any order, more than once, some of them only as a "retry". A message is known by its channel and time,
 * so nothing is lost or doubled by any of that; every type of event is taken, and what is none of our business is simply acknowledged.
 */
final class Ears {
    private static final Logger LOG = LoggerFactory.getLogger(Ears.class);
    private static final CompletionStage<Void> NOTHING_TO_KEEP = CompletableFuture.completedFuture(null);

    /** Slack brings an event three times more, the last time after five minutes and a little. */
    private static final Duration BEFORE_READING_BACK = Duration.ofMinutes(7);

    private final Facilitator facilitator;
    private final Rooms rooms;
    private final Reader reader;
    private final Tokens tokens;
    private final Supplier<@Nullable Interactions> interactions;
    private final Reactions reactions = new Reactions();
    private final Duration beforeReadingBack;
    private final AtomicBoolean missed = new AtomicBoolean();

    Ears(
            Facilitator facilitator,
            Rooms rooms,
            Reader reader,
            Tokens tokens,
            Supplier<@Nullable Interactions> interactions) {
        this(facilitator, rooms, reader, tokens, interactions, BEFORE_READING_BACK);
    }

    Ears(
            Facilitator facilitator,
            Rooms rooms,
            Reader reader,
            Tokens tokens,
            Supplier<@Nullable Interactions> interactions,
            Duration beforeReadingBack) {
        this.beforeReadingBack = beforeReadingBack;
        this.facilitator = facilitator;
        this.rooms = rooms;
        this.reader = reader;
        this.tokens = tokens;
        this.interactions = interactions;
    }

    /**
     * Hears an envelope of the Events API.
     *
     * @return complete when it is safe to acknowledge
     */
    CompletionStage<Void> told(JsonObject envelope) {
        String team = Reader.text(envelope, "team_id");
        JsonObject event = Reader.object(envelope, "event").orElseGet(JsonObject::new);
        return switch (Reader.text(event, "type")) {
            case "message" -> message(team, event);
            case "reaction_added" -> reaction(team, event, true, self(envelope));
            case "reaction_removed" -> reaction(team, event, false, self(envelope));
            case "member_joined_channel" -> joined(team, event, self(envelope));
            case "channel_unarchive", "group_unarchive" -> mended(team, Reader.text(event, "channel"));
            case "app_home_opened" -> inPrivate(team, event);
            case "app_uninstalled" -> revoked(team);
            case "tokens_revoked" -> tokensRevoked(team, event);
            // A mention comes as a message too, and is heard as that.
            default -> NOTHING_TO_KEEP;
        };
    }

    /** Who the bot is for the one whom an envelope is for. */
    private static String self(JsonObject envelope) {
        return envelope.get("authorizations") instanceof JsonArray all
                        && !all.isEmpty()
                        && all.get(0) instanceof JsonObject first
                ? Reader.text(first, "user_id")
                : "";
    }

    private CompletionStage<Void> message(String team, JsonObject event) {
        String channel = Reader.text(event, "channel");
        if (Reader.text(event, "channel_type").equals("im")) {
            return inPrivate(team, event);
        }
        RoomId room = rooms.room(team, channel);
        if (room == null) {
            return NOTHING_TO_KEEP;
        }
        return switch (Reader.text(event, "subtype")) {
            case "message_deleted" -> hear(() -> unsaid(room, Reader.text(event, "deleted_ts")));
            case "message_changed" ->
                Reader.object(event, "message")
                        .map(message -> changed(message, room, team))
                        .orElse(NOTHING_TO_KEEP);
            default -> hear(() -> reader.said(event, room, team));
        };
    }

    /** Slack says that a message has changed too when a link in it got its preview, and that it is a tombstone when only its thread is left. */
    private CompletionStage<Void> changed(JsonObject message, RoomId room, String team) {
        if (Reader.text(message, "subtype").equals("tombstone")) {
            return hear(() -> unsaid(room, Reader.text(message, "ts")));
        }
        return message.has("edited") ? hear(() -> reader.said(message, room, team)) : NOTHING_TO_KEEP;
    }

    private static Optional<Incoming.Unsaid> unsaid(RoomId room, String ts) {
        return ts.isEmpty() ? Optional.empty() : Optional.of(new Incoming.Unsaid(new MessageId(room, ts)));
    }

    private CompletionStage<Void> reaction(String team, JsonObject event, boolean given, String self) {
        JsonObject item = Reader.object(event, "item").orElseGet(JsonObject::new);
        RoomId room = rooms.room(team, Reader.text(item, "channel"));
        String person = Reader.text(event, "user");
        if (room == null || person.isEmpty() || person.equals(self) || reader.isMachine(team, person)) {
            return NOTHING_TO_KEEP;
        }
        Incoming.Reacted reacted = new Incoming.Reacted(
                new MessageId(room, Reader.text(item, "ts")),
                Rooms.account(team, person),
                Reader.text(event, "reaction"),
                given);
        return reactions.isLate(reacted, Reader.text(event, "event_ts"))
                ? NOTHING_TO_KEEP
                : hear(() -> Optional.of(reacted));
    }

    private CompletionStage<Void> joined(String team, JsonObject event, String self) {
        return Reader.text(event, "user").equals(self) ? mended(team, Reader.text(event, "channel")) : NOTHING_TO_KEEP;
    }

    private CompletionStage<Void> mended(String team, String channel) {
        RoomId room = rooms.room(team, channel);
        if (room != null) {
            facilitator.mended(room);
        }
        return NOTHING_TO_KEEP;
    }

    private CompletionStage<Void> inPrivate(String team, JsonObject event) {
        Interactions talk = interactions.get();
        return talk == null
                ? NOTHING_TO_KEEP
                : talk.event(team, event).whenComplete((_, trouble) -> {
                    if (trouble != null) {
                        missed(trouble);
                    }
                });
    }

    private CompletionStage<Void> tokensRevoked(String team, JsonObject event) {
        boolean ours = Reader.object(event, "tokens")
                .filter(all -> all.get("bot") instanceof JsonArray bots && !bots.isEmpty())
                .isPresent();
        return ours ? revoked(team) : NOTHING_TO_KEEP;
    }

    private CompletionStage<Void> revoked(String team) {
        tokens.revoked(team);
        return NOTHING_TO_KEEP;
    }

    private CompletionStage<Void> hear(Supplier<? extends Optional<? extends Incoming>> event) {
        return kept(event).whenComplete((_, trouble) -> {
            if (trouble != null) {
                missed(trouble);
            }
        });
    }

    /** A facilitator without its database may throw at once. */
    private CompletionStage<Void> kept(Supplier<? extends Optional<? extends Incoming>> event) {
        try {
            Optional<? extends Incoming> incoming = event.get();
            return incoming.isEmpty() ? NOTHING_TO_KEEP : facilitator.hear(incoming.get());
        } catch (RuntimeException trouble) {
            return CompletableFuture.failedFuture(trouble);
        }
    }

    /** Slack brings again what was refused. What could not be kept even then stands in its history. */
    private void missed(Throwable trouble) {
        if (readBackLater()) {
            LOG.error("Something heard could not be kept; it will come again", trouble);
        }
    }

    /**
     * Reads back what happened, when Slack has had the time to bring it again. Returns at once.
     *
     * @return whether that was not yet going to be done
     */
    boolean readBackLater() {
        if (!missed.compareAndSet(false, true)) {
            return false;
        }
        Thread.ofVirtual().name("slack-reading-back").start(() -> {
            try {
                Thread.sleep(beforeReadingBack);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            missed.set(false);
            facilitator.returned(Rooms.NAME);
        });
        return true;
    }
}
