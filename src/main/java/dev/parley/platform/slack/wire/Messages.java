package dev.parley.platform.slack.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import dev.parley.platform.slack.wire.Rooms.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import okhttp3.FormBody;
import org.jspecify.annotations.Nullable;

/**
 * Messages of ours, one by one. Nothing in them pings anybody, and no previews of links bury the talk: Slack is told to look for neither,
 * whatever words are in it.
 */
public final class Messages {
    private static final String PAGE = "200";
    /** Nothing in the words becomes a mention. */
    public static final String NO_LOOKING_FOR_NAMES = "none";

    private static final String GONE = "message_not_found";

    /** What is under another message cannot be, since that is gone or the channel takes no threads. */
    private static final String[] NO_THREAD = {
        "thread_not_found", "cannot_reply_to_message", "restricted_action_non_threadable_channel"
    };

    private final WebApi api;

    public Messages(WebApi api) {
        this.api = api;
    }

    /**
     * What was said.
     *
     * @param ts when, which names it
     * @param thread the message under which it stands; null where it is in the open channel
     */
    public record Said(String ts, @Nullable String thread) {
        /** The message in whose thread it goes on. */
        public String root() {
            return thread == null ? ts : thread;
        }
    }

    /**
     * Says something.
     *
     * @param thread the message under which it stands; in the open channel where there is none, or Slack takes none
     * @param below blocks under the words
     */
    public Said say(Channel channel, @Nullable String thread, Keyed keyed, SlackText.Part words, JsonArray below) {
        return said(channel, thread, keyed, words, below, thread == null ? new String[0] : NO_THREAD)
                .map(answer -> new Said(answer.getTs(), thread))
                .or(() -> said(channel, null, keyed, words, below).map(answer -> new Said(answer.getTs(), null)))
                .orElseThrow();
    }

    private Optional<ChatPostMessageResponse> said(
            Channel channel,
            @Nullable String thread,
            Keyed keyed,
            SlackText.Part words,
            JsonArray below,
            String... fine) {
        return api.ask(
                channel.team(),
                methods -> methods.chatPostMessage(request -> request.channel(channel.id())
                        .threadTs(thread)
                        .text(words.text())
                        .blocksAsString(blocks(words, below))
                        .metadata(keyed.metadata())
                        .mrkdwn(false)
                        .parse(NO_LOOKING_FOR_NAMES)
                        .linkNames(false)
                        .unfurlLinks(false)
                        .unfurlMedia(false)),
                fine);
    }

    /** Says a message anew in its place; returns whether it still stands. What it carries stays with it. */
    public boolean change(Channel channel, String ts, SlackText.Part words, JsonArray below) {
        return api.ask(
                        channel.team(),
                        methods -> methods.chatUpdate(request -> request.channel(channel.id())
                                .ts(ts)
                                .text(words.text())
                                .blocksAsString(blocks(words, below))
                                .parse(NO_LOOKING_FOR_NAMES)
                                .linkNames(false)),
                        GONE)
                .isPresent();
    }

    private static String blocks(SlackText.Part words, JsonArray below) {
        JsonArray all = new JsonArray();
        all.add(words.block());
        all.addAll(below);
        return all.toString();
    }

    /** Takes a message away, if it still stands. */
    public void remove(Channel channel, String ts) {
        api.ask(
                channel.team(),
                methods -> methods.chatDelete(
                        request -> request.channel(channel.id()).ts(ts)),
                GONE);
    }

    /** Whether a message is the bot's own. */
    public boolean isOurs(Channel channel, JsonObject message) {
        Self self = api.self(channel.team());
        return Reader.text(message, "user").equals(self.user())
                || Reader.text(message, "bot_id").equals(self.bot());
    }

    /** A message and all that stands under it, in order; it alone where it stands under another one; nothing where it is gone. */
    public List<JsonObject> thread(Channel channel, String ts) {
        List<JsonObject> all = new ArrayList<>();
        pages(channel, "conversations.replies", form -> form.add("ts", ts), Integer.MAX_VALUE, page -> {
            all.addAll(page);
            return false;
        });
        return all;
    }

    /**
     * Goes back in what a channel shows, the latest first.
     *
     * @param from messages before it are left out
     * @param pages at most so many are asked for
     * @param enough asked after each page
     */
    public void back(Channel channel, Instant from, int pages, Predicate<List<JsonObject>> enough) {
        String oldest = from.getEpochSecond() + ".000000";
        pages(
                channel,
                "conversations.history",
                form -> form.add("oldest", oldest).add("inclusive", "true"),
                pages,
                enough);
    }

    private void pages(
            Channel channel,
            String method,
            UnaryOperator<FormBody.Builder> asked,
            int most,
            Predicate<List<JsonObject>> enough) {
        String cursor = "";
        int left = most;
        do {
            String from = cursor;
            Page page = api.page(
                            channel.team(),
                            method,
                            form -> asked.apply(form.add("channel", channel.id())
                                    .add("limit", PAGE)
                                    .add("cursor", from)
                                    .add("include_all_metadata", "true")),
                            "thread_not_found",
                            GONE)
                    .orElseGet(Page::new);
            if (enough.test(page.messages())) {
                return;
            }
            cursor = page.next();
            left--;
        } while (!cursor.isEmpty() && left > 0);
    }

    public static JsonArray array(JsonElement... elements) {
        JsonArray all = new JsonArray();
        for (JsonElement element : elements) {
            all.add(element);
        }
        return all;
    }
}
