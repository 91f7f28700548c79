package dev.parley.site;

import dev.parley.conversation.Filing;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Verb;
import dev.parley.engine.Desk;
import dev.parley.voice.Voice;
import dev.parley.web.Assets;
import dev.parley.web.Frame;
import dev.parley.web.Templates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws the desk. */
final class DeskViews {
    private static final Map<Verb.Name, DeskPhrase> PLAIN_VERBS = plainVerbs();

    private final Map<RoomId, String> rooms;
    private final Voice voice;
    private final Assets assets;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Templates templates = new Templates();

    DeskViews(Map<RoomId, String> rooms, Voice voice, Assets assets, ZoneId zone, InstantSource clock) {
        this.rooms = Map.copyOf(rooms);
        this.voice = voice;
        this.assets = assets;
        this.zone = zone;
        this.clock = clock;
    }

    private static Map<Verb.Name, DeskPhrase> plainVerbs() {
        Map<Verb.Name, DeskPhrase> verbs = new LinkedHashMap<>();
        verbs.put(Verb.Name.START, DeskPhrase.START);
        verbs.put(Verb.Name.RESUME, DeskPhrase.RESUME);
        verbs.put(Verb.Name.NEXT, DeskPhrase.NEXT);
        verbs.put(Verb.Name.HOLD, DeskPhrase.HOLD);
        verbs.put(Verb.Name.PAUSE, DeskPhrase.PAUSE);
        verbs.put(Verb.Name.SKIP, DeskPhrase.SKIP_NEXT);
        verbs.put(Verb.Name.REPEAT, DeskPhrase.REPEAT);
        return verbs;
    }

    private String say(DeskPhrase phrase) {
        return voice.say(phrase);
    }

    private String say(DeskPhrase phrase, String name, Object value) {
        return voice.say(phrase, Map.of(name, value.toString()));
    }

    private Frame frame(String title) {
        return new Frame(
                say(DeskPhrase.LANGUAGE),
                title,
                say(DeskPhrase.SKIP),
                List.of(assets.address("parley.css"), assets.address("desk.css")),
                List.of(assets.address("desk.js"), assets.address("clock.js")));
    }

    /** For somebody who is no host. */
    String hostsOnly() {
        return templates.render(
                "deskclosed",
                Map.of("frame", frame(say(DeskPhrase.TITLE)), "voice", voice, "now", iso(clock.instant())));
    }

    /** The list of chats, by their addresses, under what hosts should know. */
    String list(Map<String, Desk.Entry> chats, List<String> notices) {
        List<Map<String, String>> rows = new ArrayList<>();
        chats.forEach((address, entry) -> rows.add(Map.of(
                "address", address,
                "title", entry.title(),
                "at", iso(entry.start()),
                "when", when(entry.start()),
                "stage",
                        entry.stage() == Desk.Stage.QUESTION
                                ? say(DeskPhrase.STAGE_RUNNING)
                                : stage(entry.stage(), 0))));
        return templates.render(
                "desklist",
                Map.of(
                        "frame", frame(say(DeskPhrase.TITLE)),
                        "voice", voice,
                        "now", iso(clock.instant()),
                        "notices", notices,
                        "rows", rows));
    }

