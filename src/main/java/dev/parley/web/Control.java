package dev.parley.web;

import java.util.Map;

/** Carries out what a second process on this machine asks for. */
@FunctionalInterface
public interface Control {

    /**
     * Does it.
     *
     * @param values what was sent along
     * @return what to print
     * @throws IllegalArgumentException where it cannot be done, with a sentence that says why
     */
    String carryOut(Map<String, String> values) throws Exception;
}
