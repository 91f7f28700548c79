package dev.parley.platform.slack.talk;

import com.google.gson.JsonObject;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Letters;
import dev.parley.platform.slack.wire.SlackPhrase;
import dev.parley.platform.slack.wire.SlackText;
import dev.parley.platform.talk.Saying;
import dev.parley.platform.talk.Talk;
import dev.parley.platform.talk.Wish;
import dev.parley.voice.Voice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What somebody sees of their own: the chats and how they stand, their answers, and as a host the panels. */
final class HomeView {
    /** More are found by the command. */
    private static final int MOST_ROOMS = 8;

    private static final int LONGEST_HEADER = 150;

    private final Facilitator facilitator;
    private final Talk talk;
    private final Askers askers;
    private final Collection<RoomId> rooms;
    private final Voice voice;

    HomeView(Facilitator facilitator, Talk talk, Askers askers, Collection<RoomId> rooms, Voice voice) {
        this.facilitator = facilitator;
        this.talk = talk;
        this.askers = askers;
        this.rooms = rooms;
        this.voice = voice;
    }

    /**
     * All of it.
     *
     * @param notice what is said at the top
     * @param latest a card that is newer than what the facilitator may have
     */
    List<JsonObject> home(Account account, Optional<Saying> notice, Optional<Card> latest) {
        List<JsonObject> blocks = new ArrayList<>();
        notice.ifPresent(saying -> {
            blocks.addAll(Rendering.blocks(saying));
            blocks.add(Kit.divider());
        });
        panels(account, latest).forEach(panel -> {
            blocks.add(header(SlackPhrase.HOME_HOST));
            blocks.addAll(Rendering.blocks(panel));
        });
        blocks.add(header(SlackPhrase.HOME_CHATS));
        blocks.addAll(chats(account, latest));
        coaching(account).ifPresent(saying -> {
            blocks.add(header(SlackPhrase.HOME_COACHING));
            blocks.addAll(Rendering.blocks(saying));
        });
        blocks.add(header(SlackPhrase.HOME_MINE));
        blocks.addAll(Rendering.blocks(talk.mine(account)));
        return blocks;
    }

    /** The chats of an account, and the way to what is theirs. */
    List<JsonObject> start(Account account) {
        List<JsonObject> blocks = new ArrayList<>(chats(account, Optional.empty()));
        blocks.add(Kit.divider());
        blocks.add(Kit.row(List.of(button(new Wish("mine", "", "0"), SlackPhrase.MY_ANSWERS, ""))));
        return blocks;
    }

    private Optional<Saying> coaching(Account account) {
        Caller caller = rooms.stream()
                .findFirst()
                .map(room -> askers.asker(account, room).caller())
                .orElseGet(() -> new Caller(account, askers.name(account)));
        return talk.coaching(caller);
    }

    private List<Saying> panels(Account account, Optional<Card> latest) {
        return rooms.stream()
                .filter(room -> talk.isHost(askers.asker(account, room).caller()))
                .flatMap(room -> card(room, latest).stream())
                .limit(MOST_ROOMS)
                .map(talk::panel)
                .toList();
    }

    private Optional<Card> card(RoomId room, Optional<Card> latest) {
        return latest.filter(card -> card.room().equals(room)).or(() -> facilitator.where(room));
    }

    private List<JsonObject> chats(Account account, Optional<Card> latest) {
        List<JsonObject> blocks = rooms.stream()
                .filter(room -> askers.asker(account, room).sees())
                .map(room -> chat(room, card(room, latest)))
                .filter(chat -> !chat.isEmpty())
                .limit(MOST_ROOMS)
                .flatMap(List::stream)
                .toList();
        return blocks.isEmpty() ? List.of(words(voice.say(SlackPhrase.HOME_EMPTY))) : blocks;
    }

    private List<JsonObject> chat(RoomId room, Optional<Card> card) {
        List<JsonObject> blocks = new ArrayList<>();
        card.ifPresent(one -> {
            blocks.add(words(one.text()));
            blocks.add(Kit.row(buttons(one)));
        });
        facilitator.schedule(room).ifPresent(next -> blocks.add(words(next)));
        return blocks;
    }

    private List<JsonObject> buttons(Card card) {
        List<JsonObject> buttons = new ArrayList<>();
        String room = card.room().id();
        card.question()
                .map(question -> new Wish("answer", room, "Q" + question.number()))
                .ifPresent(wish -> buttons.add(button(wish, SlackPhrase.ANSWER, "primary")));
        buttons.add(button(new Wish("where", room, ""), SlackPhrase.WHERE, ""));
        return buttons;
    }

    private JsonObject button(Wish wish, SlackPhrase phrase, String style) {
        return Kit.button(wish.toString(), Letters.shortened(voice.say(phrase), Rendering.LIMITS.button()), style);
    }

    private JsonObject header(SlackPhrase phrase) {
        return Kit.header(Letters.shortened(voice.say(phrase), LONGEST_HEADER));
    }

    private static JsonObject words(String markdown) {
        return SlackText.beginning(markdown).block();
    }
}
