package dev.parley.site.coaching;

import dev.parley.engine.coaching.Journals;
import dev.parley.engine.coaching.LeadView;
import dev.parley.engine.coaching.MyHome;
import dev.parley.engine.coaching.MyJournal;
import dev.parley.engine.coaching.MyPartnership;
import dev.parley.engine.coaching.Shelf;
import dev.parley.platform.Coaching;
import dev.parley.platform.Form;
import dev.parley.platform.Note;
import dev.parley.voice.Voice;
import dev.parley.web.Problem;
import dev.parley.web.Visit;
import dev.parley.web.WebServer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The private pages of coaching. What can be done on them is a choice or a form of {@link Coaching}, never an action of a page. */
public final class CoachingPages {
    private static final Pattern MEANING = Pattern.compile("[A-Za-z0-9.:~_-]{1,80}");
    private static final String FIELD = "field-";

    private final Journals journals;
    private final Coaching coaching;
    private final Drawing drawing;
    private final Door door;
    private final InstantSource clock;
    private final Said said = new Said();

    /**
     * Adds the private pages to a server that has not started.
     *
     * @param links the ways in for those who have no browser in the web room
     * @param web the platform whose accounts are browsers: whoever is in the room is in here as well
     */
    public CoachingPages(
            WebServer server,
            Journals journals,
            Coaching coaching,
            PrivateLinks links,
            Voice voice,
            String web,
            InstantSource clock) {
        this.journals = journals;
        this.coaching = coaching;
        this.drawing = new Drawing(voice, server, clock);
        this.door = new Door(server, journals, links, web, drawing);
        this.clock = clock;
        get(server, "/coaching", (visit, by) -> show(visit, by, new Here("/coaching"), 200, null));
        get(server, "/coaching/shelf", (visit, by) -> show(visit, by, new Here("/coaching/shelf"), 200, null));
        get(server, "/coaching/lead", (visit, by) -> show(visit, by, new Here("/coaching/lead"), 200, null));
        get(
                server,
                "/coaching/partnership/{id}",
                (visit, by) -> show(
                        visit,
                        by,
                        Here.of("/coaching/partnership/" + visit.path("id")).orElseThrow(Problem::notFound),
                        200,
                        null));
        get(server, "/coaching/journal", this::journal);
        get(server, "/coaching/journal.md", this::markdown);
        get(server, "/coaching/journal.json", this::json);
        get(server, "/coaching/form/{meaning}", this::form);
        post(server, "/coaching/journal", this::search);
        post(server, "/coaching/form", this::fill);
        post(server, "/coaching/do", this::press);
        new CalendarPage(server, journals, voice);
    }

    private void get(WebServer server, String path, BiConsumer<Visit, Visitor> page) {
        server.get(path, visit -> inside(visit, page));
    }

    private void post(WebServer server, String path, BiConsumer<Visit, Visitor> page) {
        server.postPrivately(path, visit -> inside(visit, page));
    }

    private void inside(Visit visit, BiConsumer<Visit, Visitor> page) {
        Door.close(visit);
        Optional<Visitor> visitor = door.visitor(visit);
        if (visitor.isEmpty()) {
            visit.html(403, drawing.outside(Here.of(visit.here()).orElse(Here.HOME)));
            return;
        }
        page.accept(visit, visitor.get());
    }

    /** Shows the page that a person was on. */
    private void show(Visit visit, Visitor by, Here here, int status, @Nullable String trouble) {
        Paper paper = paper(visit, by, here, trouble);
        String page = switch (here.page()) {
            case HOME -> {
                MyHome home = journals.home(by.account()).orElseThrow(Problem::notFound);
                yield drawing.home(paper, home);
            }
            case PARTNERSHIP -> {
                MyPartnership one =
                        journals.partnership(by.account(), here.id()).orElseThrow(Problem::notFound);
                yield drawing.partnership(paper, one);
            }
            case JOURNAL -> drawing.journal(paper, reading(by, Wanted.of(here)));
            case SHELF -> {
                Shelf shelf = journals.shelf(by.account()).orElseThrow(Problem::notFound);
                yield drawing.shelf(paper, shelf);
            }
            case LEAD -> {
                LeadView lead = journals.lead(by.account()).orElseThrow(Problem::notFound);
                yield drawing.lead(paper, lead);
            }
        };
        visit.html(status, page);
    }

