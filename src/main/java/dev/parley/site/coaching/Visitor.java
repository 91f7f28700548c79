package dev.parley.site.coaching;

import dev.parley.engine.coaching.Myself;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;

/**
 * Somebody who is in.
 *
 * @param byLink whether they came by a private link, so that they can go out again; others are in for as long as they are in the room
 */
record Visitor(Account account, Myself self, boolean byLink) {

    Caller caller() {
        return new Caller(account, self.name());
    }
}
