package dev.parley.platform.web;

/**
 * A room to serve.
 *
 * @param id what its address says, of lower-case letters, digits and hyphens
 * @param title what it is called
 */
public record WebRoom(String id, String title) {

    public WebRoom {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,59}")) {
            throw new IllegalArgumentException(
                    "A web room is named by lower-case letters, digits and hyphens, not \"" + id + "\"");
        }
    }
}
