package dev.parley.platform.discord;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Caller;
import dev.parley.platform.Facilitator;
import dev.parley.platform.discord.Places.Spot;
import java.util.Optional;

/** What people ask for by buttons and menus. A mark says what is wished; whether it may be is asked anew. */
final class ByComponent {
    private final Facilitator facilitator;
    private final Places places;
    private final Wording wording;
    private final Acting acting;
    private final Replies replies;
    private final Looking looking;
    private final Answering answering;
    private final Steering steering;
    private final MyAnswers mine;
    private final Choices choices;
    private final Panel panel;
    private final DirectTalk directTalk;
    private final Patience patience;

    ByComponent(Tools tools) {
        this.facilitator = tools.facilitator();
        this.places = tools.places();
        this.wording = tools.wording();
        this.acting = tools.acting();
        this.replies = tools.replies();
        this.looking = tools.looking();
        this.answering = tools.answering();
        this.steering = tools.steering();
        this.mine = tools.mine();
        this.choices = tools.choices();
        this.panel = tools.panel();
        this.directTalk = tools.directTalk();
        this.patience = tools.patience();
    }

    void used(Interaction press) {
        CustomId mark = press.mark();
        switch (withoutNumber(mark.name())) {
            case "answer" -> answer(press, mark);
            case "where" ->
                acting.reply(press, () -> acting.about(press, mark.room(), asker -> looking.look(Look.WHERE, asker)));
            case "mine" -> acting.inPlace(press, () -> mine.list(press.account(), mark.room(), number(mark.detail())));
            case "pick" -> acting.inPlace(press, () -> pick(press));
            case "file" -> acting.inPlace(press, () -> file(press, message(mark)));
            case "right" -> acting.inPlace(press, () -> mine.right(caller(press, mark), message(mark)));
            case "take" -> acting.inPlace(press, () -> mine.take(press.account(), message(mark)));
            case "erase" -> acting.inPlace(press, () -> erase(press, mark));
            case "verb" -> verb(press, mark);
            case "jump" ->
                acting.steerInPlace(
                        press, mark.room(), HostVerb.JUMP, press.picked().orElse(""));
            case "cohost" ->
                acting.steerInPlace(
                        press, mark.room(), HostVerb.COHOST, press.picked().orElse(""));
            case DirectTalk.NAME -> acting.inPlace(press, () -> directTalk.pressed(press, mark));
            case Panel.NAME -> panel(press, mark);
            default -> outdated(press);
        }
    }

    /** Menus of the same name in one message are numbered. */
    private static String withoutNumber(String name) {
        int end = name.length();
        while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end);
    }

    private void outdated(Interaction press) {
        acting.reply(press, () -> Saying.of(wording.say(CommandPhrase.OUTDATED)));
    }

    /** Under a question the button is about the question under which it stands; elsewhere it says which. */
    private void answer(Interaction press, CustomId mark) {
        Optional<RoomId> room = acting.room(press, mark.room());
        String about = mark.room().isEmpty() ? standsIn(press) : mark.detail();
        if (room.isEmpty() || about.isEmpty()) {
            outdated(press);
        } else {
            replies.open(press, answering.dialog(room.get(), about));
        }
    }

    private String standsIn(Interaction press) {
        Spot spot = places.spot(press.channel());
        return spot == null
                ? ""
                : press.message()
                        .map(message -> spot.message(message.getString("id")).id())
                        .orElse("");
    }

    private MessageId message(CustomId mark) {
        return new MessageId(new RoomId(Places.NAME, mark.room()), mark.detail());
    }

    private static int number(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    private Saying pick(Interaction press) {
        String[] picked = press.picked().orElse("").split("\\.", 2);
        if (picked.length < 2) {
            return Saying.of(wording.say(CommandPhrase.MINE_GONE));
        }
        return mine.one(press.account(), new MessageId(new RoomId(Places.NAME, picked[0]), picked[1]));
    }

    private Caller caller(Interaction press, CustomId mark) {
        return acting.caller(press, mark.room());
    }

    private Saying file(Interaction press, MessageId message) {
        String wish = press.picked().orElse("");
        Patience.await(facilitator.refile(acting.caller(press, message.room().id()), message, wish), patience.doing());
        String notice = wording.say(CommandPhrase.FILE_DONE, "place", choices.place(wish));
        return mine.filed(press.account(), message, notice);
    }

    private Saying erase(Interaction press, CustomId mark) {
        return mark.detail().equals("yes") ? mine.erase(press.account()) : mine.askErase(mark.room());
    }

    private void verb(Interaction press, CustomId mark) {
        Optional<HostVerb> verb = HostVerb.of(mark.detail());
        if (verb.isPresent()) {
            acting.steerInPlace(press, mark.room(), verb.get(), "");
        } else {
            acting.inPlace(press, () -> Saying.of(wording.say(CommandPhrase.END_NOT)));
        }
    }

    private void panel(Interaction press, CustomId mark) {
        Optional<RoomId> room = acting.room(press, mark.room());
        Optional<HostVerb> verb = HostVerb.of(mark.detail());
        if (room.isEmpty()) {
            outdated(press);
        } else if (verb.isEmpty()) {
            refresh(press, room.get());
        } else {
            panel(press, room.get(), verb.get());
        }
    }

    /** To one who is no host any more the panel shows nothing new. */
    private void refresh(Interaction press, RoomId room) {
        acting.inPlaceOrAlone(
                press,
                () -> facilitator
                        .where(room)
                        .filter(_ -> steering.isHost(acting.caller(press, room.id())))
                        .map(panel::saying),
                () -> acting.about(press, room.id(), asker -> looking.look(Look.WHERE, asker)));
    }

    private void panel(Interaction press, RoomId room, HostVerb verb) {
        switch (verb) {
            case ADD -> replies.open(press, steering.adding(room));
            case JUMP -> acting.reply(press, () -> acting.about(press, room.id(), steering::askQuestion));
            case COHOST -> acting.reply(press, () -> steering.askPerson(room));
            case END -> acting.reply(press, () -> steering.askEnd(room));
            case START, NEXT, HOLD, PAUSE, RESUME, SKIP, REPEAT, UNDO ->
                acting.steerInPanel(press, panel::saying, room.id(), verb);
        }
    }
}
