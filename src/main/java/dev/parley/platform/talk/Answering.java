package dev.parley.platform.talk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.Refused;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers by a dialog. Nothing is looked up before it opens, and nothing that was typed into it is lost. */
final class Answering {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final String OPEN = "open";

    private final Facilitator facilitator;
    private final Wording wording;
    private final Choices choices;
    private final Keeping keeping;
    private final Executor threads;
    private final String mine;

    /** Dialogs that are about whatever question was open, by the exchange that opened them. */
    private final Cache<String, CompletableFuture<Optional<Card.Asked>>> openWhenOpened = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    Answering(
            Facilitator facilitator,
            Wording wording,
            Choices choices,
            Keeping keeping,
            Executor threads,
            CommandNames names) {
        this.facilitator = facilitator;
        this.wording = wording;
        this.choices = choices;
        this.keeping = keeping;
        this.threads = threads;
        this.mine = names.mine();
    }

    /**
     * The dialog.
     *
     * @param about {@code Q3}, or the post of a question by its id, or what {@link #opens} says
     */
    Dialog dialog(RoomId room, String about) {
        String title = number(about)
                .map(number -> wording.say(TalkPhrase.ANSWER_TITLE_QUESTION, "number", number))
                .orElseGet(() -> wording.say(TalkPhrase.ANSWER_TITLE));
        return choices.dialog(new Wish("say", room.id(), about), title, TalkPhrase.ANSWER_LABEL);
    }

    /**
     * Finds out which question is open when a dialog is opened: what is written into it answers that one. Returns at once what the
     * dialog is about.
     */
    String opens(RoomId room, Exchange by) {
        String opening = OPEN + by.id();
        openWhenOpened.put(
                opening,
                CompletableFuture.supplyAsync(() -> facilitator.where(room).flatMap(Card::question), threads));
        return opening;
    }

    private String about(String wish) {
        CompletableFuture<Optional<Card.Asked>> open = openWhenOpened.getIfPresent(wish);
        return open == null
                ? wish
                : open.exceptionally(_ -> Optional.empty())
                        .join()
                        .map(question -> "Q" + question.number())
                        .orElse(wish);
    }

    /** The question that a dialog is about, if it was put. */
    Optional<Card.Asked> asked(RoomId room, String wish) {
        String about = about(wish);
        return facilitator.where(room).stream()
                .flatMap(card -> card.asked().stream())
                .filter(asked -> about.equals("Q" + asked.number())
                        || asked.post().filter(post -> post.id().equals(about)).isPresent())
                .findFirst();
    }

    private static Optional<String> number(String about) {
        return about.startsWith("Q") ? Optional.of(about.substring(1)) : Optional.empty();
    }

    /** Keeps what was typed, and says what became of it. */
    Saying answered(Exchange from, RoomId room, String about, String typed) {
        try {
            boolean kept = keeping.done(() -> hear(from, room, about, typed), () -> trying(from, typed));
            return kept ? kept(from, room, typed) : notKept(TalkPhrase.ANSWER_NOT_KEPT, typed);
        } catch (Refused refused) {
            return Saying.givenBack(refused.why(), typed);
        }
    }

    private CompletionStage<Void> hear(Exchange from, RoomId room, String about, String typed) {
        Asker by = from.asker(room);
        if (!by.sees()) {
            throw new Refused(wording.say(TalkPhrase.ROOM_HIDDEN));
        }
        return facilitator.hear(said(from, by.caller().name(), room, about(about), typed));
    }

    private Incoming.Said said(Exchange from, String name, RoomId room, String about, String typed) {
        if (number(about).isEmpty() && !about.startsWith(OPEN)) {
            return said(from, name, room, typed, new Place.Under(new MessageId(room, about)));
        }
        Optional<Card> card = facilitator.where(room);
        Optional<Place> post = card.flatMap(one -> question(one, about))
                .flatMap(Card.Asked::post)
                .map(Place.Under::new);
        // An answer to a question that does not stand here yet is known by its label.
        String label = number(about)
                .filter(_ -> post.isEmpty())
                .map(number -> wording.say(TalkPhrase.ANSWER_PREFIX, "number", number) + " ")
                .orElse("");
        return said(from, name, room, label + typed, post.orElse(Place.ROOM));
    }

    private static Optional<Card.Asked> question(Card card, String about) {
        return number(about).isEmpty()
                ? card.question()
                : card.asked().stream()
                        .filter(asked -> about.equals("Q" + asked.number()))
                        .findFirst();
    }

    private static Incoming.Said said(Exchange from, String name, RoomId room, String text, Place place) {
        return new Incoming.Said(from.typed(room), from.account(), name, text, place, from.at());
    }

    private Saying kept(Exchange from, RoomId room, String typed) {
        try {
            MessageId message = from.typed(room);
            return facilitator.mine(from.account(), room).stream()
                    .filter(one -> one.message().equals(message))
                    .findFirst()
                    .map(one -> MineViews.filed(wording, one))
                    .map(filed -> wording.say(TalkPhrase.ANSWER_KEPT, "filed", filed, "mine", mine))
                    .map(Saying::of)
                    .orElseGet(() -> notKept(TalkPhrase.ANSWER_NOT_OPEN, typed));
        } catch (RuntimeException trouble) {
            LOG.warn("An answer is kept, but cannot be read back: {}", trouble.toString());
            return Saying.of(wording.say(TalkPhrase.ANSWER_KEPT_PLAIN, "mine", mine));
        }
    }

    private Saying notKept(TalkPhrase why, String typed) {
        return Saying.givenBack(wording.say(why), typed);
    }

    private void trying(Exchange from, String typed) {
        try {
            from.say(notKept(TalkPhrase.ANSWER_TRYING, typed));
        } catch (RuntimeException unheard) {
            LOG.debug("Nobody hears that we go on trying: {}", unheard.toString());
        }
    }
}
