package dev.parley.site.coaching;

import dev.parley.engine.coaching.Item;
import dev.parley.engine.coaching.MyJournal;
import dev.parley.recap.format.Escape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A journal to take along, as Markdown. People's words are quoted, line by line, so that nothing in them is read as markup. */
final class JournalMarkdown {
    private final Paper paper;
    private final List<String> blocks = new ArrayList<>();

    JournalMarkdown(Paper paper) {
        this.paper = paper;
    }

    /** The whole journal, the latest first, ending with a line break. */
    String of(MyJournal journal) {
        blocks.add("# " + Escape.heading(paper.say(PagePhrase.JOURNAL)));
        Reading.meetings(journal.items()).forEach(meeting -> meeting(journal, meeting));
        journal.continua().forEach(this::continuum);
        return String.join("\n\n", blocks) + "\n";
    }

    private void meeting(MyJournal journal, Reading.Meeting meeting) {
        blocks.add("## " + Escape.heading(paper.day(meeting.met().at())) + "\n\n"
                + Escape.heading(meeting.met().title()));
        meeting.items().forEach(item -> item(journal, item));
    }

    private void item(MyJournal journal, Item item) {
        blocks.add("### " + item.asked().lines().collect(Collectors.joining(" ")));
        blocks.add(
                item.words().lines().map(line -> "> " + Escape.markdown(line)).collect(Collectors.joining("\\\n")));
        List<String> about = new ArrayList<>(List.of(paper.principle(item.principle())));
        item.tags().stream()
                .filter(Item.Tag::set)
                .map(tag -> Reading.title(journal.standards(), tag))
                .flatMap(Optional::stream)
                .forEach(about::add);
        blocks.add(Escape.heading(String.join(" · ", about)));
    }

    private void continuum(MyJournal.Continuum continuum) {
        List<String> lines = new ArrayList<>();
        continuum
                .placed()
                .forEach(placed -> paper.step(continuum, placed)
                        .ifPresent(step -> lines.add("- " + Escape.heading(paper.placed(placed.at(), step.title())))));
        if (!lines.isEmpty()) {
            blocks.add("## " + Escape.heading(continuum.domain().title()));
            blocks.add(String.join("\n", lines));
        }
    }
}
