package dev.parley.platform.slack;

import com.slack.api.model.Bookmark;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Card;
import dev.parley.platform.Letters;
import dev.parley.platform.Refused;
import dev.parley.platform.slack.wire.Keyed;
import dev.parley.platform.slack.wire.Marks;
import dev.parley.platform.slack.wire.Messages;
import dev.parley.platform.slack.wire.Reader;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.slack.wire.Rooms.Channel;
import dev.parley.platform.slack.wire.SlackText;
import dev.parley.platform.slack.wire.WebApi;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the chat of a room stands, in one message that is edited in place and taken down when the chat is over. It is pinned; where the
 * bot may not pin, a bookmark at the top of the channel leads to it; where it may do neither, it is posted anew below each question.
 */
final class Sight {
    private static final Logger LOG = LoggerFactory.getLogger(Sight.class);

    /** How long ago a card may have been posted that nothing leads to. */
    private static final Duration LATELY = Duration.ofDays(1);

    private static final int PAGES = 3;

    /** What Slack itself says in a channel when something is pinned there. */
    private static final String PINNED_LINE = "pinned_item";

    private static final int LONGEST_TITLE = 200;

    private final WebApi api;
    private final Messages messages;
    private final Marks marks;
    private final InstantSource clock;
    private final Map<RoomId, Shown> shown = new ConcurrentHashMap<>();

    /** How a card is kept in sight. */
    private sealed interface Kept {
        /** At the side of the channel. */
        record Pinned() implements Kept {}

        /** By a link at the top of the channel. */
        record Bookmarked(String id) implements Kept {}

        /** By posting it anew. */
        record Reposted() implements Kept {}
    }

    /**
     * A card that stands.
     *
     * @param question the question that it was last posted for; 0 for none
     */
    private record Shown(String ts, Kept kept, int question) {}

    Sight(WebApi api, Messages messages, Marks marks, InstantSource clock) {
        this.api = api;
        this.messages = messages;
        this.marks = marks;
        this.clock = clock;
    }

    void keep(Card card) {
        RoomId room = card.room();
        Optional<Shown> before = Optional.ofNullable(shown.get(room)).or(() -> standing(card));
        if (card.stage() == Card.Stage.OVER) {
            before.ifPresent(one -> takeDown(room, one));
            return;
        }
        int question = card.question().map(Card.Asked::number).orElse(0);
        boolean below = before.filter(one -> one.kept() instanceof Kept.Reposted && question > one.question())
                .isPresent();
        if (before.isPresent() && !below && changed(before.get(), card)) {
            shown.put(room, before.get());
            return;
        }
        before.ifPresent(one -> takeDown(room, one));
        shown.put(room, posted(card, question));
    }

    private boolean changed(Shown before, Card card) {
        Channel channel = Rooms.channel(card.room());
        return messages.change(channel, before.ts(), words(card), Messages.array(marks.underCard()));
    }

    private static SlackText.Part words(Card card) {
        return SlackText.beginning(card.text());
    }

    private Shown posted(Card card, int question) {
        Channel channel = Rooms.channel(card.room());
        Keyed keyed = new Keyed(Marks.CARD, 0);
        String ts = messages.say(channel, null, keyed, words(card), Messages.array(marks.underCard()))
                .ts();
        return new Shown(ts, kept(card, ts), question);
    }

    private Kept kept(Card card, String ts) {
        Channel channel = Rooms.channel(card.room());
        if (pinned(channel, ts)) {
            takeLineAway(channel, ts);
            return new Kept.Pinned();
        }
        return bookmarked(card, ts).<Kept>map(Kept.Bookmarked::new).orElseGet(Kept.Reposted::new);
    }

    private boolean pinned(Channel channel, String ts) {
        try {
            api.ask(
                    channel.team(),
                    methods -> methods.pinsAdd(
                            request -> request.channel(channel.id()).timestamp(ts)),
                    "already_pinned");
            return true;
        } catch (Refused refused) {
            LOG.info("Nothing is pinned in {}: {}", channel.id(), refused.why());
            return false;
        }
    }

