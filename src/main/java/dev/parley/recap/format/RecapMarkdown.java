package dev.parley.recap.format;

import dev.parley.recap.Answer;
import dev.parley.recap.Highlight;
import dev.parley.recap.Link;
import dev.parley.recap.Part;
import dev.parley.recap.Quote;
import dev.parley.recap.Recap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A recap as Markdown (CommonMark). */
public final class RecapMarkdown {

    private final Recap recap;
    private final Showing showing;
    private final List<String> blocks = new ArrayList<>();

    private RecapMarkdown(Recap recap, Showing showing) {
        this.recap = recap;
        this.showing = showing;
    }

    /** The whole recap, ending with a line break. */
    public static String of(Recap recap, Showing showing) {
        return new RecapMarkdown(recap, showing).write();
    }

    private String write() {
        head();
        recap.parts().forEach(this::part);
        section(RecapPhrase.INTRODUCTIONS, recap.introductions());
        section(RecapPhrase.FINAL_THOUGHTS, recap.finals());
        shared();
        if (recap.side() > 0) {
            blocks.add(Escape.heading(showing.count(recap.side(), RecapPhrase.ONE_SIDE, RecapPhrase.SIDE)));
        }
        return String.join("\n\n", blocks) + "\n";
    }

    private void head() {
        blocks.add("# " + Escape.heading(recap.title()));
        List<String> facts = new ArrayList<>();
        showing.when(recap).ifPresent(facts::add);
        if (!recap.hashtag().isEmpty()) {
            facts.add(recap.hashtag());
        }
        showing.updated(recap).ifPresent(facts::add);
        if (!facts.isEmpty()) {
            blocks.add(Escape.heading(String.join(" · ", facts)));
        }
        boolean quiet = recap.answers() == 0
                && recap.introductions().isEmpty()
                && recap.finals().isEmpty();
        blocks.add(Escape.heading(showing.say(quiet ? RecapPhrase.NOTHING : RecapPhrase.THANKS)));
        showing.names(recap.newcomers())
                .ifPresent(names -> blocks.add(Escape.heading(showing.say(RecapPhrase.NEWCOMERS, "names", names))));
    }

    private void part(Part part) {
        blocks.add("## "
                + Escape.heading((showing.label(part.number()) + ". " + Plain.ofMarkdown(part.question())).strip()));
        for (Highlight highlight : part.highlights()) {
            String by = byline(highlight.of()).map(name -> "  \n> — " + name).orElse("");
            blocks.add("> " + Escape.markdown(highlight.text()) + by);
        }
        if (part.answers().isEmpty()) {
            blocks.add(Escape.heading(showing.say(RecapPhrase.NO_ANSWERS)));
            return;
        }
        blocks.add("### "
                + Escape.heading(showing.count(part.answers().size(), RecapPhrase.ONE_ANSWER, RecapPhrase.ANSWERS)));
        List<String> lines = new ArrayList<>();
        for (Answer answer : part.answers()) {
            for (Quote quote : answer.parts()) {
                lines.add((quote == answer.first() ? "- " : "  - ") + line(quote, quote == answer.first()));
            }
        }
        blocks.add(String.join("\n", lines));
    }

    private String line(Quote quote, boolean first) {
        String by = first ? byline(quote).map(name -> "**" + name + "**: ").orElse("") : "";
        String guess = quote.sure() ? "" : " *(" + Escape.heading(showing.say(RecapPhrase.GUESS)) + ")*";
        String link = quote.link()
                .filter(Link::is)
                .map(url -> " [" + Escape.heading(showing.say(RecapPhrase.IN_THE_ROOM)) + "](<" + url + ">)")
                .orElse("");
        return by + Escape.markdown(quote.text()) + guess + link;
    }

    private Optional<String> byline(Quote quote) {
        Optional<String> name = showing.name(quote.by());
        if (!quote.late()) {
            return name.map(Escape::heading);
        }
        return Optional.of(
                Escape.heading(name.map(known -> showing.say(RecapPhrase.BYLINE_LATER, "name", Plain.isolated(known)))
                        .orElse(showing.say(RecapPhrase.LATER))));
    }

    private void section(RecapPhrase heading, List<Quote> quotes) {
        if (quotes.isEmpty()) {
            return;
        }
        blocks.add("## " + Escape.heading(showing.say(heading)));
        blocks.add(String.join(
                "\n", quotes.stream().map(quote -> "- " + line(quote, true)).toList()));
    }

    private void shared() {
        if (recap.shared().isEmpty()) {
            return;
        }
        blocks.add("## " + Escape.heading(showing.say(RecapPhrase.SHARED)));
        blocks.add(String.join("\n", Source.of(recap).stream().map(this::source).toList()));
    }

    private String source(Source source) {
        return "- " + Escape.markdown(source.sentence()) + " (" + Escape.heading(source.origin(showing)) + ")";
    }
}
