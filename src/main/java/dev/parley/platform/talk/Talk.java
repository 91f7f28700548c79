package dev.parley.platform.talk;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Verb;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import dev.parley.platform.Card;
import dev.parley.platform.Choice;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Order;
import dev.parley.platform.PrivateGap;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.voice.Voice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that people start by a command, a button, a menu or a dialog, and what they say in private. Each is acknowledged first and
 * thought about then. All calls that take an {@link Exchange} block, so they belong on a thread of their own; they throw {@link Refused}
 * or {@link Unreachable} where the platform takes no answer, which is nobody's fault.
 */
public final class Talk {
    private static final Logger LOG = LoggerFactory.getLogger(Talk.class);

    private final Facilitator facilitator;
    private final Wording wording;
    private final Choices choices;
    private final Acting acting;
    private final Looking looking;
    private final Answering answering;
    private final Steering steering;
    private final MyAnswers mine;
    private final PanelView panel;
    private final Presses presses;
    private final Privately privately;
    private final CatchingUp catchingUp;
    private final Optional<Confiding> confiding;

    /**
     * The talk of one platform.
     *
     * @param threads where things are tried that may hang
     */
    public Talk(
            Facilitator facilitator,
            Voice voice,
            Ground ground,
            CommandNames names,
            Patience patience,
            Stopping stopping,
            Executor threads) {
        this.facilitator = facilitator;
        this.wording = new Wording(voice);
        this.choices = new Choices(wording, ground.limits());
        Keeping keeping = new Keeping(patience.keeping(), stopping, threads);
        this.looking = new Looking(facilitator, wording, choices, ground::link);
        this.answering = new Answering(facilitator, wording, choices, keeping, threads, names);
        this.steering = new Steering(facilitator, wording, choices, patience);
        this.mine =
                new MyAnswers(facilitator, wording, new MineViews(wording, choices, ground.limits()), ground, patience);
        this.acting = new Acting(wording, ground, steering, patience, stopping, names);
        this.panel = new PanelView(wording, choices);
        this.confiding = facilitator
                .coaching()
                .map(coaching -> new Confiding(
                        coaching, acting, ground, wording, choices, keeping, patience, stopping, threads));
        this.privately =
                new Privately(facilitator, ground, wording, choices, names, keeping, patience, threads, confiding);
        this.catchingUp = new CatchingUp(privately, patience);
        this.presses = new Presses(
                facilitator,
                ground,
                patience,
                wording,
                acting,
                looking,
                answering,
                steering,
                mine,
                choices,
                panel,
                privately,
                confiding);
    }

    /**
     * Somebody wants to see something.
     *
     * @param room by its id, where one is named; empty for the room they are in, or the only one
     */
    public void look(Exchange by, String room, Look look) {
        acting.reply(by, () -> acting.about(by, room, asker -> looking.look(look, asker)));
    }

    /**
     * Somebody uses one of the host's verbs.
     *
     * @param room as for {@link #look}
     * @param detail what the verb needs, as the port wants it; where that is empty it is asked for
     */
    public void steer(Exchange by, String room, Verb.Name verb, String detail) {
        Optional<RoomId> meant = acting.room(by, room);
        boolean asks = detail.isEmpty() && meant.isPresent();
        if (asks && verb == Verb.Name.ADD) {
            by.open(steering.adding(meant.get()));
        } else if (asks && verb == Verb.Name.JUMP) {
            acting.reply(by, () -> acting.about(by, room, steering::askQuestion));
        } else if (asks && verb == Verb.Name.COHOST) {
            acting.reply(by, () -> steering.askPerson(meant.get()));
        } else {
            acting.steer(by, room, verb, detail);
        }
    }

    /**
     * Somebody wants to answer by a dialog.
     *
     * @param room as for {@link #look}
     * @param question its number; empty for the one that is open
     */
    public void answer(Exchange by, String room, String question) {
        Optional<RoomId> meant = acting.room(by, room);
        if (meant.isEmpty()) {
            acting.reply(by, acting::whichRoom);
        } else {
            String about = question.isEmpty() ? answering.opens(meant.get(), by) : "Q" + question;
            by.open(answering.dialog(meant.get(), about));
        }
    }

    /**
     * Somebody answers in one go, with a command. What they typed is kept, or given back.
     *
     * @param room as for {@link #look}
     * @param question its number; empty for the one that is open
     */
    public void answer(Exchange by, String room, String question, String typed) {
        Optional<RoomId> meant = acting.room(by, room);
        if (meant.isEmpty()) {
            acting.reply(by, () -> Saying.givenBack(acting.whichRoom().text(), typed));
        } else {
            String about = question.isEmpty() ? answering.opens(meant.get(), by) : "Q" + question;
            answered(by, meant.get(), about, typed);
        }
    }

    /**
     * The question that a dialog is about, once that is known and stands in the room; empty for those who cannot see it. May take as long
     * as the database does.
     */
    public Optional<Card.Asked> asked(Exchange by, Dialog dialog) {
        return Optional.of(dialog.wish())
                .filter(wish -> wish.name().equals("say"))
                .flatMap(wish -> acting.room(by, wish.room())
                        .filter(room -> by.asker(room).sees())
                        .flatMap(room -> answering.asked(room, wish.detail())));
    }

    /**
     * Somebody wants to see what they said.
     *
     * @param room as for {@link #look}; of all rooms where none is meant
     */
    public void mine(Exchange by, String room) {
        String meant = acting.room(by, room).map(RoomId::id).orElse("");
        acting.reply(by, () -> mine.list(by.account(), meant, 0));
    }

