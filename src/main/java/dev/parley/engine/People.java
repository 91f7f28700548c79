package dev.parley.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.SpoofChecker;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Facilitator.NameTrouble;
import dev.parley.platform.Platform;
import dev.parley.store.Person;
import dev.parley.store.Store;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who is who in the community. What is cached here is forgotten soon, since another instance may erase somebody. */
final class People {

    private static final int LONGEST_NAME = 40;
    /** Nobody may be taken for the facilitator. */
    private static final String FACILITATOR = "Parley";

    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final Store store;
    private final String community;
    private final SpoofChecker lookAlikes = new SpoofChecker.Builder().build();
    private final Cache<Account, Person> accounts = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(20_000)
            .build();
    private final Cache<PersonId, Person> people = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(20_000)
            .build();

    private final Cache<PersonId, Map<String, String>> accountsOf = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(20_000)
            .build();

    private final Cache<PersonId, Map<String, RoomId>> privateRooms = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(20_000)
            .build();

    People(Store store, String community) {
        this.store = store;
        this.community = community;
    }

    Optional<Person> behind(Account account) {
        Person known = accounts.getIfPresent(account);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Person> person = store.read(reading -> reading.byAccount(community, account.platform(), account.id()));
        person.ifPresent(found -> accounts.put(account, found));
        return person;
    }

    Optional<Person> person(PersonId id) {
        Person known = people.getIfPresent(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Person> person = store.read(reading -> reading.person(community, id));
        person.ifPresent(found -> people.put(id, found));
        return person;
    }

    /** What a person is called; empty for one who was erased. */
    Optional<String> name(PersonId id) {
        return person(id).map(Person::name);
    }

    /** The account of a person on a platform. */
    Optional<Account> account(PersonId person, String platform) {
        return Optional.ofNullable(accountsOf(person).get(platform)).map(id -> new Account(platform, id));
    }

    /** All accounts of a person. */
    List<Account> accounts(PersonId person) {
        return accountsOf(person).entrySet().stream()
                .map(one -> new Account(one.getKey(), one.getValue()))
                .toList();
    }

    private Map<String, String> accountsOf(PersonId person) {
        return accountsOf.get(person, id -> store.read(reading -> reading.accounts(community, id)));
    }

    /** The private room with a person on a platform, where one is known: it is known for good, since platforms let few be opened. */
    Optional<RoomId> privateRoom(PersonId person, String platform) {
        return Optional.ofNullable(privateRooms
                .get(person, id -> store.read(reading -> reading.privateRooms(community, id)))
                .get(platform));
    }

    /** Opens the private room with a person. Throws what {@link Platform#privately} does. */
    RoomId openPrivateRoom(PersonId person, Platform platform, Account account) {
        RoomId opened = platform.privately(account);
        keepPrivateRoom(person, opened);
        return opened;
    }

    /** Makes the private room with a person known. */
    void keepPrivateRoom(PersonId person, RoomId room) {
        if (!privateRoom(person, room.platform()).equals(Optional.of(room))) {
            store.change(writing -> writing.keepPrivateRoom(community, person, room));
            privateRooms.invalidate(person);
        }
    }

    /** Nothing can be said in the private room that is known: the next time one is opened. */
    void forgetRoom(PersonId person, Platform platform) {
        store.change(writing -> writing.dropPrivateRoom(community, person, platform.name()));
        privateRooms.invalidate(person);
    }

    /** Makes an account known under a name that nobody else has, not even in other letters; or says why not. */
    synchronized Optional<NameTrouble> join(Account account, String wanted) {
        String name = tidy(wanted);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return Optional.of(NameTrouble.UNREADABLE);
        }
        Optional<Person> known = behind(account);
        String looks = looks(name);
        boolean taken = looks.equals(looks(FACILITATOR))
                || store.read(reading -> reading.people(community)).stream()
                        .filter(person -> known.isEmpty()
                                || !person.id().equals(known.get().id()))
                        .anyMatch(person -> looks(person.name()).equals(looks));
        if (taken) {
            return Optional.of(NameTrouble.TAKEN);
        }
        store.change(writing -> {
            if (known.isPresent()) {
                writing.rename(community, known.get().id(), name);
            } else {
                writing.introduce(community, account.platform(), account.id(), name);
            }
        });
        forget(account);
        return Optional.empty();
    }

    /**
     * Somebody whose platform has given them a name already; names are not made unique there, and a new one replaces the old.
     *
     * @param name empty where it is not known just now
     */
    Person known(Account account, String name) {
        Optional<Person> known = behind(account);
        if (known.filter(person -> name.isEmpty() || person.name().equals(name)).isPresent()) {
            return known.get();
        }
        String tidied = tidy(name);
        if (known.filter(person -> tidied.isEmpty() || person.name().equals(tidied))
                .isPresent()) {
            return known.get();
        }
        Person person = store.write(writing -> {
            Person found = writing.byAccount(community, account.platform(), account.id())
                    .orElseGet(() -> writing.introduce(community, account.platform(), account.id(), tidied));
            if (!found.name().equals(tidied)) {
                writing.rename(community, found.id(), tidied);
            }
            return writing.byAccount(community, account.platform(), account.id())
                    .orElse(found);
        });
        people.invalidate(person.id());
        accounts.put(account, person);
        return person;
    }

    /** Makes somebody a host, also somebody who has not said their name yet. */
    void makeHost(Account account) {
        Person person = known(account, "");
        store.change(writing -> writing.makeHost(community, person.id()));
        forget(account);
    }

    void forget(Account account) {
        Person person = accounts.getIfPresent(account);
        accounts.invalidate(account);
        if (person != null) {
            people.invalidate(person.id());
        }
    }

    void forget(PersonId person) {
        accountsOf.invalidate(person);
        privateRooms.invalidate(person);
        people.invalidate(person);
        accounts.asMap().values().removeIf(known -> known.id().equals(person));
    }

    /** A name without what cannot be seen: control characters, marks of direction, spaces at its ends or in rows. */
    private static String tidy(String name) {
        StringBuilder seen = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFC).codePoints().forEach(point -> {
            switch (Character.getType(point)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.UNASSIGNED,
                        Character.PRIVATE_USE -> {}
                case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> {
                    if (!seen.isEmpty() && seen.charAt(seen.length() - 1) != ' ') {
                        seen.append(' ');
                    }
                }
                default -> seen.appendCodePoint(point);
            }
        });
        String tidied = seen.toString().strip();
        return tidied.codePoints().anyMatch(Character::isLetterOrDigit) ? tidied : "";
    }

    /** What a name looks like: equal for names that people would confuse. */
    private String looks(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return lookAlikes.getSkeleton(plain).toLowerCase(Locale.ROOT).replace(" ", "");
    }
}
