package dev.parley.site.coaching;

import dev.parley.coaching.Framework;
import dev.parley.coaching.OwnTime;
import dev.parley.coaching.Principle;
import dev.parley.engine.coaching.CoachingPhrase;
import dev.parley.engine.coaching.Item;
import dev.parley.engine.coaching.MeetingLine;
import dev.parley.engine.coaching.MyJournal;
import dev.parley.engine.coaching.MyPartnership;
import dev.parley.engine.coaching.Myself;
import dev.parley.platform.Choice;
import dev.parley.platform.Note;
import dev.parley.platform.text.Markup;
import dev.parley.voice.Voice;
import dev.parley.web.Frame;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every private page is written on: its frame, its person's zone and language, what is told at its head, and its forms' token. */
public final class Paper {
    private final Frame frame;
    private final Voice voice;
    private final Locale language;
    private final Visitor by;
    private final Here here;
    private final String token;
    private final String site;
    private final @Nullable Note note;
    private final @Nullable String trouble;
    private final Instant now;

    Paper(
            Frame frame,
            Voice voice,
            Visitor by,
            Here here,
            String token,
            String site,
            @Nullable Note note,
            @Nullable String trouble,
            Instant now) {
        this.frame = frame;
        this.voice = voice;
        this.language = Locale.forLanguageTag(voice.say(PagePhrase.LANGUAGE));
        this.by = by;
        this.here = here;
        this.token = token;
        this.site = site;
        this.note = note;
        this.trouble = trouble;
        this.now = now;
    }

    /** The frame under a page's own title. */
    public Frame frame(String title) {
        return new Frame(frame.language(), title, frame.skip(), frame.styles(), frame.scripts());
    }

    /** Who reads it. */
    public Myself self() {
        return by.self();
    }

    /** Whether its reader can go out. */
    public boolean canGoOut() {
        return by.byLink();
    }

    /** What its forms carry. */
    public String token() {
        return token;
    }

    /** What was just done, if anything was. */
    public @Nullable Note note() {
        return note;
    }

    /** Why something was not done. */
    public @Nullable String trouble() {
        return trouble;
    }

    /** Where to go on after something was done. */
    public String back() {
        return here.toString();
    }

    /** Where to go on, at an element; the same page for no element. */
    public String back(String id) {
        return id.isEmpty() ? back() : here.at(id).toString();
    }

    /** An address of ours with the site's before it. */
    String absolute(String path) {
        return site + path;
    }

    /** Whether the reader is on a page of ours. */
    public boolean isAt(String page) {
        return here.page().name().equals(page);
    }

    /** The address of the page on which a form is filled in. */
    public String form(Choice choice, String id) {
        return "/coaching/form/" + choice.meaning() + "?back=" + URLEncoder.encode(back(id), StandardCharsets.UTF_8);
    }

    /** A phrase. */
    public String say(PagePhrase phrase) {
        return voice.say(phrase);
    }

    /** A phrase with a word of somebody's in it. */
    public String say(PagePhrase phrase, String blank, String value) {
        return voice.say(phrase, Map.of(blank, "\u2068" + value + "\u2069"));
    }

    /** A phrase with a number in it. */
    public String say(PagePhrase phrase, String blank, int value) {
        return voice.say(phrase, Map.of(blank, Integer.toString(value)));
    }

    /** Which page of how many. */
    public String pageOf(int page, int pages) {
        return voice.say(PagePhrase.PAGE_OF, Map.of("page", Integer.toString(page), "pages", Integer.toString(pages)));
    }

    /** The name of a principle. */
    public String principle(Principle principle) {
        return voice.say(CoachingPhrase.of(principle));
    }

    /** All principles. */
    public List<Principle> principles() {
        return List.of(Principle.values());
    }

    /** Who can see an item; empty for its writer alone. */
    public Optional<String> openness(Item item) {
        return switch (item.openness()) {
            case MINE -> Optional.empty();
            case CHOSEN -> Optional.of(say(PagePhrase.CHOSEN));
            case OPEN -> Optional.of(say(PagePhrase.OPEN_TO_ALL));
        };
    }

