package dev.parley.platform.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.parley.platform.Attachment;
import dev.parley.platform.Letters;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.slack.wire.Marks;
import dev.parley.platform.slack.wire.Messages;
import dev.parley.platform.slack.wire.Reader;
import dev.parley.platform.slack.wire.Rooms.Channel;
import dev.parley.platform.slack.wire.Uploads;
import dev.parley.platform.slack.wire.WebApi;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that go with posts. Slack does not say in which message an uploaded file stands; so a picture is uploaded without showing it
 * anywhere, and the post that carries the key names it. Another file is shown in the post's thread, with the key in its name.
 */
final class Files {
    private static final Logger LOG = LoggerFactory.getLogger(Files.class);
    private static final int LONGEST_DESCRIPTION = 2_000;

    private final WebApi api;
    private final Uploads uploads;
    private final Messages messages;

    /** What was uploaded for a post that may not have been posted: it is not uploaded again. */
    private final Cache<Uploaded, String> ids = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    private record Uploaded(String team, String key, String name, int content) {}

    Files(WebApi api, Messages messages) {
        this.api = api;
        this.uploads = new Uploads(api);
        this.messages = messages;
    }

    /** A block for each picture of a post. A picture that Slack does not take is left out. */
    JsonArray pictures(Channel channel, Outgoing post) {
        JsonArray blocks = new JsonArray();
        for (Attachment file : post.attachments()) {
            if (isPicture(file)) {
                picture(channel, post, file).ifPresent(id -> blocks.add(block(id, file)));
            }
        }
        return blocks;
    }

    private static boolean isPicture(Attachment file) {
        return file.type().startsWith("image/");
    }

    private Optional<String> picture(Channel channel, Outgoing post, Attachment file) {
        Uploaded as = new Uploaded(channel.team(), post.key(), file.name(), Arrays.hashCode(file.bytes()));
        try {
            String id = ids.get(as, _ -> uploads.upload(channel.team(), file, file.name()));
            return uploads.isReady(channel.team(), id) ? Optional.of(id) : Optional.empty();
        } catch (Refused | Unreachable trouble) {
            LOG.warn("{} goes without {}: {}", post.key(), file.name(), trouble.getMessage());
            return Optional.empty();
        }
    }

    private static JsonObject block(String id, Attachment file) {
        JsonObject slackFile = new JsonObject();
        slackFile.addProperty("id", id);
        JsonObject block = new JsonObject();
        block.addProperty("type", "image");
        block.add("slack_file", slackFile);
        block.addProperty("alt_text", described(file));
        return block;
    }

    private static String described(Attachment file) {
        String words = file.description().isBlank() ? file.name() : file.description();
        return Letters.shortened(words, LONGEST_DESCRIPTION);
    }

    /** Shows what is no picture in the thread of a post, if it is not there already. */
    void share(Channel channel, String root, Outgoing post) {
        List<Attachment> others =
                post.attachments().stream().filter(file -> !isPicture(file)).toList();
        if (others.isEmpty()) {
            return;
        }
        String there = messages.thread(channel, root).stream()
                .filter(message -> messages.isOurs(channel, message))
                .map(message -> String.valueOf(message.get("files")))
                .toList()
                .toString();
        for (Attachment file : others) {
            String name = name(post.key(), file);
            if (!there.contains("\"" + name + "\"")) {
                share(channel, root, post, file, name);
            }
        }
    }

    private void share(Channel channel, String root, Outgoing post, Attachment file, String name) {
        try {
            uploads.share(channel.team(), channel.id(), root, file, name);
        } catch (Refused refused) {
            LOG.warn("{} goes without {}: {}", post.key(), file.name(), refused.why());
        }
    }

    /** {@code recap.html} of {@code talk/2026-11-23/recap@slack:C1} is {@code recap-talk-2026-11-23-recap-slack-C1.html}. */
    static String name(String key, Attachment file) {
        String plain = key.replaceAll("[^A-Za-z0-9]+", "-");
        int ending = file.name().lastIndexOf('.');
        return ending < 0
                ? file.name() + "-" + plain
                : file.name().substring(0, ending) + "-" + plain + file.name().substring(ending);
    }

    /**
     * Deletes the pictures of blocks that are shown no more. One that stays is seen by nobody.
     *
     * @param shown the blocks that have taken their place, which may show the same: an edit comes again where its answer was lost
     */
    void forget(Channel channel, JsonArray blocks, JsonArray shown) {
        Set<String> gone = ids(blocks);
        gone.removeAll(ids(shown));
        gone.forEach(id -> forget(channel, id));
    }

    private static Set<String> ids(JsonArray blocks) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonElement block : blocks) {
            if (Marks.isOf("image", block)) {
                Reader.object(block.getAsJsonObject(), "slack_file")
                        .map(file -> Reader.text(file, "id"))
                        .ifPresent(ids::add);
            }
        }
        return ids;
    }

    private void forget(Channel channel, String id) {
        ids.asMap().values().remove(id);
        try {
            api.ask(
                    channel.team(),
                    methods -> methods.filesDelete(request -> request.file(id)),
                    "file_not_found",
                    "file_deleted");
        } catch (Refused | Unreachable trouble) {
            LOG.info("A picture that is shown nowhere stays with Slack: {}", trouble.getMessage());
        }
    }
}
