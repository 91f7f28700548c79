package dev.parley.recap.format;

import dev.parley.recap.By;
import dev.parley.recap.Link;
import dev.parley.recap.Part;
import dev.parley.recap.Quote;
import dev.parley.recap.Recap;
import dev.parley.recap.Timeline;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * A recap as one page that needs nothing else: no script, no other file, no other host. It is read on a phone, in the dark, and on
 * paper: what is unfolded is printed. The public methods are for its template.
 */
public final class RecapPage {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, RecapPage.class.getClassLoader(), "dev.parley.pages");

    private final Recap recap;
    private final Showing showing;

    private RecapPage(Recap recap, Showing showing) {
        this.recap = recap;
        this.showing = showing;
    }

    /** The whole page. */
    public static String of(Recap recap, Showing showing) {
        StringOutput page = new StringOutput();
        TEMPLATES.render("recap/page.jte", new RecapPage(recap, showing), page);
        return page.toString();
    }

    /** What it shows. */
    public Recap recap() {
        return recap;
    }

    /** A phrase of ours. */
    public String say(RecapPhrase phrase) {
        return showing.say(phrase);
    }

    /** The language of our own words. */
    public String language() {
        return showing.locale().toLanguageTag();
    }

    /** When it was, and where it belongs; may be empty. */
    public String facts() {
        List<String> facts = new ArrayList<>();
        showing.when(recap).ifPresent(facts::add);
        if (!recap.hashtag().isEmpty()) {
            facts.add(recap.hashtag());
        }
        return String.join(" · ", facts);
    }

    /** When something changed last; empty where nothing did. */
    public String updated() {
        return showing.updated(recap).orElse("");
    }

    /** Whether nothing was said. */
    public boolean quiet() {
        return recap.answers() == 0
                && recap.introductions().isEmpty()
                && recap.finals().isEmpty();
    }

    /** Who was new; empty where nobody was. */
    public String newcomers() {
        return showing.names(recap.newcomers())
                .map(names -> showing.say(RecapPhrase.NEWCOMERS, "names", names))
                .orElse("");
    }

    /** "Q3". */
    public String label(int question) {
        return showing.label(question);
    }

    /** A question without its marks. */
    public String question(Part part) {
        return Plain.ofMarkdown(part.question());
    }

    /** How many answers there are. */
    public String count(Part part) {
        return showing.count(part.answers().size(), RecapPhrase.ONE_ANSWER, RecapPhrase.ANSWERS);
    }

    /** What unfolds the answers. */
    public String unfold(Part part) {
        return showing.count(part.answers().size(), RecapPhrase.READ_ANSWER, RecapPhrase.READ_ANSWERS);
    }

    /** Somebody's words. */
    public List<Piece> words(String text) {
        return Piece.of(text);
    }

    /** What somebody is called; empty where it is not known. */
    public String name(By by) {
        return showing.name(by).orElse("");
    }

    /** The links, those of one sentence together. */
    public List<Source> sources() {
        return Source.of(recap);
    }

    /** Where a source leads and who shared it. */
    public String origin(Source source) {
        return source.origin(showing);
    }

    /** When something was said; a later one with its day; empty where it is not known. */
    public String time(Quote quote) {
        return quote.at()
                .map(at -> quote.late() ? showing.day(at) + ", " + showing.time(at) : showing.time(at))
                .orElse("");
    }

    /** The address of a message in its room; empty where there is none, or none that is safe to follow. */
    public String link(Quote quote) {
        return quote.link().filter(Link::is).orElse("");
    }

    /** How many messages were side talk; empty for none. */
    public String side() {
        return recap.side() == 0 ? "" : showing.count(recap.side(), RecapPhrase.ONE_SIDE, RecapPhrase.SIDE);
    }

    /** The drawing. */
    public String chart() {
        return AnswersChart.of(recap, showing);
    }

    /** When a bucket of the drawing begins. */
    public String bucket(Timeline timeline, int bucket) {
        return showing.time(timeline.startOf(bucket));
    }

    /** Whether any answer came later. */
    public boolean later(Timeline timeline) {
        return timeline.rows().stream().anyMatch(row -> row.later() > 0);
    }
}
