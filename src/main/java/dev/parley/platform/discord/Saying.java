package dev.parley.platform.discord;

import java.util.List;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.utils.data.DataArray;

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

    /** What goes under a part. */
    DataArray under(int part) {
        return part == parts.size() - 1 ? DataArray.fromCollection(rows) : DataArray.empty();
    }
}
