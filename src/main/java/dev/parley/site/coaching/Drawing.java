package dev.parley.site.coaching;

import dev.parley.engine.coaching.LeadView;
import dev.parley.engine.coaching.MyHome;
import dev.parley.engine.coaching.MyPartnership;
import dev.parley.engine.coaching.Shelf;
import dev.parley.platform.Form;
import dev.parley.platform.Note;
import dev.parley.voice.Voice;
import dev.parley.web.Frame;
import dev.parley.web.Templates;
import dev.parley.web.Visit;
import dev.parley.web.WebServer;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws the private pages. */
final class Drawing {
    private final Voice voice;
    private final WebServer server;
    private final InstantSource clock;
    private final Templates templates = new Templates();

    Drawing(Voice voice, WebServer server, InstantSource clock) {
        this.clock = clock;
        this.voice = voice;
        this.server = server;
    }

    Voice voice() {
        return voice;
    }

    private Frame frame(PagePhrase title) {
        return new Frame(
                voice.say(PagePhrase.LANGUAGE),
                voice.say(title),
                voice.say(PagePhrase.SKIP),
                List.of(server.assets().address("parley.css"), server.assets().address("coaching.css")),
                List.of());
    }

    Paper paper(Visit visit, Visitor by, Here here, @Nullable Note note, @Nullable String trouble) {
        return new Paper(
                frame(PagePhrase.HOME),
                voice,
                by,
                here,
                visit.privateToken(),
                visit.site(),
                note,
                trouble,
                clock.instant());
    }

    /** For somebody who is not in. */
    String outside(Here wanted) {
        return plain(PagePhrase.OUTSIDE_TITLE, PagePhrase.OUTSIDE, wanted.toString(), PagePhrase.OUTSIDE_TRY, null);
    }

    /** For somebody whose way in is closed, or who has gone out. */
    String closed(PagePhrase title, PagePhrase words) {
        return plain(title, words, "/", PagePhrase.TO_THE_ROOM, null);
    }

    /** For somebody at the door with a link that works. */
    String door(String token, String action) {
        return plain(PagePhrase.DOOR_TITLE, PagePhrase.DOOR, action, PagePhrase.DOOR_BUTTON, token);
    }

    private String plain(PagePhrase title, PagePhrase words, String to, PagePhrase button, @Nullable String token) {
        Map<String, Object> values = new HashMap<>();
        values.put("frame", frame(title));
        values.put("title", voice.say(title));
        values.put(
                "words",
                voice.say(words).lines().filter(line -> !line.isBlank()).toList());
        values.put("to", to);
        values.put("button", voice.say(button));
        values.put("token", token);
        return templates.render("coaching/plain", values);
    }

    String home(Paper paper, MyHome home) {
        Map<String, Object> values = new HashMap<>(Map.of("paper", paper, "home", home));
        values.put(
                "calendar",
                home.calendar()
                        .map(name -> paper.absolute(CalendarPage.path(server, name)))
                        .orElse(null));
        return templates.render("coaching/home", values);
    }

    String partnership(Paper paper, MyPartnership partnership) {
        return templates.render("coaching/partnership", Map.of("paper", paper, "view", partnership));
    }

    String journal(Paper paper, Reading reading) {
        return templates.render("coaching/journal", Map.of("paper", paper, "reading", reading));
    }

    String shelf(Paper paper, Shelf shelf) {
        return templates.render("coaching/shelf", Map.of("paper", paper, "shelf", shelf));
    }

    String lead(Paper paper, LeadView lead) {
        return templates.render("coaching/lead", Map.of("paper", paper, "view", lead));
    }

    String form(Paper paper, Form form) {
        return templates.render("coaching/form", Map.of("paper", paper, "form", form));
    }

    /** What somebody typed and nothing came of, to copy. */
    String typed(Paper paper, List<String> texts) {
        return templates.render("coaching/typed", Map.of("paper", paper, "texts", texts));
    }
}
