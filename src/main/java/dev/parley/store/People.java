package dev.parley.store;

import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who is known, under which accounts, and who hosts. */
final class People {
    private static final int ID_BYTES = 16;
    private static final String PERSON = """
            select p.id, p.name, h.person as host from person p
            left join host h on h.community = p.community and h.person = p.id
            where p.community = :community
            """;

    private final Handle handle;
    private final PersonKeys keys;

    People(Handle handle, PersonKeys keys) {
        this.handle = handle;
        this.keys = keys;
    }

    private record Sealed(PersonId id, byte[] name, boolean host) {}

    Optional<Person> byAccount(String community, String platform, String account) {
        return handle.createQuery("""
                        select person from account
                        where community = :community and platform = :platform and hash = :hash
                        """)
                .bind("community", community)
                .bind("platform", platform)
                .bind("hash", keys.account(community, platform, account))
                .map((row, context) -> new PersonId(row.getString("person")))
                .findOne()
                .flatMap(id -> person(community, id));
    }

    Map<String, String> accounts(String community, PersonId person) {
        Optional<SecretKey> key = keys.find(community, person);
        if (key.isEmpty()) {
            return Map.of();
        }
        Map<String, String> accounts = new TreeMap<>();
        handle.createQuery("select platform, sealed from account where community = :community and person = :person")
                .bind("community", community)
                .bind("person", person.value())
                .map((row, context) -> Map.entry(row.getString("platform"), row.getBytes("sealed")))
                .forEach(one -> PersonKeys.unseal(
                                key.get(), accountContext(community, person, one.getKey()), one.getValue())
                        .ifPresent(account -> accounts.put(one.getKey(), account)));
        return accounts;
    }

    private record SealedAccount(PersonId person, String platform, byte[] sealed) {}

    Map<PersonId, Map<String, String>> accounts(String community) {
        List<SealedAccount> all = handle.createQuery(
                        "select person, platform, sealed from account where community = :community")
                .bind("community", community)
                .map((row, context) -> new SealedAccount(
                        new PersonId(row.getString("person")), row.getString("platform"), row.getBytes("sealed")))
                .list();
        Map<PersonId, SecretKey> found =
                keys.find(community, all.stream().map(SealedAccount::person).collect(Collectors.toSet()));
        Map<PersonId, Map<String, String>> accounts = new HashMap<>();
        for (SealedAccount one : all) {
            Optional.ofNullable(found.get(one.person()))
                    .flatMap(key -> PersonKeys.unseal(
                            key, accountContext(community, one.person(), one.platform()), one.sealed()))
                    .ifPresent(account -> accounts.computeIfAbsent(one.person(), _ -> new TreeMap<>())
                            .put(one.platform(), account));
        }
        return accounts;
    }

    Map<String, RoomId> privateRooms(String community, PersonId person) {
        Optional<SecretKey> key = keys.find(community, person);
        if (key.isEmpty()) {
            return Map.of();
        }
        Map<String, RoomId> rooms = new TreeMap<>();
        handle.createQuery("""
                        select platform, room from account
                        where community = :community and person = :person and room is not null
                        """)
                .bind("community", community)
                .bind("person", person.value())
                .map((row, context) -> Map.entry(row.getString("platform"), row.getBytes("room")))
                .forEach(one -> PersonKeys.unseal(
                                key.get(), roomContext(community, person, one.getKey()), one.getValue())
                        .ifPresent(room -> rooms.put(one.getKey(), RoomId.of(room))));
        return rooms;
    }

    void keepPrivateRoom(String community, PersonId person, RoomId room) {
        keys.find(community, person)
                .ifPresent(key -> keep(
                        community,
                        person,
                        room.platform(),
                        PersonKeys.seal(key, roomContext(community, person, room.platform()), room.toString())));
    }

    void dropPrivateRoom(String community, PersonId person, String platform) {
        keep(community, person, platform, null);
    }

    private void keep(String community, PersonId person, String platform, byte @Nullable [] room) {
        handle.createUpdate("""
                        update account set room = :room
                        where community = :community and person = :person and platform = :platform
                        """)
                .bind("community", community)
                .bind("person", person.value())
                .bind("platform", platform)
                .bind("room", room)
                .execute();
    }