    /** Light Markdown as HTML. */
    public String rich(String markdown) {
        return Markup.ofFacilitator(markdown, site);
    }

    /** A person's own words as HTML. */
    public String words(String text) {
        return Markup.ofPerson(text);
    }

    /** People's names in a row. */
    public String names(List<String> names) {
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> names.getFirst();
            default ->
                voice.say(
                        PagePhrase.NAMES,
                        Map.of(
                                "names", String.join(", ", names.subList(0, names.size() - 1)),
                                "last", names.getLast()));
        };
    }

    private ZoneId zone() {
        return by.self().time().zone();
    }

    /** The reader's zone as people call it. */
    public String zoneName() {
        return zone().getDisplayName(TextStyle.FULL, language);
    }

    /** A day as its reader's clock has it. */
    public String day(Instant at) {
        return day(at.atZone(zone()).toLocalDate());
    }

    /** A day. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMMEEEEd")
                .withLocale(language)
                .format(day);
    }

    /** A day in few letters. */
    public String shortDay(Instant at) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMd")
                .withLocale(language)
                .format(at.atZone(zone()));
    }

    /** A month. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMM")
                .withLocale(language)
                .format(month);
    }

    /** From when to when on the reader's clock. */
    public String span(Instant start, Instant end) {
        ZonedDateTime from = start.atZone(zone());
        ZonedDateTime to = end.atZone(zone());
        String last = from.toLocalDate().equals(to.toLocalDate())
                ? clock(to.toLocalTime())
                : day(to.toLocalDate()) + ", " + clock(to.toLocalTime());
        return day(from.toLocalDate()) + ", " + clock(from.toLocalTime()) + " – " + last;
    }

    /** A time of day. */
    public String clock(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(language)
                .format(time);
    }

    /** The reader's clock in a sentence. */
    public String clockWords() {
        OwnTime time = by.self().time();
        return time.quietFrom().equals(time.quietTo())
                ? voice.say(PagePhrase.CLOCK_OPEN, Map.of("zone", zoneName()))
                : voice.say(
                        PagePhrase.CLOCK_QUIET,
                        Map.of("zone", zoneName(), "from", clock(time.quietFrom()), "to", clock(time.quietTo())));
    }

    /** The others' names; who has nobody there is told so. */
    public String others(MyPartnership partnership) {
        List<String> others = partnership.members().stream()
                .filter(member -> !member.me())
                .map(MyPartnership.Member::name)
                .toList();
        return others.isEmpty() ? say(PagePhrase.ALONE) : names(others);
    }

    /** The meetings that are not over. */
    public List<MeetingLine> toCome(List<MeetingLine> meetings) {
        return meetings.stream().filter(meeting -> now.isBefore(meeting.end())).toList();
    }

    /** The meetings that are over, the latest first. */
    public List<MeetingLine> past(List<MeetingLine> meetings) {
        return meetings.reversed().stream()
                .filter(meeting -> !now.isBefore(meeting.end()))
                .toList();
    }

    /** An instant for programs. */
    public static String iso(Instant at) {
        return at.toString();
    }

    /** How the reader placed themselves over time, as a drawing; empty where they have not yet. */
    public String drawing(MyJournal.Continuum continuum, String id) {
        return new ContinuumDrawing(continuum, this).svg(id);
    }

    /** Where the reader placed themselves last. */
    public Optional<String> latest(MyJournal.Continuum continuum) {
        return continuum.placed().reversed().stream()
                .flatMap(placed -> step(continuum, placed).stream())
                .map(Framework.Step::title)
                .findFirst();
    }

    /** A sentence about one place. */
    String placed(Instant at, String step) {
        return voice.say(PagePhrase.PLACED, Map.of("day", shortDay(at), "step", step));
    }

    /** The step on which the reader placed themselves. */
    public Optional<Framework.Step> step(MyJournal.Continuum continuum, MyJournal.Placed placed) {
        return continuum.domain().steps().stream()
                .filter(step -> step.name().equals(placed.step()))
                .findFirst();
    }
}
