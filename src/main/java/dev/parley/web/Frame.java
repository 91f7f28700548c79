package dev.parley.web;

import java.util.List;

/**
 * What goes around every page.
 *
 * @param language the page's language, as in {@code en}
 * @param title what the browser's tab says
 * @param skip the words of the link that leads past the head of the page
 * @param styles addresses of style sheets
 * @param scripts addresses of scripts
 */
public record Frame(String language, String title, String skip, List<String> styles, List<String> scripts) {

    public Frame {
        styles = List.copyOf(styles);
        scripts = List.copyOf(scripts);
    }
}
