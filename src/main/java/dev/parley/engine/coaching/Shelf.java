package dev.parley.engine.coaching;

import dev.parley.platform.Choice;
import java.util.List;

/**
 * What people put there for all: resources and examples.
 *
 * @param sections by domain, in the order of the framework; also those on which nothing stands
 * @param choices what can be done: put something there
 */
public record Shelf(List<Section> sections, List<Choice> choices) {

    public Shelf {
        sections = List.copyOf(sections);
        choices = List.copyOf(choices);
    }

    /**
     * A board of the shelf.
     *
     * @param title of the domain
     * @param about what belongs there
     */
    public record Section(String title, String about, List<Resource> resources) {

        public Section {
            resources = List.copyOf(resources);
        }
    }

    /**
     * Something on it.
     *
     * @param text in the words of who put it there; web addresses in it become links
     * @param by the name of who put it there
     * @param choices take back, for who put it there
     */
    public record Resource(String text, String by, List<Choice> choices) {

        public Resource {
            choices = List.copyOf(choices);
        }
    }
}
