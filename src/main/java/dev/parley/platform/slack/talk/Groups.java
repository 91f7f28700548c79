package dev.parley.platform.slack.talk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.slack.wire.Rooms.Person;
import dev.parley.platform.slack.wire.WebApi;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is in the user groups whose members host. */
final class Groups {
    private static final Logger LOG = LoggerFactory.getLogger(Groups.class);

    private final WebApi api;
    private final Set<String> groups;
    private final Cache<Group, Set<String>> members =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    private record Group(String team, String id) {}

    Groups(WebApi api, Set<String> groups) {
        this.api = api;
        this.groups = groups;
    }

    /** Whether somebody is in one of them; not where Slack does not tell. */
    boolean have(Person person) {
        try {
            return members(person.team()).contains(person.user());
        } catch (Refused | Unreachable untold) {
            LOG.warn("Who hosts by a user group is not known now: {}", untold.getMessage());
            return false;
        }
    }

    /** Everybody in one of those of a workspace. Throws {@link Refused} or {@link Unreachable}. */
    Set<String> members(String team) {
        Set<String> all = new HashSet<>();
        groups.stream()
                .filter(group -> Hosts.team(group, team).equals(team))
                .forEach(group -> all.addAll(members.get(new Group(team, Hosts.bare(group)), this::asked)));
        return all;
    }

    /** A group that is not there has nobody in it. */
    private Set<String> asked(Group group) {
        return api.read(
                        group.team(),
                        methods -> methods.usergroupsUsersList(request -> request.usergroup(group.id())),
                        "no_such_subteam",
                        "subteam_not_found")
                .flatMap(answer -> Optional.ofNullable(answer.getUsers()))
                .map(Set::copyOf)
                .orElse(Set.of());
    }
}
