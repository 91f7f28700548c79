package dev.parley.platform.web;

import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.Choice;
import dev.parley.platform.Form;
import dev.parley.platform.Mark;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Shown;
import dev.parley.platform.text.Markup;
import dev.parley.voice.Voice;
import dev.parley.web.Assets;
import dev.parley.web.Frame;
import dev.parley.web.Templates;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Draws the room's pages and the parts of them that change. */
final class RoomViews {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final int QUOTED = 80;

    private final WebPlatform platform;
    private final Voice voice;
    private final Assets assets;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Templates templates = new Templates();

    RoomViews(WebPlatform platform, Voice voice, Assets assets, ZoneId zone, InstantSource clock) {
        this.platform = platform;
        this.voice = voice;
        this.assets = assets;
        this.zone = zone;
        this.clock = clock;
    }

    Voice voice() {
        return voice;
    }

    Frame frame(String title, String... scripts) {
        return new Frame(
                voice.say(RoomPhrase.LANGUAGE),
                title,
                voice.say(RoomPhrase.SKIP_TO_TALK),
                List.of(assets.address("parley.css")),
                Arrays.stream(scripts).map(assets::address).toList());
    }

    String message(Viewer viewer, Shown shown) {
        return render("message", view(viewer, shown));
    }

    private MessageView view(Viewer viewer, Shown shown) {
        boolean ours = shown.author().isEmpty();
        boolean own = shown.author().filter(viewer.account()::equals).isPresent();
        String html = ours ? Markup.ofFacilitator(shown.text(), viewer.site()) : Markup.ofPerson(shown.text());
        return new MessageView(
                shown.message().id(),
                shown.message().room().id(),
                viewer.token(),
                name(shown),
                shown.host(),
                ours,
                shown.tone() == Outgoing.Tone.QUESTION,
                own,
                html,
                own ? shown.text() : null,
                iso(shown.at()),
                clockOf(shown.at()),
                shown.edited(),
                sign(shown.mark()),
                markWords(shown.mark()),
                shown.under()
                        .flatMap(to -> platform.room(to.room()).find(to.id()))
                        .map(this::quote)
                        .orElse(null),
                Reactions.ALL.stream()
                        .map(emoji -> reaction(viewer, shown, emoji))
                        .toList(),
                shown.choices().stream().filter(Choice::form).toList());
    }

    MessageView.Quote quote(Shown shown) {
        String text = shown.author().isEmpty()
                ? Jsoup.parse(Markup.ofFacilitator(shown.text(), "http://localhost"))
                        .text()
                : shown.text();
        return new MessageView.Quote(shown.message().id(), name(shown), Words.beginning(text, QUOTED));
    }

    private String name(Shown shown) {
        return shown.author().isEmpty() ? voice.say(RoomPhrase.FACILITATOR) : shown.name();
    }

    private MessageView.Reaction reaction(Viewer viewer, Shown shown, Reactions.Emoji emoji) {
        Set<Account> by = shown.reactions().getOrDefault(emoji.symbol(), Set.of());
        boolean mine = by.contains(viewer.account());
        Map<String, String> values = Map.of("emoji", voice.say(emoji.name()), "count", Integer.toString(by.size()));
        RoomPhrase phrase = mine ? RoomPhrase.REACT_BACK : by.isEmpty() ? RoomPhrase.REACT_WITH : RoomPhrase.REACT_TOO;
        return new MessageView.Reaction(emoji.symbol(), by.size(), mine, voice.say(phrase, values));
    }

    private static String sign(Mark mark) {
        return switch (mark) {
            case FILED -> "✓";
            case GUESSED -> "~";
            case NONE -> "";
        };
    }

    private String markWords(Mark mark) {
        return switch (mark) {
            case FILED -> voice.say(RoomPhrase.FILED);
            case GUESSED -> voice.say(RoomPhrase.GUESSED);
            case NONE -> "";
        };
    }

    String note(Viewer viewer, RoomId room, Room.Note note) {
        return templates.render(
                "note",
                Map.of(
                        "voice", voice,
                        "room", room.id(),
                        "id", note.id(),
                        "token", viewer.token(),
                        "html", Markup.ofFacilitator(note.text(), viewer.site())));
    }

    String card(RoomId room, Optional<Card> card) {
        return card.map(now -> render("card", view(room, now)))
                .orElseGet(() -> templates.render("quiet", Map.of("voice", voice)));
    }

    String where(RoomId room, Card card) {
        return render("where", view(room, card));
    }

    String wherePage(RoomId room, String html) {
        String title = voice.say(RoomPhrase.WHERE);
        return templates.render(
                "wherepage",
                Map.of(
                        "frame", frame(title, "clock.js"),
                        "voice", voice,
                        "room", room.id(),
                        "now", iso(clock.instant()),
                        "html", html));
    }

