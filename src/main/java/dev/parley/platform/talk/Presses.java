package dev.parley.platform.talk;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Verb;
import dev.parley.platform.Choice;
import dev.parley.platform.Facilitator;
import java.util.Optional;
import java.util.function.Consumer;

/** What people wish by buttons and menus. A mark says what is wished; whether it may be is asked anew. */
final class Presses {
    private final Facilitator facilitator;
    private final Ground ground;
    private final Patience patience;
    private final Wording wording;
    private final Acting acting;
    private final Looking looking;
    private final Answering answering;
    private final Steering steering;
    private final MyAnswers mine;
    private final Choices choices;
    private final PanelView panel;
    private final Privately privately;
    private final Optional<Confiding> confiding;

    Presses(
            Facilitator facilitator,
            Ground ground,
            Patience patience,
            Wording wording,
            Acting acting,
            Looking looking,
            Answering answering,
            Steering steering,
            MyAnswers mine,
            Choices choices,
            PanelView panel,
            Privately privately,
            Optional<Confiding> confiding) {
        this.facilitator = facilitator;
        this.ground = ground;
        this.patience = patience;
        this.wording = wording;
        this.acting = acting;
        this.looking = looking;
        this.answering = answering;
        this.steering = steering;
        this.mine = mine;
        this.choices = choices;
        this.panel = panel;
        this.privately = privately;
        this.confiding = confiding;
    }

    void pressed(Exchange press, Wish wish, String picked) {
        switch (withoutNumber(wish.name())) {
            case "answer" -> answer(press, wish);
            case "where" -> acting.reply(press, () -> where(press, wish.room()));
            case "mine" -> acting.inPlace(press, () -> mine.list(press.account(), wish.room(), number(wish.detail())));
            case "pick" -> acting.inPlace(press, () -> pick(press, picked));
            case "file" -> acting.inPlace(press, () -> file(press, message(wish), picked));
            case "right" -> acting.inPlace(press, () -> mine.right(acting.caller(press, wish.room()), message(wish)));
            case "take" -> acting.inPlace(press, () -> mine.take(press.account(), message(wish)));
            case "erase" -> acting.inPlace(press, () -> erase(press, wish));
            case "verb" -> verb(press, wish);
            case "jump" -> acting.steerInPlace(press, wish.room(), Verb.Name.JUMP, picked);
            case "cohost" -> acting.steerInPlace(press, wish.room(), Verb.Name.COHOST, picked);
            case Privately.NAME -> acting.inPlace(press, () -> privately.pressed(press, wish));
            case Privately.REFLECTION -> acting.inPlace(press, () -> privately.reflected(press, wish.detail()));
            case Choice.MARK -> confide(press, one -> one.pressed(press, wish.detail()));
            case Choice.FORM_MARK -> confide(press, one -> one.opens(press, wish.detail()));
            case Panel.NAME -> panel(press, wish);
            default -> acting.outdated(press);
        }
    }

    /** Where there is no coaching any more its buttons still stand. */
    private void confide(Exchange press, Consumer<Confiding> pressed) {
        confiding.ifPresentOrElse(pressed, () -> acting.outdated(press));
    }

    /** Menus of the same name in one message are numbered. */
    private static String withoutNumber(String name) {
        int end = name.length();
        while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end);
    }

    private Saying where(Exchange press, String room) {
        return acting.about(press, room, asker -> looking.look(Look.WHERE, asker));
    }

    /** Under a question the button is about the question under which it stands; elsewhere it says which. */
    private void answer(Exchange press, Wish wish) {
        Optional<RoomId> room = acting.room(press, wish.room());
        String about = wish.room().isEmpty() ? press.under().map(MessageId::id).orElse("") : wish.detail();
        if (room.isEmpty() || about.isEmpty()) {
            acting.outdated(press);
        } else {
            press.open(answering.dialog(room.get(), about));
        }
    }

    private MessageId message(Wish wish) {
        return new MessageId(new RoomId(ground.platform(), wish.room()), wish.detail());
    }

    private static int number(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    private Saying pick(Exchange press, String picked) {
        String[] parts = picked.split("\\.", 2);
        if (parts.length < 2) {
            return Saying.of(wording.say(TalkPhrase.MINE_GONE));
        }
        return mine.one(press.account(), new MessageId(new RoomId(ground.platform(), parts[0]), parts[1]));
    }

    private Saying file(Exchange press, MessageId message, String place) {
        Patience.await(facilitator.refile(acting.caller(press, message.room().id()), message, place), patience.doing());
        String notice = wording.say(TalkPhrase.FILE_DONE, "place", choices.place(place));
        return mine.filed(press.account(), message, notice);
    }

    private Saying erase(Exchange press, Wish wish) {
        return wish.detail().equals("yes") ? mine.erase(press.account()) : mine.askErase(wish.room());
    }

    /** The detail is the verb, and behind a stop the step that is taken back. */
    private void verb(Exchange press, Wish wish) {
        String[] detail = wish.detail().split("\\.", 2);
        Optional<Verb.Name> verb = Verb.Name.of(detail[0]);
        if (verb.isEmpty()) {
            acting.inPlace(press, () -> Saying.of(wording.say(TalkPhrase.END_NOT)));
        } else if (detail.length > 1) {
            acting.undo(press, wish.room(), detail[1]);
        } else {
            acting.steerInPlace(press, wish.room(), verb.get(), "");
        }
    }

    private void panel(Exchange press, Wish wish) {
        Optional<RoomId> room = acting.room(press, wish.room());
        Optional<Verb.Name> verb = Verb.Name.of(wish.detail());
        if (room.isEmpty()) {
            acting.outdated(press);
        } else if (verb.isEmpty()) {
            refresh(press, room.get());
        } else {
            panel(press, room.get(), verb.get());
        }
    }

    /** To one who is no host any more the panel shows nothing new. */
    private void refresh(Exchange press, RoomId room) {
        acting.inPlaceOrAlone(
                press,
                () -> facilitator
                        .where(room)
                        .filter(_ -> steering.isHost(acting.caller(press, room.id())))
                        .map(panel::saying),
                () -> where(press, room.id()));
    }

    private void panel(Exchange press, RoomId room, Verb.Name verb) {
        switch (verb) {
            case ADD -> press.open(steering.adding(room));
            case JUMP -> acting.reply(press, () -> acting.about(press, room.id(), steering::askQuestion));
            case COHOST -> acting.reply(press, () -> steering.askPerson(room));
            case END -> acting.reply(press, () -> steering.askEnd(room));
            case START, NEXT, HOLD, PAUSE, RESUME, SKIP, REPEAT, UNDO ->
                acting.steerInPanel(press, panel::saying, room.id(), verb);
        }
    }
}
