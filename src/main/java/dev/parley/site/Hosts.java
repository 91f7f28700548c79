package dev.parley.site;

import dev.parley.conversation.PersonId;
import java.util.Optional;

/** Knows who may sit at the desk. */
@FunctionalInterface
public interface Hosts {

    /** The person behind a browser's account, if they host the community. */
    Optional<PersonId> host(String account);
}
