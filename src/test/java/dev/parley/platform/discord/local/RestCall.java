package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.local.Request;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that found its route.
 *
 * @param route its template, with {@code {}} for each part that varies
 * @param parts what stands there for each {@code {}}
 * @param files what came with it, by the number in their names ({@code files[0]})
 */
record RestCall(
        Request request,
        String route,
        List<String> parts,
        Map<String, String> query,
        JsonNode body,
        Map<Integer, Upload> files) {

    /** A file as it was sent. */
    record Upload(String name, byte[] bytes) {}

    String part(int index) {
        return parts.get(index);
    }

    /** An id in the path; what is none is refused as Discord does. */
    long id(int index) {
        try {
            return Long.parseUnsignedLong(parts.get(index));
        } catch (NumberFormatException no) {
            throw Refusal.form("id", "NUMBER_TYPE_COERCE", "Value \"" + parts.get(index) + "\" is not snowflake.");
        }
    }

    @Nullable
    String asked(String name) {
        return query.get(name);
    }

    int asked(String name, int otherwise, int least, int most) {
        String text = query.get(name);
        if (text == null) {
            return otherwise;
        }
        int value = Integer.parseInt(text);
        if (value < least || value > most) {
            throw Refusal.form(name, "NUMBER_TYPE_MAX", "int value should be between " + least + " and " + most + ".");
        }
        return value;
    }

    @Nullable
    Long askedId(String name) {
        String text = query.get(name);
        return text == null ? null : Long.parseUnsignedLong(text);
    }
}