    /** Slack says that something was pinned, in the bot's name: that line says nothing here. */
    private void takeLineAway(Channel channel, String ts) {
        try {
            messages.back(channel, Reader.time(ts), 1, page -> {
                page.stream()
                        .filter(message -> Reader.text(message, "subtype").equals(PINNED_LINE))
                        .filter(message -> messages.isOurs(channel, message))
                        .forEach(message -> messages.remove(channel, Reader.text(message, "ts")));
                return true;
            });
        } catch (Refused refused) {
            LOG.debug("A line about a pin stays: {}", refused.why());
        }
    }

    private Optional<String> bookmarked(Card card, String ts) {
        Channel channel = Rooms.channel(card.room());
        try {
            String link = Links.to(api.self(channel.team()), channel, ts).toString();
            return Optional.of(api.ask(
                            channel.team(),
                            methods -> methods.bookmarksAdd(request -> request.channelId(channel.id())
                                    .title(title(card))
                                    .type("link")
                                    .link(link)))
                    .getBookmark()
                    .getId());
        } catch (Refused refused) {
            LOG.info("There is no bookmark in {}: {}", channel.id(), refused.why());
            return Optional.empty();
        }
    }

    private static String title(Card card) {
        return Letters.shortened(card.title(), LONGEST_TITLE);
    }

    private void takeDown(RoomId room, Shown before) {
        Channel channel = Rooms.channel(room);
        if (before.kept() instanceof Kept.Bookmarked(String id)) {
            api.ask(
                    channel.team(),
                    methods -> methods.bookmarksRemove(
                            request -> request.channelId(channel.id()).bookmarkId(id)),
                    "not_found");
        }
        messages.remove(channel, before.ts());
        shown.remove(room);
    }

    /** The card that an earlier process left: pinned, or among the latest messages. */
    private Optional<Shown> standing(Card card) {
        Channel channel = Rooms.channel(card.room());
        return pinnedBefore(channel)
                .map(ts -> new Shown(ts, new Kept.Pinned(), 0))
                .or(() -> saidBefore(channel).map(ts -> new Shown(ts, keptBefore(card, ts), 0)));
    }

    private Optional<String> pinnedBefore(Channel channel) {
        try {
            return api.page(channel.team(), "pins.list", form -> form.add("channel", channel.id())).stream()
                    .flatMap(page -> page.items().stream())
                    .flatMap(item -> Reader.object(item, "message").stream())
                    .filter(message -> messages.isOurs(channel, message) && Marks.isCard(message))
                    .map(message -> Reader.text(message, "ts"))
                    .findFirst();
        } catch (Refused refused) {
            LOG.info("The pins of {} are not to be seen: {}", channel.id(), refused.why());
            return Optional.empty();
        }
    }

    private Optional<String> saidBefore(Channel channel) {
        AtomicReference<Optional<String>> found = new AtomicReference<>(Optional.empty());
        messages.back(channel, clock.instant().minus(LATELY), PAGES, page -> {
            found.set(page.stream()
                    .filter(message -> messages.isOurs(channel, message) && Marks.isCard(message))
                    .map(message -> Reader.text(message, "ts"))
                    .findFirst());
            return found.get().isPresent();
        });
        return found.get();
    }

    /** What was begun is finished; a bookmark that leads there already is the one. */
    private Kept keptBefore(Card card, String ts) {
        Channel channel = Rooms.channel(card.room());
        if (pinned(channel, ts)) {
            return new Kept.Pinned();
        }
        return bookmarkTo(channel, ts)
                .or(() -> bookmarked(card, ts))
                .<Kept>map(Kept.Bookmarked::new)
                .orElseGet(Kept.Reposted::new);
    }

    private Optional<String> bookmarkTo(Channel channel, String ts) {
        try {
            return api
                    .read(channel.team(), methods -> methods.bookmarksList(request -> request.channelId(channel.id())))
                    .map(answer -> answer.getBookmarks())
                    .stream()
                    .flatMap(List::stream)
                    .filter(bookmark -> String.valueOf(bookmark.getLink()).endsWith("/p" + ts.replace(".", "")))
                    .map(Bookmark::getId)
                    .findFirst();
        } catch (Refused refused) {
            return Optional.empty();
        }
    }
}
