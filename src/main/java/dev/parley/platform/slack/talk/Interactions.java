package dev.parley.platform.slack.talk;

import com.google.gson.JsonObject;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What people do with commands, buttons, menus, dialogs and shortcuts, and what they say to the bot in private. Called on a thread of its
 * own; what it returns is the acknowledgement, and where it takes too long for Slack's three seconds an empty one goes out instead.
 */
public interface Interactions {

    /** A slash command, with its fields as Slack names them: {@code command}, {@code text}, {@code trigger_id}. */
    @Nullable
    JsonObject command(JsonObject payload);

    /**
     * Another interaction: {@code block_actions}, {@code view_submission}, {@code view_closed}, {@code shortcut}, {@code message_action},
     * {@code block_suggestion}.
     *
     * @return what the acknowledgement says, for a submission its {@code response_action}; null for nothing
     */
    @Nullable
    JsonObject used(JsonObject payload);

    /**
     * An event between one person and the bot: {@code app_home_opened}, or a {@code message} of a direct conversation. It may come again.
     *
     * @return complete when it is safe to acknowledge
     */
    CompletionStage<Void> event(String team, JsonObject event);
}
