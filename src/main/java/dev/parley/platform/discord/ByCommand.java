package dev.parley.platform.discord;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Facilitator;
import dev.parley.platform.discord.Places.Spot;
import java.util.Optional;

/** What people ask for by commands, and by the entry in the menu of a message. */
final class ByCommand {
    private final Facilitator facilitator;
    private final Places places;
    private final CommandBook book;
    private final Wording wording;
    private final Acting acting;
    private final Replies replies;
    private final Looking looking;
    private final Answering answering;
    private final Steering steering;
    private final MyAnswers mine;
    private final Choices choices;

    ByCommand(Tools tools) {
        this.facilitator = tools.facilitator();
        this.places = tools.places();
        this.book = tools.book();
        this.wording = tools.wording();
        this.acting = tools.acting();
        this.replies = tools.replies();
        this.looking = tools.looking();
        this.answering = tools.answering();
        this.steering = tools.steering();
        this.mine = tools.mine();
        this.choices = tools.choices();
    }

    void used(Interaction command) {
        String name = command.command();
        if (name.equals(book.chat)) {
            chat(command);
        } else if (name.equals(book.answer)) {
            answer(command);
        } else if (name.equals(book.mine)) {
            String room = acting.room(command, named(command)).map(RoomId::id).orElse("");
            acting.reply(command, () -> mine.list(command.account(), room, 0));
        } else {
            outdated(command);
        }
    }

    private String named(Interaction command) {
        return command.option(book.room).orElse("");
    }

    private void chat(Interaction command) {
        String subcommand = command.subcommand().orElse("");
        Optional<Look> look = book.look(subcommand);
        Optional<HostVerb> verb = book.verb(subcommand);
        if (look.isPresent()) {
            acting.reply(
                    command, () -> acting.about(command, named(command), asker -> looking.look(look.get(), asker)));
        } else if (verb.isPresent()) {
            steer(command, verb.get());
        } else {
            outdated(command);
        }
    }

    private void steer(Interaction command, HostVerb verb) {
        String detail = switch (verb) {
            case ADD -> command.option(book.text).orElse("");
            case JUMP -> command.option(book.question).orElse("");
            case COHOST -> command.option(book.person).orElse("");
            case START, NEXT, HOLD, PAUSE, RESUME, SKIP, REPEAT, END, UNDO -> "";
        };
        Optional<RoomId> room = acting.room(command, named(command));
        if (verb == HostVerb.ADD && detail.isEmpty() && room.isPresent()) {
            replies.open(command, steering.adding(room.get()));
        } else {
            acting.steer(command, named(command), verb, detail);
        }
    }

    private void answer(Interaction command) {
        Optional<RoomId> room = acting.room(command, named(command));
        if (room.isEmpty()) {
            acting.reply(command, acting::whichRoom);
            return;
        }
        Optional<String> number = command.option(book.question);
        if (number.isPresent()) {
            replies.open(command, answering.dialog(room.get(), "Q" + number.get()));
            return;
        }
        String opening = "open" + command.id();
        answering.opens(room.get(), opening);
        replies.open(command, answering.dialog(room.get(), opening));
    }

    /** Only of messages in our rooms there is anything to file. */
    void opened(Interaction menu) {
        menu.parent().ifPresent(parent -> places.learn(menu.channel(), parent));
        Spot spot = places.spot(menu.channel());
        if (spot == null) {
            acting.reply(menu, () -> Saying.of(wording.say(CommandPhrase.NO_CHAT)));
            return;
        }
        MessageId message = spot.message(menu.target());
        acting.reply(
                menu,
                () -> Saying.of(wording.say(CommandPhrase.FILE_WHICH))
                        .with(choices.places(facilitator.where(spot.room()), message)));
    }

    private void outdated(Interaction command) {
        acting.reply(command, () -> Saying.of(wording.say(CommandPhrase.OUTDATED)));
    }
}
