package dev.parley.platform.discord;

import dev.parley.conversation.RoomId;
import dev.parley.platform.Card;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hosts' panel: one message for each room in the hosts' private channel or, where they have none, in the direct messages of each
 * host, edited in place. It is known again by the marks on its buttons; one whose chat is over has none, and the next chat gets a new
 * one.
 */
final class Panel {
    private static final Logger LOG = LoggerFactory.getLogger(Panel.class);

    /** What the mark of every button of a panel begins with. */
    static final String NAME = "panel";

    /** The button that only shows how things are. */
    static final String REFRESH = "refresh";

    private static final int BUTTON = 80;
    private static final int IN_A_ROW = 5;
    private static final int LATEST = 50;
    private static final int WORDS = 300;

    private final HostsChannel channel;
    private final Requests requests;
    private final Wording wording;
    private final Supplier<String> self;
    private final Executor threads;
    private final Stopping stopping;
    private final Duration undo;
    private final List<Upkeep> places;
    private final Map<Spot, String> shown = new ConcurrentHashMap<>();
    private final Map<RoomId, Card> latest = new HashMap<>();

    /** Where the panel of a room stands. */
    private record Spot(RoomId room, String channel) {}

    Panel(
            DiscordSettings settings,
            HostsChannel channel,
            Requests requests,
            Wording wording,
            Whispers whispers,
            Supplier<String> self,
            Executor threads,
            Stopping stopping,
            Duration undo) {
        this.channel = channel;
        this.requests = requests;
        this.wording = wording;
        this.self = self;
        this.threads = threads;
        this.stopping = stopping;
        this.undo = undo;
        this.places = settings.panel()
                .map(one -> List.of(place(card -> keepUnlessPublic(card, one))))
                .orElseGet(() -> settings.hostUsers().stream()
                        .map(host -> place(card -> keep(card, whispers.channel(host))))
                        .toList());
    }

    private Upkeep place(Consumer<Card> keeping) {
        return new Upkeep(keeping, threads, stopping);
    }

    /** Why the panel cannot be shown, in whole sentences. */
    Collection<String> troubles() {
        Optional<CommandPhrase> unfit = unfit();
        return unfit.isPresent()
                ? List.of(wording.say(unfit.get()))
                : places.stream()
                        .flatMap(place -> place.trouble().stream())
                        .map(why -> wording.say(CommandPhrase.PANEL_REFUSED, "why", why))
                        .distinct()
                        .toList();
    }

    private Optional<CommandPhrase> unfit() {
        try {
            return channel.trouble();
        } catch (Refused | Unreachable unknown) {
            LOG.debug("Who sees the panel's channel is not known: {}", unknown.getMessage());
            return Optional.empty();
        }
    }

    /** Shows how a chat stands, in the background: whatever holds it up holds up nothing else. */
    synchronized void show(Card card) {
        latest.put(card.room(), card);
        refresh(card);
        if (card.verbs().contains(HostVerb.UNDO.word())) {
            inTheBackground(() -> fade(card));
        }
    }

