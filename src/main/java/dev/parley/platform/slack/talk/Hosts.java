package dev.parley.platform.slack.talk;

import dev.parley.platform.slack.wire.Rooms.Person;
import java.util.Optional;
import java.util.Set;

/**
 * Who hosts, by the settings.
 *
 * @param users ids of people: {@code U123}, or {@code T123/U123} where there are several workspaces
 * @param groups ids of user groups, written likewise
 * @param panel the private channel of the hosts, written likewise
 */
public record Hosts(Set<String> users, Set<String> groups, Optional<String> panel) {

    private static final char IN = '/';

    boolean names(Person person) {
        return users.contains(person.user()) || users.contains(person.team() + IN + person.user());
    }

    /** The workspace that an id names, or the one where something else is. */
    static String team(String id, String otherwise) {
        int at = id.indexOf(IN);
        return at < 0 ? otherwise : id.substring(0, at);
    }

    /** An id as Slack's methods take it. */
    static String bare(String id) {
        return id.substring(id.indexOf(IN) + 1);
    }
}
