package dev.parley.site.coaching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.platform.Note;
import java.util.Optional;

/**
 * What is to be told on the next page of a session, once. It is kept in memory and never stored: what it speaks of is done in any case.
 */
final class Said {
    private static final int MOST = 10_000;

    private final Cache<String, Note> notes =
            Caffeine.newBuilder().maximumSize(MOST).build();

    void keep(String session, Note note) {
        notes.put(session, note);
    }

    Optional<Note> take(String session) {
        return Optional.ofNullable(notes.asMap().remove(session));
    }
}
