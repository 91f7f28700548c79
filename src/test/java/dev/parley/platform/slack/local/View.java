package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A modal, or the App Home of a person. */
public final class View {
    final Workspace workspace;
    final Person person;
    final String id;
    final @Nullable View previous;
    ObjectNode shape;
    ObjectNode values = Json.object();
    String hash = "";
    boolean open = true;

    View(Person person, ObjectNode shape, @Nullable View previous) {
        this.workspace = person.workspace;
        this.person = person;
        this.id = workspace.world.ids.next("V");
        this.previous = previous;
        this.shape = shape;
        becomes(shape);
    }

    void becomes(ObjectNode another) {
        shape = Blocks.named(another);
        hash = workspace.world.ids.time() + "." + id;
    }

    public String id() {
        return id;
    }

    public String callbackId() {
        return shape.path("callback_id").asText();
    }

    public String title() {
        return shape.path("title").path("text").asText();
    }

    /** What stands on the button that sends it off; empty where it has none. */
    public String submit() {
        return shape.path("submit").path("text").asText();
    }

    /** What the app keeps with it. */
    public String privateMetadata() {
        return shape.path("private_metadata").asText();
    }

    public JsonNode blocks() {
        return shape.path("blocks");
    }

    /** Every text in it, in order. */
    public List<String> texts() {
        return Blocks.texts(blocks());
    }

    /** The words as people see them. */
    public String shown() {
        synchronized (workspace.world) {
            return String.join("\n", texts());
        }
    }

    /** The action id of the button on which this stands. */
    public String button(String label) {
        return Blocks.elements(blocks())
                .filter(element -> element.path("type").asText().equals("button")
                        && element.path("text").path("text").asText().equals(label))
                .map(element -> element.path("action_id").asText())
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no button " + label + " on " + blocks()));
    }

    public boolean isOpen() {
        return open;
    }

    boolean isModal() {
        return shape.path("type").asText().equals("modal");
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("team_id", workspace.id);
        json.setAll(shape);
        json.putObject("state").set("values", values);
        return withDefaults(json)
                .put("hash", hash)
                .put("previous_view_id", previous == null ? null : previous.id)
                .put("root_view_id", root().id)
                .put("app_id", workspace.world.appId)
                .put("app_installed_team_id", workspace.id)
                .put("bot_id", workspace.botId);
    }

    private static ObjectNode withDefaults(ObjectNode json) {
        for (String name : List.of("private_metadata", "callback_id", "external_id")) {
            if (!json.has(name)) {
                json.put(name, "");
            }
        }
        for (String name : List.of("clear_on_close", "notify_on_close")) {
            if (!json.has(name)) {
                json.put(name, false);
            }
        }
        for (String name : List.of("close", "submit")) {
            if (!json.has(name)) {
                json.putNull(name);
            }
        }
        return json;
    }

    View root() {
        return previous == null ? this : previous.root();
    }

    @Override
    public String toString() {
        return title() + " " + texts();
    }
}
