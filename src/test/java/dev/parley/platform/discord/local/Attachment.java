package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.net.URLConnection;

/** A file with a message. */
public record Attachment(long id, String name, String description, byte[] bytes) {

    /** Its media type, guessed from its name. */
    public String type() {
        String type = URLConnection.guessContentTypeFromName(name);
        return type == null ? "application/octet-stream" : type;
    }

    ObjectNode json(Channel channel) {
        String address = channel.world.filesAt() + "/attachments/" + channel.id + "/" + id + "/" + name;
        ObjectNode json = Json.object()
                .put("id", Long.toString(id))
                .put("filename", name)
                .put("size", bytes.length)
                .put("url", address)
                .put("proxy_url", address)
                .put("content_type", type());
        if (!description.isEmpty()) {
            json.put("description", description);
        }
        return json;
    }
}
