package dev.parley.web;

/** Answers a visit. May block; each visit has a thread of its own. May throw {@link Problem}. */
@FunctionalInterface
public interface Page {

    /** Answers. */
    void answer(Visit visit) throws Exception;
}
