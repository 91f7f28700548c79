package dev.parley.recap.format;

import dev.parley.recap.By;
import dev.parley.recap.Recap;
import dev.parley.recap.Shared;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A sentence in which links were shared.
 *
 * @param sentence as it was said, with its links
 * @param by who said it
 * @param hosts where the links lead, each host once
 */
public record Source(String sentence, By by, List<String> hosts) {

    public Source {
        hosts = List.copyOf(hosts);
    }

    /** The sources of a recap: links of one sentence together. */
    static List<Source> of(Recap recap) {
        List<Source> sources = new ArrayList<>();
        for (Shared shared : recap.shared()) {
            Set<String> hosts = new LinkedHashSet<>();
            if (!sources.isEmpty()
                    && sources.getLast().sentence().equals(shared.sentence())
                    && sources.getLast().by().equals(shared.by())) {
                hosts.addAll(sources.removeLast().hosts());
            }
            hosts.add(shared.host());
            sources.add(new Source(shared.sentence(), shared.by(), List.copyOf(hosts)));
        }
        return sources;
    }

    /** "example.org, from Sofie". */
    String origin(Showing showing) {
        String places = String.join(", ", hosts);
        return showing.name(by)
                .map(name -> places + ", " + showing.say(RecapPhrase.SHARED_BY, "name", Plain.isolated(name)))
                .orElse(places);
    }
}
