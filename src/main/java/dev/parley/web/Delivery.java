package dev.parley.web;

/**
 * Takes what another service delivers. It comes from no page of ours, so no token of a session protects it, and nobody counts how often it
 * comes: whoever takes it looks at its signature first, and throws {@link Problem#forbidden} where that is not good.
 */
@FunctionalInterface
public interface Delivery {

    /**
     * Takes one.
     *
     * @param body as it came, unread
     */
    void take(Visit visit, byte[] body) throws Exception;
}
