package dev.parley.platform.discord.talk;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Verb;
import dev.parley.platform.Order;
import dev.parley.platform.talk.Look;
import dev.parley.platform.talk.Talk;
import java.util.Optional;

/** Commands, and the entry in the menu of a message, as the book calls them. */
final class Commands {
    private final CommandBook book;
    private final Talk talk;

    Commands(CommandBook book, Talk talk) {
        this.book = book;
        this.talk = talk;
    }

    void used(Answerable exchange) {
        Interaction command = exchange.interaction();
        String name = command.command();
        if (name.equals(book.chat)) {
            chat(exchange);
        } else if (name.equals(book.answer)) {
            talk.answer(exchange, room(command), command.option(book.question).orElse(""));
        } else if (name.equals(book.mine)) {
            talk.mine(exchange, room(command));
        } else if (name.equals(book.coaching)) {
            coaching(exchange);
        } else {
            talk.outdated(exchange);
        }
    }

    private void coaching(Answerable exchange) {
        Interaction command = exchange.interaction();
        Order.Kind kind = book.order(command.subcommand().orElse("")).orElse(Order.Kind.OVERVIEW);
        Optional<Order.Named> with = command.option(book.with).flatMap(command::named);
        talk.coaching(
                exchange,
                new Order(kind, with, command.option(text(kind)).orElse("").strip()));
    }

    /** The option that has the text of an order. */
    private String text(Order.Kind kind) {
        return switch (kind) {
            case PARTNER -> book.cycle;
            case MEET -> book.when;
            case TRY, NEED -> book.what;
            case OVERVIEW, REFLECT, GOAL, CLOCK, JOURNAL, LEAVE -> book.text;
        };
    }

    private String room(Interaction command) {
        return command.option(book.room).orElse("");
    }

    private void chat(Answerable exchange) {
        Interaction command = exchange.interaction();
        String subcommand = command.subcommand().orElse("");
        Optional<Look> look = book.look(subcommand);
        Optional<Verb.Name> verb = book.verb(subcommand);
        if (look.isPresent()) {
            talk.look(exchange, room(command), look.get());
        } else if (verb.isPresent()) {
            talk.steer(exchange, room(command), verb.get(), detail(command, verb.get()));
        } else {
            talk.outdated(exchange);
        }
    }

    private String detail(Interaction command, Verb.Name verb) {
        return switch (verb) {
            case ADD -> command.option(book.text).orElse("");
            case JUMP -> command.option(book.question).orElse("");
            case COHOST -> command.option(book.person).orElse("");
            case START, NEXT, HOLD, PAUSE, RESUME, SKIP, REPEAT, END, UNDO -> "";
        };
    }

    /** Only of messages in our rooms there is anything to file. */
    void opened(Answerable exchange) {
        Optional<MessageId> message =
                exchange.spot().map(spot -> spot.message(exchange.interaction().target()));
        talk.file(exchange, message);
    }
}