    private String when(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(say(DeskPhrase.LANGUAGE)))
                .format(at.atZone(zone));
    }

    private String stage(Desk.Stage stage, int number) {
        return switch (stage) {
            case PLANNED -> say(DeskPhrase.STAGE_PLANNED);
            case WELCOME -> say(DeskPhrase.STAGE_WELCOME);
            case QUESTION -> say(DeskPhrase.STAGE_QUESTION, "number", number);
            case CLOSING -> say(DeskPhrase.STAGE_CLOSING);
            case SLOW -> say(DeskPhrase.STAGE_SLOW);
            case OVER -> say(DeskPhrase.STAGE_OVER);
            case CANCELLED -> say(DeskPhrase.STAGE_CANCELLED);
            case MISSED -> say(DeskPhrase.STAGE_MISSED);
        };
    }

    /** One chat. */
    String chat(String address, String token, Desk.View view, @Nullable String trouble, String typed) {
        Desk.Entry chat = view.chat();
        Instant now = clock.instant();
        DeskPhrase pattern = chat.stage() == Desk.Stage.PLANNED ? DeskPhrase.BEGINS_IN : DeskPhrase.NEXT_IN;
        return templates.render(
                "desk",
                Map.of(
                        "voice",
                        voice,
                        "view",
                        new DeskView(
                                frame(chat.title()),
                                address,
                                token,
                                now.toString(),
                                chat.title(),
                                when(chat.start()),
                                stageOf(view),
                                question(view),
                                view.nextAt().map(DeskViews::iso).orElse(null),
                                say(pattern),
                                view.nextAt().map(at -> left(pattern, now, at)).orElse(""),
                                view.undoUntil()
                                        .filter(now::isBefore)
                                        .map(Instant::toString)
                                        .orElse(null),
                                say(DeskPhrase.UNDO_LEFT),
                                buttons(view),
                                view.verbs().contains(Verb.Name.END.word()),
                                view.verbs().contains(Verb.Name.ADD.word()),
                                view.verbs().contains(Verb.Name.JUMP.word()),
                                people(view),
                                trouble,
                                typed,
                                view.agenda().stream()
                                        .map(item -> item(view, item))
                                        .toList(),
                                view.rooms().stream().map(this::room).toList(),
                                view.doubts().stream().map(this::message).toList(),
                                view.messages().stream().map(this::message).toList(),
                                places(view))));
    }

    private String stageOf(Desk.View view) {
        String stage = stage(view.chat().stage(), view.current().orElse(0));
        if (view.paused()) {
            return stage + " · " + say(DeskPhrase.PAUSED);
        }
        return view.held() ? stage + " · " + say(DeskPhrase.HELD) : stage;
    }

    private static @Nullable String question(Desk.View view) {
        return view.current()
                .flatMap(number -> view.agenda().stream()
                        .filter(item -> item.number() == number)
                        .findFirst())
                .map(Desk.Item::text)
                .orElse(null);
    }

    private String left(DeskPhrase pattern, Instant now, Instant until) {
        Duration left = Duration.between(now, until);
        if (left.isNegative() || left.isZero()) {
            return say(DeskPhrase.SOON);
        }
        String amount = left.toDays() >= 2
                ? say(DeskPhrase.DAYS, "count", left.toDays())
                : left.toHours() >= 1
                        ? String.format(
                                Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart())
                        : String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart());
        return say(pattern, "time", amount);
    }

    private List<DeskView.Button> buttons(Desk.View view) {
        List<DeskView.Button> buttons = new ArrayList<>();
        PLAIN_VERBS.forEach((verb, phrase) -> {
            if (view.verbs().contains(verb.word())) {
                buttons.add(new DeskView.Button(verb.word(), say(phrase), buttons.isEmpty()));
            }
        });
        return buttons;
    }

    private static List<DeskView.Choice> people(Desk.View view) {
        if (!view.verbs().contains(Verb.Name.COHOST.word())) {
            return List.of();
        }
        return view.messages().stream()
                .collect(Collectors.toMap(
                        filed -> filed.author().value(), Desk.Filed::name, (first, same) -> first, LinkedHashMap::new))
                .entrySet()
                .stream()
                .map(person -> new DeskView.Choice(person.getKey(), person.getValue()))
                .sorted((one, other) -> one.words().compareToIgnoreCase(other.words()))
                .toList();
    }

    private DeskView.Item item(Desk.View view, Desk.Item item) {
        boolean now = view.current().filter(number -> number == item.number()).isPresent();
        String answers = switch (item.answers()) {
            case 0 -> item.putAt().isPresent() ? say(DeskPhrase.ANSWERS_NONE) : "";
            case 1 -> say(DeskPhrase.ANSWERS_ONE);
            default -> say(DeskPhrase.ANSWERS_MANY, "count", item.answers());
        };
        if (now) {
            return new DeskView.Item(item.number(), item.text(), "now", say(DeskPhrase.NOW), answers);
        }
        if (item.skipped()) {
            return new DeskView.Item(item.number(), item.text(), "skipped", say(DeskPhrase.SKIPPED), answers);
        }
        return item.putAt()
                .map(at -> new DeskView.Item(
                        item.number(), item.text(), "asked", say(DeskPhrase.ASKED, "time", clockOf(at)), answers))
                .orElseGet(
                        () -> new DeskView.Item(item.number(), item.text(), "ahead", say(DeskPhrase.AHEAD), answers));
    }

    private DeskView.RoomLine room(Desk.RoomState room) {
        String people = switch (room.people()) {
            case -1 -> say(DeskPhrase.PEOPLE_UNKNOWN);
            case 1 -> say(DeskPhrase.PEOPLE_ONE);
            default -> say(DeskPhrase.PEOPLE_MANY, "count", room.people());
        };
        return new DeskView.RoomLine(rooms.getOrDefault(room.room(), room.room().toString()), people, room.troubles());
    }

    private DeskView.Message message(Desk.Filed filed) {
        return new DeskView.Message(
                filed.message().room().toString(),
                filed.message().id(),
                filed.name(),
                iso(filed.at()),
                clockOf(filed.at()),
                filed.text(),
                filedAs(filed.filing()),
                filed.filing().wish().orElse(""),
                filed.filing().sure(),
                filed.late());
    }

    private String filedAs(Filing filing) {
        return switch (filing.kind()) {
            case ANSWER ->
                filing.questions().stream()
                                .map(number -> say(DeskPhrase.QUESTION_SHORT, "number", number))
                                .collect(Collectors.joining(", "))
                        + filing.part().map(part -> " (" + part + ")").orElse("");
            case INTRODUCTION -> say(DeskPhrase.INTRODUCTION);
            case FINAL -> say(DeskPhrase.FINAL);
            case SIDE -> say(DeskPhrase.SIDE);
            case WELCOME -> say(DeskPhrase.WELCOME);
            case QUESTION -> say(DeskPhrase.QUESTION_KIND);
        };
    }

    private List<DeskView.Choice> places(Desk.View view) {
        List<DeskView.Choice> places = new ArrayList<>();
        view.agenda()
                .forEach(item -> places.add(new DeskView.Choice(
                        "Q" + item.number(), say(DeskPhrase.QUESTION_SHORT, "number", item.number()))));
        places.add(new DeskView.Choice("intro", say(DeskPhrase.INTRODUCTION)));
        places.add(new DeskView.Choice("final", say(DeskPhrase.FINAL)));
        places.add(new DeskView.Choice("side", say(DeskPhrase.SIDE)));
        return places;
    }

    private String clockOf(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(zone));
    }

    private static String iso(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
