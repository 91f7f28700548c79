package dev.parley.command;

import dev.parley.setup.Configuration.Room;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a platform says about the channels that the settings name.
 *
 * @param troubles by the id of the channel; none where all is well
 * @param rooms those on this platform
 * @param channel the channel that a room is
 * @param panel the hosts' own channel
 */
record ChannelsOutlook(
        Map<String, List<String>> troubles,
        List<Room> rooms,
        Function<Room, Optional<String>> channel,
        Optional<String> panel) {

    void print(PrintWriter out) {
        troubles.forEach((id, here) -> {
            out.println("  " + name(id) + ": " + (here.isEmpty() ? "all is well there" : "not yet well"));
            here.forEach(trouble -> out.println("  - " + trouble));
        });
    }

    private String name(String id) {
        return room(id).map(room -> "The room " + room.id()).orElse("The hosts' panel");
    }

    private Optional<Room> room(String id) {
        return rooms.stream()
                .filter(room -> channel.apply(room).filter(id::equals).isPresent())
                .findFirst();
    }

    /** The same for programs. */
    List<Map<String, Object>> json() {
        return troubles.entrySet().stream()
                .map(here -> json(here.getKey(), here.getValue()))
                .toList();
    }

    private Map<String, Object> json(String id, List<String> here) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("channel", id);
        shown.put("room", room(id).map(Room::id).orElse(null));
        shown.put("panel", panel.filter(id::equals).isPresent());
        shown.put("problems", here);
        return shown;
    }
}
