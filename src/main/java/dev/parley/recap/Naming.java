package dev.parley.recap;

import dev.parley.conversation.PersonId;
import java.util.Set;

/**
 * Whose names a recap shows.
 *
 * @param shown the series' setting
 * @param unnamed people who do not want their name shown, whatever the series says
 */
public record Naming(boolean shown, Set<PersonId> unnamed) {

    public Naming {
        unnamed = Set.copyOf(unnamed);
    }

    /** Everybody's name is shown. */
    public static final Naming ALL = new Naming(true, Set.of());

    /** Nobody's name is shown. */
    public static final Naming NONE = new Naming(false, Set.of());

    /** Whether the name of this person may be shown. */
    boolean names(PersonId person) {
        return shown && !unnamed.contains(person);
    }
}
