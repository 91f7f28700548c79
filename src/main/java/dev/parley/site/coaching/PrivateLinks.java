package dev.parley.site.coaching;

import dev.parley.platform.Account;
import dev.parley.web.OneTimeLinks;
import java.time.Duration;
import java.util.Optional;

/**
 * The ways to the private pages for people who have no browser in the web room: a link that works once, for a quarter of an hour. It lives
 * in memory, so it leads into the process that made it.
 */
public final class PrivateLinks {
    /** How long a link works. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    private static final String PURPOSE = "coaching";

    private final OneTimeLinks links;

    /** Links among these. */
    public PrivateLinks(OneTimeLinks links) {
        this.links = links;
    }

    /** Makes a link for an account, to be told to its person alone. Returns its path: {@code "/coaching/in/…"}. */
    public String make(Account account) {
        return "/coaching/in/" + links.make(PURPOSE, subject(account), LIFE);
    }

    /** Whether a link can be used; looking does not use it up. */
    boolean works(String token) {
        return links.subject(PURPOSE, token).isPresent();
    }

    /** Uses a link up; empty where it does not work. */
    Optional<Account> use(String token) {
        return links.use(PURPOSE, token).map(PrivateLinks::account);
    }

    /** An account as the subject of a session. No platform has a blank in its name. */
    static String subject(Account account) {
        return account.platform() + " " + account.id();
    }

    static Account account(String subject) {
        int blank = subject.indexOf(' ');
        return new Account(subject.substring(0, blank), subject.substring(blank + 1));
    }
}
