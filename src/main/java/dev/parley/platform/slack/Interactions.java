package dev.parley.platform.slack;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What people do with commands, buttons, menus, dialogs and shortcuts, and what they say to the bot in private. Called on a thread of its
 * own; what it returns is acknowledged within Slack's three seconds, and where it takes longer an empty acknowledgement goes out meanwhile.
 */
public interface Interactions {

    /** A payload of a slash command, its fields as Slack names them ({@code command}, {@code text}, {@code trigger_id}, …). */
    @Nullable
    JsonObject command(JsonObject payload);

    /**
     * Another interaction: {@code block_actions}, {@code view_submission}, {@code view_closed}, {@code shortcut}, {@code message_action},
     * {@code block_suggestion}.
     *
     * @return what the acknowledgement says (for a submission {@code response_action}); null for nothing
     */
    @Nullable
    JsonObject used(JsonObject payload);

    /** An event of the Events API that is no channel's: {@code app_home_opened}, a {@code message} of a direct conversation. */
    void event(String team, JsonObject event);
}
