package dev.parley.store;

import dev.parley.conversation.PersonId;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Where the sealed keys of people lie: outside of a database whose file keeps what was deleted. */
interface KeyChest extends AutoCloseable {

    /** What one transaction sees of it. */
    Drawer open(Handle handle);

    @Override
    default void close() {}

    /** The chest within one transaction. */
    interface Drawer {
        void put(String community, PersonId person, byte[] sealed);

        /** The sealed keys of those people who have one. */
        Map<PersonId, byte[]> find(String community, Collection<PersonId> people);

        /** The sealed keys of those people who have one. Nobody else throws them away before this transaction is over. */
        Map<PersonId, byte[]> hold(String community, Collection<PersonId> people);

        /** Throws a key away, once nobody else holds it: it is gone for good when {@link #committed} has returned. */
        void remove(String community, PersonId person);

        /** The transaction is about to be committed: keys that were put must be durable before it is. */
        default void committing() {}

        default void committed() {}

        default void rolledBack() {}
    }
}
