package dev.parley.platform.discord;

import java.util.List;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * An answer that one person alone is shown.
 *
 * @param parts as Discord is told, each short enough for a message
 * @param rows what can be pressed under the last part
 */
record Saying(List<String> parts, List<ActionRow> rows) {

    Saying {
        parts = List.copyOf(parts);
        rows = List.copyOf(rows);
    }

    static Saying of(String text) {
        return new Saying(List.of(text), List.of());
    }

    Saying with(List<ActionRow> more) {
        return new Saying(parts, more);
    }

    /** A part as Discord is told. Nothing stays under it that is not here. */
    DataObject body(int part) {
        boolean last = part == parts.size() - 1;
        return Bodies.saying(parts.get(part))
                .put("components", last ? DataArray.fromCollection(rows) : DataArray.empty());
    }
}