    private void inTheBackground(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException closed) {
            LOG.debug("Too late, Parley is stopping");
        }
    }

    /** What can be taken back can be for a short while only; nobody tells when that is over. */
    private void fade(Card card) {
        if (stopping.pause(undo)) {
            synchronized (this) {
                if (card == latest.get(card.room())) {
                    refresh(card.without(HostVerb.UNDO.word()));
                }
            }
        }
    }

    private void refresh(Card card) {
        places.forEach(place -> place.show(card));
    }

    private void keepUnlessPublic(Card card, String hosts) {
        Optional<CommandPhrase> unfit = channel.trouble();
        if (unfit.isEmpty()) {
            keep(card, hosts);
        } else {
            // At every refresh anew: a check says it aloud.
            LOG.debug("{}", wording.say(unfit.get()));
        }
    }

    private void keep(Card card, String channel) {
        Spot spot = new Spot(card.room(), channel);
        boolean over = card.stage() == Card.Stage.OVER;
        Optional<String> before = Optional.ofNullable(shown.get(spot)).or(() -> standing(spot));
        boolean changed =
                before.filter(message -> changed(channel, message, card)).isPresent();
        if (changed && !over) {
            shown.put(spot, before.get());
        } else if (over) {
            shown.remove(spot);
        } else {
            shown.put(spot, posted(channel, card));
        }
    }

    private boolean changed(String channel, String message, Card card) {
        return requests.send(
                        Route.Messages.EDIT_MESSAGE.compile(channel, message),
                        body(card),
                        ErrorResponse.UNKNOWN_MESSAGE)
                .isPresent();
    }

    private String posted(String channel, Card card) {
        return requests.send(Route.Messages.SEND_MESSAGE.compile(channel), body(card), List.of())
                .getString("id");
    }

    private DataObject body(Card card) {
        return saying(card).body(0);
    }

    /** The panel that an earlier process left. */
    private Optional<String> standing(Spot spot) {
        String mark = new CustomId(NAME, spot.room().id(), "").toString();
        return requests
                .list(Route.Messages.GET_MESSAGE_HISTORY
                        .compile(spot.channel())
                        .withQueryParams("limit", Integer.toString(LATEST)))
                .stream()
                .filter(message -> message.getObject("author").getString("id").equals(self.get()))
                .filter(message -> Bodies.marks(message).anyMatch(one -> one.startsWith(mark)))
                .map(message -> message.getString("id"))
                .findFirst();
    }

    /** The panel itself. */
    Saying saying(Card card) {
        List<String> lines = new ArrayList<>();
        lines.add(wording.say(
                CommandPhrase.PANEL, "title", Wording.within(card.title(), WORDS), "stage", wording.say(stage(card))));
        card.question()
                .ifPresent(question -> lines.add(wording.say(
                        CommandPhrase.PANEL_QUESTION,
                        "number",
                        Integer.toString(question.number()),
                        "text",
                        Wording.within(question.text(), WORDS))));
        card.until().ifPresent(until -> lines.add(wording.say(CommandPhrase.PANEL_UNTIL, "when", left(until))));
        card.troubles()
                .forEach(trouble ->
                        lines.add(wording.say(CommandPhrase.PANEL_TROUBLE, "trouble", Wording.within(trouble, WORDS))));
        return Saying.of(DiscordText.shortened(String.join("\n", lines), Posts.LONGEST))
                .with(rows(card));
    }

    /** Counts down by itself in everybody's Discord. */
    private static String left(Instant until) {
        return "<t:" + until.getEpochSecond() + ":R>";
    }

    private static CommandPhrase stage(Card card) {
        return switch (card.stage()) {
            case BEFORE -> CommandPhrase.STAGE_BEFORE;
            case WELCOME -> CommandPhrase.STAGE_WELCOME;
            case QUESTION -> CommandPhrase.STAGE_QUESTION;
            case PAUSED -> CommandPhrase.STAGE_PAUSED;
            case CLOSING -> CommandPhrase.STAGE_CLOSING;
            case SLOW -> CommandPhrase.STAGE_SLOW;
            case OVER -> CommandPhrase.STAGE_OVER;
        };
    }

    private List<ActionRow> rows(Card card) {
        if (card.stage() == Card.Stage.OVER) {
            return List.of();
        }
        Set<String> sensible = Set.copyOf(card.verbs());
        List<Button> buttons = Stream.of(HostVerb.values())
                .filter(verb -> sensible.contains(verb.word()))
                .map(verb -> button(card.room(), verb))
                .collect(Collectors.toCollection(ArrayList::new));
        buttons.add(button(card.room(), REFRESH, ButtonStyle.SECONDARY, CommandPhrase.PANEL_REFRESH));
        List<ActionRow> rows = new ArrayList<>();
        for (int from = 0; from < buttons.size(); from += IN_A_ROW) {
            rows.add(ActionRow.of(buttons.subList(from, Math.min(buttons.size(), from + IN_A_ROW))));
        }
        return rows;
    }

    private Button button(RoomId room, HostVerb verb) {
        ButtonStyle style = switch (verb) {
            case START, NEXT, RESUME -> ButtonStyle.PRIMARY;
            case END -> ButtonStyle.DANGER;
            case HOLD, PAUSE, SKIP, REPEAT, ADD, JUMP, COHOST, UNDO -> ButtonStyle.SECONDARY;
        };
        return button(room, verb.word(), style, verb.button);
    }

    private Button button(RoomId room, String detail, ButtonStyle style, CommandPhrase phrase) {
        return Button.of(
                style, new CustomId(NAME, room.id(), detail).toString(), Wording.label(wording.say(phrase), BUTTON));
    }
}
