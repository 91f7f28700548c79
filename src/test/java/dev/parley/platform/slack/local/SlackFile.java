package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.net.URLConnection;
import java.util.LinkedHashSet;
import java.util.Set;

/** A file: announced, sent, and then completed, after which it can be seen. */
public final class SlackFile {
    final Workspace workspace;
    final Person owner;
    final String id;
    final String name;
    final int length;
    final String altText;
    final Set<Channel> shared = new LinkedHashSet<>();
    final long created = System.currentTimeMillis() / 1000;
    byte[] bytes = {};
    String title;
    boolean sent;
    boolean completed;
    long readyAtNanos;

    SlackFile(Workspace workspace, Person owner, String name, int length, String altText) {
        this.workspace = workspace;
        this.owner = owner;
        this.id = workspace.world.ids.next("F");
        this.name = name;
        this.title = name;
        this.length = length;
        this.altText = altText;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    /** What a screen reader says of it; empty where the app said nothing. */
    public String altText() {
        return altText;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether Slack has looked at it, after which blocks can show it. */
    boolean isProcessed() {
        return completed && System.nanoTime() >= readyAtNanos;
    }

    /** The address at which a browser shows it. */
    public String permalink() {
        return workspace.address() + "/files/" + owner.id + "/" + id + "/" + name;
    }

    boolean isImage() {
        return type().startsWith("image/");
    }

    private String type() {
        String guessed = URLConnection.guessContentTypeFromName(name);
        return guessed == null ? "application/octet-stream" : guessed;
    }

    ObjectNode json() {
        String address = workspace.world.address + FileMethods.DOWNLOADS + id + "/" + name;
        String extension = name.substring(name.lastIndexOf('.') + 1);
        ObjectNode json = Json.object()
                .put("id", id)
                .put("created", created)
                .put("timestamp", created)
                .put("name", name)
                .put("title", title)
                .put("mimetype", isProcessed() ? type() : "")
                .put("filetype", isProcessed() ? extension : "")
                .put("pretty_type", isProcessed() ? extension : "")
                .put("user", owner.id)
                .put("editable", false)
                .put("size", bytes.length)
                .put("mode", "hosted")
                .put("is_external", false)
                .put("external_type", "")
                .put("is_public", !shared.isEmpty())
                .put("public_url_shared", false)
                .put("display_as_bot", false)
                .put("username", "")
                .put("url_private", address)
                .put("url_private_download", address)
                .put("permalink", permalink());
        ArrayNode channels = json.putArray("channels");
        shared.stream()
                .filter(channel -> channel.kind == ChannelKind.PUBLIC)
                .forEach(channel -> channels.add(channel.id));
        json.putArray("groups");
        json.putArray("ims");
        return json;
    }
}
