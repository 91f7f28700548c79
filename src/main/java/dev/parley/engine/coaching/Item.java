package dev.parley.engine.coaching;

import dev.parley.coaching.Principle;
import dev.parley.platform.Choice;
import java.time.Instant;
import java.util.List;

/**
 * Something that a person wrote when they were asked.
 *
 * @param id of letters, digits and hyphens; no two of a person are the same
 * @param met the meeting, or whatever else it is about
 * @param asked the question, as light Markdown
 * @param words their own, as they stand
 * @param written when they were first written
 * @param tags every domain with which it can be tagged
 * @param sharing what can be done about who sees it
 * @param keeping what can be done with it: edit, delete
 */
public record Item(
        String id,
        Met met,
        Principle principle,
        String asked,
        String words,
        Instant written,
        Openness openness,
        boolean withProgramme,
        List<Tag> tags,
        List<Choice> sharing,
        List<Choice> keeping) {

    public Item {
        tags = List.copyOf(tags);
        sharing = List.copyOf(sharing);
        keeping = List.copyOf(keeping);
    }

    /** Who can see it. */
    public enum Openness {
        /** Its writer alone, who has not chosen to share it. */
        MINE,
        /** Its writer, who has chosen to share it; the others have not all done so. */
        CHOSEN,
        /** Everybody in the partnership. */
        OPEN
    }

    /**
     * What items are about.
     *
     * @param id of letters, digits and hyphens; the same for all items of a meeting
     * @param title what people see
     * @param at when it was
     */
    public record Met(String id, String title, Instant at) {}

    /**
     * A domain of a framework on an item.
     *
     * @param framework its name
     * @param domain its name
     * @param set whether the item has it
     * @param meaning of the choice that sets it, or takes it away where it is set
     */
    public record Tag(String framework, String domain, boolean set, String meaning) {}
}
