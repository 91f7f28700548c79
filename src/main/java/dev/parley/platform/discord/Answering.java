package dev.parley.platform.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.Mine;
import dev.parley.platform.Refused;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers by a dialog. Nothing is looked up before it opens, and nothing that was typed into it is lost. */
final class Answering {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final String FIELD = "text";
    private static final int TITLE = 45;

    private final Facilitator facilitator;
    private final Wording wording;
    private final Replies replies;
    private final Keeping keeping;
    private final Executor threads;
    private final String mine;

    /** Dialogs that are about whatever question was open, by the interaction that opened them. */
    private final Cache<String, CompletableFuture<Optional<Card.Asked>>> openWhenOpened = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    Answering(
            Facilitator facilitator,
            Wording wording,
            Replies replies,
            Keeping keeping,
            CommandBook book,
            Executor threads) {
        this.facilitator = facilitator;
        this.wording = wording;
        this.replies = replies;
        this.keeping = keeping;
        this.threads = threads;
        this.mine = book.mine;
    }

    /**
     * The dialog.
     *
     * @param about {@code Q3}, or the post of a question by its id, or {@code open} and the interaction that opened the dialog for
     *     whatever question is open
     */
    Modal dialog(RoomId room, String about) {
        String title = number(about)
                .map(number -> wording.say(CommandPhrase.ANSWER_TITLE_QUESTION, "number", number))
                .orElseGet(() -> wording.say(CommandPhrase.ANSWER_TITLE));
        return dialog(new CustomId("say", room.id(), about), title, wording.say(CommandPhrase.ANSWER_LABEL));
    }

    /** Finds out which question is open when a dialog is opened: what is written into it answers that one. Returns at once. */
    void opens(RoomId room, String opening) {
        openWhenOpened.put(
                opening,
                CompletableFuture.supplyAsync(() -> facilitator.where(room).flatMap(Card::question), threads));
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

    /** A dialog with one field for as much text as Discord takes. */
    static Modal dialog(CustomId mark, String title, String label) {
        TextInput field = TextInput.create(FIELD, TextInputStyle.PARAGRAPH)
                .setRequired(true)
                .build();
        return Modal.create(mark.toString(), Wording.label(title, TITLE))
                .addComponents(Label.of(Wording.label(label, TITLE), field))
                .build();
    }

    private static Optional<String> number(String about) {
        return about.startsWith("Q") ? Optional.of(about.substring(1)) : Optional.empty();
    }

    /**
     * Keeps what was typed, and says what became of it.
     *
     * @param asker finds out whether they can see the room
     */
    Saying answered(Interaction from, Supplier<Asker> asker, RoomId room, String about) {
        String typed = from.written();
        try {
            boolean kept = keeping.done(() -> hear(from, asker, room, about), () -> trying(from, typed));
            return kept ? kept(from, room) : notKept(CommandPhrase.ANSWER_NOT_KEPT, typed);
        } catch (Refused refused) {
            String why = Wording.within(String.valueOf(refused.getMessage()), Posts.LONGEST);
            return Wording.givenBack(why, typed);
        }
    }

    private CompletionStage<Void> hear(Interaction from, Supplier<Asker> asker, RoomId room, String about) {
        Asker by = asker.get();
        if (!by.sees()) {
            throw new Refused(wording.say(CommandPhrase.ROOM_HIDDEN));
        }
        return facilitator.hear(said(from, by.caller().name(), room, about));
    }

    private Incoming.Said said(Interaction from, String name, RoomId room, String wish) {
        String typed = from.written();
        String about = about(wish);
        if (Snowflake.isOne(Places.target(new MessageId(room, about)).message())) {
            return said(from, name, room, typed, new Place.Under(new MessageId(room, about)));
        }
        Optional<Card> card = facilitator.where(room);
        Optional<Place> post = card.flatMap(one -> question(one, about))
                .flatMap(Card.Asked::post)
                .map(Place.Under::new);
        // An answer to a question that does not stand here yet is known by its label.
        String label = number(about)
                .filter(_ -> post.isEmpty())
                .map(number -> wording.say(CommandPhrase.ANSWER_PREFIX, "number", number) + " ")
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

    private static Incoming.Said said(Interaction from, String name, RoomId room, String text, Place place) {
        return new Incoming.Said(id(from, room), from.account(), name, text, place, from.at());
    }

    /** It stands in no channel, so it has an id that no message has. */
    private static MessageId id(Interaction from, RoomId room) {
        return new MessageId(room, "i" + from.id());
    }

    private Saying kept(Interaction from, RoomId room) {
        try {
            return facilitator.mine(from.account(), room).stream()
                    .filter(one -> one.message().equals(id(from, room)))
                    .findFirst()
                    .map(one -> wording.say(CommandPhrase.ANSWER_KEPT, "filed", filed(one), "mine", mine))
                    .map(Saying::of)
                    .orElseGet(() -> notKept(CommandPhrase.ANSWER_NOT_OPEN, from.written()));
        } catch (RuntimeException trouble) {
            LOG.warn("An answer is kept, but cannot be read back: {}", trouble.toString());
            return Saying.of(wording.say(CommandPhrase.ANSWER_KEPT_PLAIN, "mine", mine));
        }
    }

    private String filed(Mine one) {
        return MineViews.filed(wording, one);
    }

    private Saying notKept(CommandPhrase why, String typed) {
        return Wording.givenBack(wording.say(why), typed);
    }

    private void trying(Interaction from, String typed) {
        try {
            replies.say(from, notKept(CommandPhrase.ANSWER_TRYING, typed));
        } catch (RuntimeException unheard) {
            LOG.debug("Nobody hears that we go on trying: {}", unheard.toString());
        }
    }
}
