package dev.parley.web;

/** What a visitor reads when something is not there or did not work. */
public interface Problems {

    /** One sentence for this HTTP status. */
    String sentence(int status);

    /** A whole page for this HTTP status. */
    String page(int status);
}
