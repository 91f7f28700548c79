package dev.parley.platform;

/**
 * Somebody who asks for something.
 *
 * @param name what they are called there
 * @param host whether the platform's own settings (a named person, a role) make them a host; those who became hosts in another way are
 *     known without it
 */
public record Caller(Account account, String name, boolean host) {

    /** Somebody of whom the platform says nothing more. */
    public Caller(Account account, String name) {
        this(account, name, false);
    }
}
