package dev.parley.web;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * How the server is reached and guarded.
 *
 * @param address the address to listen on; {@code 127.0.0.1} unless told otherwise
 * @param port the port, 0 for any that is free
 * @param site the address that people use, where it is another than the one listened on; https makes cookies secure
 * @param names further host names under which pages are served; loopback's own and the site's always are
 * @param behindProxy whether the last {@code X-Forwarded-For} is to be believed
 * @param secret signs cookies; at least 32 bytes
 * @param controlToken lets a second process on this machine in; empty closes {@code /control}
 * @param limits how much is let through
 */
public record ServerSettings(
        String address,
        int port,
        Optional<URI> site,
        Set<String> names,
        boolean behindProxy,
        byte[] secret,
        Optional<String> controlToken,
        Limits limits) {

    public ServerSettings {
        names = Set.copyOf(names);
        secret = secret.clone();
        if (secret.length < 32) {
            throw new IllegalArgumentException("The secret that signs cookies needs at least 32 bytes");
        }
    }

    /** Loopback, any free port, nothing more. */
    public static ServerSettings loopback(byte[] secret) {
        return new ServerSettings(
                "127.0.0.1", 0, Optional.empty(), Set.of(), false, secret, Optional.empty(), Limits.USUAL);
    }

    /** The same, with another port. */
    public ServerSettings at(int otherPort) {
        return new ServerSettings(address, otherPort, site, names, behindProxy, secret, controlToken, limits);
    }

    /** The same, with the site's address. */
    public ServerSettings under(URI siteAddress) {
        return new ServerSettings(
                address, port, Optional.of(siteAddress), names, behindProxy, secret, controlToken, limits);
    }

    /** The same, open to a second process that has this token. */
    public ServerSettings controlledBy(String token) {
        return new ServerSettings(address, port, site, names, behindProxy, secret, Optional.of(token), limits);
    }

    /** The same, within other limits. */
    public ServerSettings within(Limits others) {
        return new ServerSettings(address, port, site, names, behindProxy, secret, controlToken, others);
    }

    /** Whether people come by https, so that cookies must not travel otherwise. */
    boolean secure() {
        return site.map(uri -> "https".equalsIgnoreCase(uri.getScheme())).orElse(false);
    }

    /**
     * How much is let through. A school shares one address, so the limits of an address are wide.
     *
     * @param bodyBytes the largest request body
     * @param reading requests that read, for each address
     * @param writing requests that change something, for each address
     * @param writingEach requests that change something, for each session
     * @param guessing tries at one-time links, for each address
     * @param streamsEach event streams open at once for each session
     * @param streams event streams open at once in all
     */
    public record Limits(
            int bodyBytes, Rate reading, Rate writing, Rate writingEach, Rate guessing, int streamsEach, int streams) {

        /** For one community. */
        public static final Limits USUAL = new Limits(
                64 * 1024, new Rate(1000, 100), new Rate(600, 60), new Rate(40, 2), new Rate(20, 0.2), 12, 5000);
    }
}