    Optional<Person> person(String community, PersonId person) {
        List<Sealed> found = handle.createQuery(PERSON + " and p.id = :person")
                .bind("community", community)
                .bind("person", person.value())
                .map((row, context) -> sealed(row))
                .list();
        return unsealed(community, found).stream().findFirst();
    }

    List<Person> all(String community) {
        return unsealed(
                community,
                handle.createQuery(PERSON)
                        .bind("community", community)
                        .map((row, context) -> sealed(row))
                        .list());
    }

    private static Sealed sealed(ResultSet row) throws SQLException {
        return new Sealed(new PersonId(row.getString("id")), row.getBytes("name"), row.getString("host") != null);
    }

    private List<Person> unsealed(String community, List<Sealed> people) {
        Map<PersonId, SecretKey> found =
                keys.find(community, people.stream().map(Sealed::id).collect(Collectors.toSet()));
        return people.stream()
                .flatMap(one -> Optional.ofNullable(found.get(one.id()))
                        .flatMap(key -> PersonKeys.unseal(key, nameContext(community, one.id()), one.name()))
                        .map(name -> new Person(one.id(), name, one.host()))
                        .stream())
                .toList();
    }

    Person introduce(String community, String platform, String account, String name) {
        return byAccount(community, platform, account).orElseGet(() -> {
            PersonId id = new PersonId(HexFormat.of().formatHex(Sealing.random(ID_BYTES)));
            SecretKey key = create(community, id, name);
            if (addAccount(community, id, key, platform, account)) {
                return new Person(id, name, false);
            }
            erase(community, id);
            return byAccount(community, platform, account).orElseThrow();
        });
    }

    private SecretKey create(String community, PersonId id, String name) {
        byte[] bytes = Sealing.random(Sealing.KEY_BYTES);
        SecretKey key = Sealing.key(bytes);
        handle.createUpdate("insert into person (community, id, name) values (:community, :id, :name)")
                .bind("community", community)
                .bind("id", id.value())
                .bind("name", PersonKeys.seal(key, nameContext(community, id), name))
                .execute();
        keys.put(community, id, bytes);
        return key;
    }

    private boolean addAccount(String community, PersonId person, SecretKey key, String platform, String account) {
        return handle.createUpdate("""
                                insert into account (community, platform, hash, person, sealed)
                                values (:community, :platform, :hash, :person, :sealed)
                                on conflict do nothing
                                """)
                        .bind("community", community)
                        .bind("platform", platform)
                        .bind("hash", keys.account(community, platform, account))
                        .bind("person", person.value())
                        .bind("sealed", PersonKeys.seal(key, accountContext(community, person, platform), account))
                        .execute()
                == 1;
    }

    void rename(String community, PersonId person, String name) {
        keys.find(community, person)
                .ifPresent(key -> handle.createUpdate(
                                "update person set name = :name where community = :community and id = :person")
                        .bind("community", community)
                        .bind("person", person.value())
                        .bind("name", PersonKeys.seal(key, nameContext(community, person), name))
                        .execute());
    }

    void makeHost(String community, PersonId person) {
        handle.createUpdate("""
                        insert into host (community, person)
                        select community, id from person where community = :community and id = :person
                        on conflict do nothing
                        """)
                .bind("community", community)
                .bind("person", person.value())
                .execute();
    }

    void erase(String community, PersonId person) {
        keys.remove(community, person);
        for (String sql : List.of(
                "delete from account where community = :community and person = :person",
                "delete from host where community = :community and person = :person",
                "delete from person where community = :community and id = :person")) {
            handle.createUpdate(sql)
                    .bind("community", community)
                    .bind("person", person.value())
                    .execute();
        }
    }

    private static String nameContext(String community, PersonId person) {
        return MasterKey.context("name", community, person.value());
    }

    private static String roomContext(String community, PersonId person, String platform) {
        return MasterKey.context("private room", community, person.value(), platform);
    }

    private static String accountContext(String community, PersonId person, String platform) {
        return MasterKey.context("account", community, person.value(), platform);
    }
}
