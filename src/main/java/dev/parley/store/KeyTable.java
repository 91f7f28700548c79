package dev.parley.store;

import dev.parley.conversation.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Keys in a table, for a database that lets go of deleted rows. */
final class KeyTable implements KeyChest {

    @Override
    public Drawer open(Handle handle) {
        return new TableDrawer(handle);
    }

    private record TableDrawer(Handle handle) implements Drawer {

        @Override
        public void put(String community, PersonId person, byte[] sealed) {
            handle.createUpdate(
                            "insert into person_key (community, person, sealed) values (:community, :person, :sealed)")
                    .bind("community", community)
                    .bind("person", person.value())
                    .bind("sealed", sealed)
                    .execute();
        }

        @Override
        public Map<PersonId, byte[]> find(String community, Collection<PersonId> people) {
            return find(community, people, "");
        }

        @Override
        public Map<PersonId, byte[]> hold(String community, Collection<PersonId> people) {
            return find(community, people, "for key share");
        }

        private Map<PersonId, byte[]> find(String community, Collection<PersonId> people, String holding) {
            if (people.isEmpty()) {
                return Map.of();
            }
            List<String> ids = people.stream().map(PersonId::value).toList();
            return handle
                    .createQuery("""
                            select person, sealed from person_key
                            where community = :community and person = any(:people) <holding>
                            """)
                    .define("holding", holding)
                    .bind("community", community)
                    .bindArray("people", String.class, ids)
                    .map((row, context) -> Map.entry(new PersonId(row.getString("person")), row.getBytes("sealed")))
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public void remove(String community, PersonId person) {
            handle.createUpdate("delete from person_key where community = :community and person = :person")
                    .bind("community", community)
                    .bind("person", person.value())
                    .execute();
        }
    }
}
