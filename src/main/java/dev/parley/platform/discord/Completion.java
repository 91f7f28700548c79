package dev.parley.platform.discord;

import dev.parley.conversation.RoomId;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What could be put into an option that is being written. */
final class Completion {
    private static final int MOST = 25;
    private static final int LABEL = 100;

    private final Facilitator facilitator;
    private final Askers askers;
    private final CommandBook book;
    private final Choices choices;
    private final Steering steering;
    private final Collection<RoomId> rooms;
    private final Function<RoomId, String> names;

    /**
     * Completes.
     *
     * @param names what a room is called on Discord
     */
    Completion(
            Facilitator facilitator,
            Askers askers,
            CommandBook book,
            Choices choices,
            Steering steering,
            Collection<RoomId> rooms,
            Function<RoomId, String> names) {
        this.facilitator = facilitator;
        this.askers = askers;
        this.book = book;
        this.choices = choices;
        this.steering = steering;
        this.rooms = rooms;
        this.names = names;
    }

    List<DataObject> propose(Interaction interaction) {
        String focused = interaction.focused().orElse("");
        String typed = interaction.option(focused).orElse("").strip().toLowerCase(Locale.ROOT);
        return focused.equals(book.room) ? rooms(interaction, typed) : questions(interaction, typed);
    }

    private List<DataObject> rooms(Interaction interaction, String typed) {
        return rooms.stream()
                .filter(room -> askers.asker(interaction, room).sees())
                .map(room -> choice(DiscordText.shortened(names.apply(room), LABEL), room.id()))
                .filter(choice -> isMeant(choice, typed))
                .limit(MOST)
                .toList();
    }

    private List<DataObject> questions(Interaction interaction, String typed) {
        Optional<Asker> asker = askers.room(
                        interaction, interaction.option(book.room).orElse(""))
                .map(room -> askers.asker(interaction, room))
                .filter(Asker::sees);
        return asker
                .flatMap(one -> facilitator.where(one.room()))
                .map(card -> questions(interaction, card, asker.get()))
                .orElse(List.of())
                .stream()
                .map(question -> choice(choices.line(question), question.number()))
                .filter(choice -> isMeant(choice, typed))
                .limit(MOST)
                .toList();
    }

    /** One answers what was asked, the latest first; and jumps to anything. */
    private List<Card.Asked> questions(Interaction interaction, Card card, Asker asker) {
        return interaction.command().equals(book.answer)
                ? card.asked().reversed()
                : steering.questions(card, asker.caller());
    }

    private static boolean isMeant(DataObject choice, String typed) {
        return choice.getString("name").toLowerCase(Locale.ROOT).contains(typed);
    }

    private static DataObject choice(String name, Object value) {
        return DataObject.empty().put("name", name).put("value", value);
    }
}
