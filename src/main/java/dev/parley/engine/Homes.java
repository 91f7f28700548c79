package dev.parley.engine;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.RoomId;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where the pages are for the people of a room. Those who are on our own pages get there in any case; others only by a public address.
 *
 * @param here the address of our pages for those who are on them
 * @param address the public address, where there is one
 * @param platforms the platforms whose people are on our pages
 * @param pass what lets the members of a chat read its recap who are not on our pages
 * @param programme who may read which recap
 */
record Homes(
        Optional<URI> here,
        Optional<URI> address,
        Set<String> platforms,
        Function<ConversationId, String> pass,
        Programme programme) {

    /** Who may read the recap of a chat. */
    Programme.Readers readers(ConversationId chat) {
        return programme.publishing(chat.name()).readers();
    }

    /** The pages' address for the people of a room who are known on them; empty where nobody there is. */
    Optional<URI> own(RoomId room) {
        return platforms.contains(room.platform()) ? address.or(() -> here) : Optional.empty();
    }

    /** Where the people of a room find another one that is on our pages; empty where it is not, or they have no way there. */
    Optional<URI> room(RoomId there, RoomId from) {
        return platforms.contains(there.platform())
                ? own(from).or(() -> address).map(home -> home.resolve("/room/" + there.id()))
                : Optional.empty();
    }

    /**
     * Where the people of a room find a chat's recap; empty where no link may be posted. Where its members may read it, the link is the
     * key for those who are not on our pages.
     */
    Optional<URI> recap(ConversationId chat, RoomId room) {
        String path = "/recap/" + chat.name();
        Optional<URI> own = own(room).map(home -> home.resolve(path));
        return own.or(() -> address.map(home -> switch (readers(chat)) {
            case MEMBERS -> home.resolve(path + "?pass=" + pass.apply(chat));
            case PUBLIC, HOSTS -> home.resolve(path);
        }));
    }
}
