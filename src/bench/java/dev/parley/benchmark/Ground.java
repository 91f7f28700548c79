package dev.parley.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Where people are written to in private: a local platform in a process of its own. */
interface Ground extends AutoCloseable {

    /** Where it is, and what it knows the bot by. */
    List<String> address();

    /** How many letters a second it lets through at most. */
    double pace();

    /**
     * Lets many people come.
     *
     * @param known whether private rooms with them are known from before
     * @return the account of each, and, behind a space, the private room where it is known
     */
    List<String> people(int count, boolean known);

    /** Asks for what changes nothing. */
    JsonNode ask(String verb);

    /** Has something done. */
    JsonNode tell(String verb, Map<String, ?> what);

    @Override
    void close();
}