    private Paper paper(Visit visit, Visitor by, Here here, @Nullable String trouble) {
        Note note = trouble == null ? said.take(visit.privateToken()).orElse(null) : null;
        return drawing.paper(visit, by, here, note, trouble);
    }

    private Reading reading(Visitor by, Wanted wanted) {
        MyJournal journal = journals.journal(by.account()).orElseThrow(Problem::notFound);
        return new Reading(journal, wanted, by.self().time().zone());
    }

    private void journal(Visit visit, Visitor by) {
        show(visit, by, Wanted.of(visit::query).here(), 200, null);
    }

    /** What is looked for comes in a form, so that it stands in no address and in no log of one. */
    private void search(Visit visit, Visitor by) {
        Wanted wanted = Wanted.of(name -> Optional.of(visit.form(name)).filter(value -> !value.isBlank()));
        if (wanted.words().isEmpty()) {
            visit.redirect(wanted.here().toString());
            return;
        }
        visit.html(200, drawing.journal(paper(visit, by, wanted.here(), null), reading(by, wanted)));
    }

    private void markdown(Visit visit, Visitor by) {
        MyJournal journal = journals.journal(by.account()).orElseThrow(Problem::notFound);
        Paper paper = drawing.paper(visit, by, Wanted.NOTHING.here(), null, null);
        attach(visit, "journal.md", "text/markdown; charset=utf-8", new JournalMarkdown(paper).of(journal));
    }

    private void json(Visit visit, Visitor by) {
        MyJournal journal = journals.journal(by.account()).orElseThrow(Problem::notFound);
        attach(visit, "journal.json", "application/json; charset=utf-8", JournalJson.of(journal, clock.instant()));
    }

    private static void attach(Visit visit, String name, String type, String text) {
        visit.answerHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        visit.bytes(type, text.getBytes(StandardCharsets.UTF_8));
    }

    private void form(Visit visit, Visitor by) {
        Form form = coaching.form(by.account(), meaning(visit.path("meaning"))).orElseThrow(Problem::gone);
        Here back = Here.of(visit.query("back").orElse("")).orElse(Here.HOME);
        visit.html(200, drawing.form(drawing.paper(visit, by, back, null, null), form));
    }

    private void press(Visit visit, Visitor by) {
        Here back = Here.of(visit.form("back")).orElse(Here.HOME);
        String meaning = meaning(visit.form("meaning"));
        Outcome outcome = Outcome.of(coaching.pressed(by.caller(), meaning), drawing.voice());
        switch (outcome) {
            case Outcome.Done(Note note) -> goBack(visit, back, note);
            case Outcome.Not(int status, String why) -> show(visit, by, back, status, why);
        }
    }

    private void fill(Visit visit, Visitor by) {
        Here back = Here.of(visit.form("back")).orElse(Here.HOME);
        String meaning = meaning(visit.form("meaning"));
        Map<String, String> fields = new LinkedHashMap<>();
        visit.fields(FIELD).forEach((name, value) -> fields.put(name, value.replace("\r\n", "\n")));
        Outcome outcome = Outcome.of(coaching.filled(by.caller(), meaning, fields), drawing.voice());
        switch (outcome) {
            case Outcome.Done(Note note) -> goBack(visit, back, note);
            case Outcome.Not(int status, String why) ->
                visit.html(status, givenBack(by, meaning, fields, drawing.paper(visit, by, back, null, why)));
        }
    }

    /** What was typed, in its form; alone where that makes no sense any more. */
    private String givenBack(Visitor by, String meaning, Map<String, String> fields, Paper paper) {
        return coaching.form(by.account(), meaning)
                .map(form -> drawing.form(paper, form.with(fields)))
                .orElseGet(() -> drawing.typed(
                        paper,
                        fields.values().stream().filter(text -> !text.isBlank()).toList()));
    }

    private void goBack(Visit visit, Here back, Note note) {
        said.keep(visit.privateToken(), note);
        visit.redirect(back.toString());
    }

    private static String meaning(String text) {
        if (!MEANING.matcher(text).matches()) {
            throw Problem.notFound();
        }
        return text;
    }
}
