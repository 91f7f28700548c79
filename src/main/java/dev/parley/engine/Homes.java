package dev.parley.engine;

import dev.parley.conversation.RoomId;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where the pages are for the people of a room. Those who are on our own pages get there in any case; others only by a public address.
 *
 * @param here the address of our pages for those who are on them
 * @param address the public address, where there is one
 * @param platforms the platforms whose people are on our pages
 */
record Homes(Optional<URI> here, Optional<URI> address, Set<String> platforms) {

    /** The pages' address for the people of a room; empty where no link may be posted. */
    Optional<URI> of(RoomId room) {
        return platforms.contains(room.platform()) ? address.or(() -> here) : address;
    }
}
