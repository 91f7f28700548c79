package dev.parley.platform.discord.talk;

import dev.parley.conversation.RoomId;
import dev.parley.platform.Letters;
import dev.parley.platform.talk.Talk;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What could be put into an option that is being written. */
final class Completion {
    private static final int MOST = 25;
    private static final int LABEL = 100;

    private final Talk talk;
    private final CommandBook book;
    private final Collection<RoomId> rooms;
    private final Function<RoomId, String> names;

    /**
     * Completes.
     *
     * @param names what a room is called on Discord
     */
    Completion(Talk talk, CommandBook book, Collection<RoomId> rooms, Function<RoomId, String> names) {
        this.talk = talk;
        this.book = book;
        this.rooms = rooms;
        this.names = names;
    }

    List<DataObject> propose(Answerable exchange) {
        Interaction interaction = exchange.interaction();
        String focused = interaction.focused().orElse("");
        String typed = interaction.option(focused).orElse("").strip().toLowerCase(Locale.ROOT);
        Stream<DataObject> all = focused.equals(book.room) ? rooms(exchange) : questions(exchange);
        return all.filter(choice -> isMeant(choice, typed)).limit(MOST).toList();
    }

    private Stream<DataObject> rooms(Answerable exchange) {
        return rooms.stream()
                .filter(room -> exchange.asker(room).sees())
                .map(room -> choice(Letters.shortened(names.apply(room), LABEL), room.id()));
    }

    private Stream<DataObject> questions(Answerable exchange) {
        Interaction interaction = exchange.interaction();
        boolean toAnswer = interaction.command().equals(book.answer);
        return talk.questions(exchange, interaction.option(book.room).orElse(""), toAnswer).stream()
                .map(question -> choice(talk.line(question), question.number()));
    }

    private static boolean isMeant(DataObject choice, String typed) {
        return choice.getString("name").toLowerCase(Locale.ROOT).contains(typed);
    }

    private static DataObject choice(String name, Object value) {
        return DataObject.empty().put("name", name).put("value", value);
    }
}
