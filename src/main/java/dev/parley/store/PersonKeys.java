package dev.parley.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.conversation.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * The keys of people within one transaction. Nothing is cached: a key is looked up and unsealed for every use, which takes
 * microseconds, so that no key outlives the erasure of its person, in this process or another.
 */
final class PersonKeys {
    private final KeyChest.Drawer drawer;
    private final MasterKey master;

    PersonKeys(KeyChest.Drawer drawer, MasterKey master) {
        this.drawer = drawer;
        this.master = master;
    }

    /** Puts the key of a new person away. */
    void put(String community, PersonId person, byte[] key) {
        drawer.put(community, person, master.seal(community, person, key));
    }

    Optional<SecretKey> find(String community, PersonId person) {
        return Optional.ofNullable(find(community, Set.of(person)).get(person));
    }

    Map<PersonId, SecretKey> find(String community, Collection<PersonId> people) {
        return unsealed(community, drawer.find(community, people));
    }

    /** The keys of people who are not erased until this transaction is over. */
    Map<PersonId, SecretKey> hold(String community, Collection<PersonId> people) {
        return unsealed(community, drawer.hold(community, people));
    }

    private Map<PersonId, SecretKey> unsealed(String community, Map<PersonId, byte[]> sealed) {
        Map<PersonId, SecretKey> keys = new HashMap<>();
        sealed.forEach(
                (person, bytes) -> master.unseal(community, person, bytes).ifPresent(key -> keys.put(person, key)));
        return keys;
    }

    void remove(String community, PersonId person) {
        drawer.remove(community, person);
    }

    String account(String community, String platform, String account) {
        return master.account(community, platform, account);
    }

    /** @param cipher lives no longer than the transaction, since it holds the key */
    static byte[] seal(Cipher cipher, SecretKey key, String context, String text) {
        return Sealing.seal(cipher, key, context, text.getBytes(UTF_8));
    }

    static byte[] seal(SecretKey key, String context, String text) {
        return Sealing.seal(key, context, text.getBytes(UTF_8));
    }

    static Optional<String> unseal(SecretKey key, String context, byte[] sealed) {
        return Sealing.unseal(key, context, sealed).map(plain -> new String(plain, UTF_8));
    }
}
