package dev.parley.web;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The host names under which pages are served. A page of a stranger whose name was made to point at this machine (DNS rebinding)
 * sends its own name along and gets nothing.
 */
final class ServedNames {
    private final Set<String> names = new TreeSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));

    ServedNames(ServerSettings settings) {
        settings.names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        settings.site().map(site -> site.getHost()).ifPresent(name -> names.add(name.toLowerCase(Locale.ROOT)));
        names.add(settings.address().toLowerCase(Locale.ROOT));
        names.remove("0.0.0.0");
    }

    /** Whether a Host header names us; the port is of no matter. */
    boolean serve(String host) {
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > 0 && colon > host.lastIndexOf(']');
        String name = hasPort ? host.substring(0, colon) : host;
        return names.contains(name.toLowerCase(Locale.ROOT));
    }
}