    private CardView view(RoomId room, Card card) {
        RoomPhrase pattern = pattern(card.stage());
        return new CardView(
                room.id(),
                card.title(),
                stage(card),
                words(card),
                card.question().map(Card.Asked::number).orElse(0),
                card.until().map(RoomViews::iso).orElse(null),
                voice.say(pattern),
                card.until()
                        .map(until -> TimeLeft.say(voice, pattern, clock.instant(), until))
                        .orElse(""),
                card.asked().stream()
                        .map(asked -> new CardView.Asked(
                                asked.number(),
                                asked.text(),
                                asked.post().map(post -> post.id()).orElse("")))
                        .toList());
    }

    private String stage(Card card) {
        RoomPhrase phrase = switch (card.stage()) {
            case BEFORE -> RoomPhrase.STAGE_BEFORE;
            case WELCOME -> RoomPhrase.STAGE_WELCOME;
            case QUESTION -> RoomPhrase.STAGE_QUESTION;
            case PAUSED -> RoomPhrase.STAGE_PAUSED;
            case CLOSING -> RoomPhrase.STAGE_CLOSING;
            case SLOW -> RoomPhrase.STAGE_SLOW;
            case OVER -> RoomPhrase.STAGE_OVER;
        };
        int number = card.question().map(Card.Asked::number).orElse(0);
        return voice.say(phrase, Map.of("number", Integer.toString(number)));
    }

    private String words(Card card) {
        Map<String, String> title = Map.of("title", card.title());
        return switch (card.stage()) {
            case BEFORE -> voice.say(RoomPhrase.TEXT_BEFORE, title);
            case WELCOME -> voice.say(RoomPhrase.TEXT_WELCOME, title);
            case QUESTION -> card.question().map(Card.Asked::text).orElse(card.title());
            case PAUSED -> card.question().map(Card.Asked::text).orElseGet(() -> voice.say(RoomPhrase.TEXT_PAUSED));
            case CLOSING -> voice.say(RoomPhrase.TEXT_CLOSING, title);
            case SLOW -> voice.say(RoomPhrase.TEXT_SLOW, title);
            case OVER -> voice.say(RoomPhrase.TEXT_OVER, title);
        };
    }

    private static RoomPhrase pattern(Card.Stage stage) {
        return switch (stage) {
            case BEFORE, OVER -> RoomPhrase.TIME_BEFORE;
            case WELCOME -> RoomPhrase.TIME_WELCOME;
            case QUESTION, PAUSED -> RoomPhrase.TIME_QUESTION;
            case CLOSING -> RoomPhrase.TIME_CLOSING;
            case SLOW -> RoomPhrase.TIME_SLOW;
        };
    }

    String people(RoomId room, Account viewer) {
        int count = platform.presence(room).people();
        List<String> typing = platform.room(room).typing(viewer, clock.instant());
        String typist = switch (typing.size()) {
            case 0 -> "";
            case 1 -> voice.say(RoomPhrase.TYPING_ONE, Map.of("name", isolated(typing.getFirst())));
            default -> voice.say(RoomPhrase.TYPING_MANY);
        };
        String people = switch (count) {
            case 0 -> "";
            case 1 -> voice.say(RoomPhrase.PEOPLE_ONE);
            default -> voice.say(RoomPhrase.PEOPLE_MANY, Map.of("count", Integer.toString(count)));
        };
        return templates.render("people", Map.of("people", people, "typing", typist));
    }

    /** @param page whether it has a page to itself */
    String form(String token, RoomId room, Form form, @Nullable String trouble, boolean page) {
        Map<String, Object> values = new HashMap<>();
        values.put("page", page);
        values.put("voice", voice);
        values.put("room", room.id());
        values.put("token", token);
        values.put("form", form);
        values.put("trouble", trouble);
        return templates.render("roomform", values);
    }

    String formPage(Form form, String html) {
        return templates.render("formpage", Map.of("frame", frame(form.title()), "html", html));
    }

    /** What was typed into a form that is not there any more, to copy. */
    String typed(RoomId room, String why, String words) {
        String title = voice.say(RoomPhrase.PROBLEM_TITLE);
        String home = voice.say(RoomPhrase.HOME);
        return plain(new PlainView(
                frame(title),
                title,
                List.of(why),
                Markup.ofPerson(words),
                null,
                null,
                null,
                RoomPages.address(room),
                home));
    }

    String room(RoomView view) {
        return render("room", view);
    }

    String mine(MineView view) {
        return render("mine", view);
    }

    String plain(PlainView view) {
        return render("plain", view);
    }

    String join(Frame frame, RoomId room, String title, String token, String typed, @Nullable String trouble) {
        Map<String, Object> values = new HashMap<>();
        values.put("frame", frame);
        values.put("voice", voice);
        values.put("room", room.id());
        values.put("title", title);
        values.put("token", token);
        values.put("typed", typed);
        values.put("trouble", trouble);
        values.put("cardHtml", card(room, platform.room(room).card()));
        values.put("now", iso(clock.instant()));
        return templates.render("join", values);
    }

    private String render(String template, Object view) {
        return templates.render(template, Map.of("view", view, "voice", voice));
    }

    /** A name inside a sentence, so that letters that run from right to left do not turn the rest around. */
    static String isolated(String name) {
        return "\u2068" + name + "\u2069";
    }

    String clockOf(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    static String iso(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
