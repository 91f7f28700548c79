package dev.parley.store;

import com.fasterxml.jackson.databind.jsontype.NamedType;
import dev.parley.conversation.Letter;

/** A letter for tests: what letters say belongs to who writes them. */
public record SampleLetter(String about) implements Letter {

    /** Lets the store read and write such letters from now on. */
    public static void know() {
        Json.MAPPER.registerSubtypes(new NamedType(SampleLetter.class, "sample"));
        Json.MAPPER.clearCaches();
    }
}