    /** Somebody orders something of coaching. What they typed is given back where nothing comes of it. */
    public void coaching(Exchange by, Order order) {
        confiding.ifPresentOrElse(one -> one.order(by, order), () -> acting.outdated(by));
    }

    /** How things stand for somebody in coaching, where the community has it. */
    public Optional<Saying> coaching(Caller of) {
        return confiding.map(one -> one.overview(of));
    }

    /**
     * Somebody wants to say where a message belongs.
     *
     * @param message empty where it stands in none of the rooms, where there is nothing to file
     */
    public void file(Exchange by, Optional<MessageId> message) {
        acting.reply(
                by,
                () -> message.map(one -> Saying.of(wording.say(TalkPhrase.FILE_WHICH))
                                .with(choices.places(facilitator.where(one.room()), one)))
                        .orElseGet(() -> Saying.of(wording.say(TalkPhrase.NO_CHAT))));
    }

    /** Somebody wants to be told something that depends on who they are in the room that they are in, or the only one. */
    public void tell(Exchange by, Function<Caller, Saying> told) {
        acting.reply(
                by,
                () -> told.apply(acting.room(by, "")
                        .map(room -> by.asker(room).caller())
                        .orElseGet(() -> new Caller(by.account(), ""))));
    }

    /** Somebody used what does nothing any more. */
    public void outdated(Exchange by) {
        acting.outdated(by);
    }

    /**
     * Somebody pressed a button or picked something from a menu.
     *
     * @param picked the value of what was picked; empty for a button
     */
    public void pressed(Exchange by, Wish wish, String picked) {
        presses.pressed(by, wish, picked);
    }

    /**
     * Somebody sent off a dialog. What they typed is kept, or given back.
     *
     * @param fields what was typed, by the names of the fields and in their order
     */
    public void sent(Exchange by, Wish wish, Map<String, String> fields) {
        if (wish.name().equals(Choice.FORM_MARK) && confiding.isPresent()) {
            confiding.get().filled(by, wish.detail(), fields);
        } else {
            sent(by, wish, Confiding.together(fields.values()));
        }
    }

    private void sent(Exchange by, Wish wish, String typed) {
        Optional<RoomId> room = acting.room(by, wish.room());
        if (room.isPresent() && wish.name().equals("say")) {
            answered(by, room.get(), wish.detail(), typed);
        } else if (room.isPresent() && wish.name().equals("add")) {
            acting.reply(by, () -> added(by, room.get(), typed));
        } else {
            acting.reply(by, () -> Saying.givenBack(wording.say(TalkPhrase.OUTDATED), typed));
        }
    }

    /** Keeps it even where the platform does not hear that it came. */
    private void answered(Exchange by, RoomId room, String about, String typed) {
        try {
            by.think();
        } catch (Refused | Unreachable trouble) {
            LOG.info("An answer could not be acknowledged: {}", trouble.getMessage());
        }
        by.say(answering.answered(by, room, about, typed));
    }

    private Saying added(Exchange by, RoomId room, String typed) {
        try {
            return steering.done(steering.steer(by.asker(room), Verb.Name.ADD, typed), by.id());
        } catch (Refused refused) {
            return Saying.givenBack(refused.why(), typed);
        } catch (RuntimeException trouble) {
            LOG.error("A question could not be added", trouble);
            return Saying.givenBack(wording.say(TalkPhrase.ADD_NOT_KEPT), typed);
        }
    }

    /**
     * The questions that somebody could answer, the latest first, or to which they could jump; none of a room that they cannot see.
     *
     * @param room as for {@link #look}
     */
    public List<Card.Asked> questions(Exchange by, String room, boolean toAnswer) {
        Optional<Asker> asker = acting.room(by, room).map(by::asker).filter(Asker::sees);
        return asker.flatMap(one -> facilitator.where(one.room()))
                .map(card -> toAnswer
                        ? card.asked().reversed()
                        : steering.questions(card, asker.get().caller()))
                .orElse(List.of());
    }

    /** A question as one line without markup, as in menus. */
    public String line(Card.Asked question) {
        return choices.line(question);
    }

    /** What somebody said in all rooms, the latest first, as it is shown when they ask for it. */
    public Saying mine(Account account) {
        return mine.list(account, "", 0);
    }

    /** Whether somebody hosts by the settings or the community. */
    public boolean isHost(Caller caller) {
        return steering.isHost(caller);
    }

    /** What the hosts' panel shows. */
    public Saying panel(Card card) {
        return panel.saying(card);
    }

    /**
     * Somebody said something in private.
     *
     * @return complete when it is dealt with; fails where it is not, and may be brought again, and where Parley stops before
     */
    public CompletionStage<Void> saidInPrivate(PrivateWord word) {
        return privately.said(word);
    }

    /** Something that was said in private says something else now. Returns as {@link #saidInPrivate} does. */
    public CompletionStage<Void> editedInPrivate(PrivateWord word) {
        return privately.edited(word);
    }

    /** Lets go of what is remembered of somebody. */
    public void forget(Account account) {
        privately.forget(account);
    }

    /**
     * Hears what happened in a private room while nobody listened. Returns when it is dealt with; throws {@link Refused} or
     * {@link Unreachable} where that cannot be.
     */
    public void catchUp(PrivateGap gap, PrivateHistory history) {
        catchingUp.on(gap, history);
    }

    /**
     * Something that was said in private is gone. Returns as {@link #saidInPrivate} does.
     *
     * @param message by the platform's own ids
     * @param id as a {@link PrivateWord} is named
     */
    public CompletionStage<Void> deletedInPrivate(MessageId message, String id) {
        return privately.deleted(message, id);
    }
}
