package dev.parley.store;

import static dev.parley.store.StoreContract.CHAT;
import static dev.parley.store.StoreContract.COMMUNITY;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.PersonId;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a person in the files of a database, for somebody who has all of them and the master key. */
class ErasureTest {
    private static final String NAME = "Wilhelmina Quince";
    private static final String ACCOUNT = "cookie-7f3a9c51d2";
    private static final String WORDS = "Rhubarb leaves are no salad";
    private static final String TOKEN = "xoxb-1234-5678-nobody-may-read-this";
    private static final String OLD_WORDS = "Rhubarb leaves make a salad";

    @TempDir
    Path place;

    private Path folder;

    @BeforeEach
    void nameFolder() {
        folder = place.resolve("live");
    }

    @Test
    void nothingOfAnErasedPersonCanBeReadFromTheFiles() throws Exception {
        try (Store store = Stores.open(Settings.inFolder(folder))) {
            PersonId other = introduce(store, "cookie-of-the-other", "Bo");
            PersonId person = introduce(store, ACCOUNT, NAME);
            say(store, "1", person, OLD_WORDS);
            say(store, "1", person, WORDS);
            say(store, "2", other, "Indeed");
            Path before = copy("before");
            assertThat(readable(before)).isEmpty();
            assertThat(keysOf(before, person))
                    .as("the search for keys finds what is there")
                    .hasSize(1);
            SecretKey key = keysOf(before, person).getFirst();
            assertThat(sealedWith(before, key, person))
                    .as("so does the search for what is sealed")
                    .isTrue();

            store.write(writing -> {
                writing.erase(COMMUNITY, person);
                return true;
            });

            Path after = copy("after");
            assertThat(readable(after)).isEmpty();
            assertThat(keysOf(after, person)).isEmpty();
        }

        assertThat(readable(folder)).isEmpty();
        try (Store store = Stores.open(Settings.inFolder(folder))) {
            assertThat(store.<List<Person>>read(reading -> reading.people(COMMUNITY)))
                    .extracting(Person::name)
                    .containsExactly("Bo");
        }
    }

    @Test
    void theTokenOfABotCannotBeReadFromTheFiles() throws Exception {
        Installation installation = new Installation("T1", Optional.empty(), "U1", TOKEN);
        try (Store store = Stores.open(Settings.inFolder(folder))) {
            store.write(writing -> {
                writing.install(COMMUNITY, "slack", installation);
                return true;
            });
            assertThat(readable(copy("before"))).isEmpty();
            store.write(writing -> {
                writing.uninstall(COMMUNITY, "slack", "T1");
                return true;
            });
        }
        assertThat(readable(folder)).isEmpty();
    }

    @Test
    void thePlainTextSearchFindsWhatIsPlain() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("leak"), "..." + NAME + "...", UTF_16LE);

        assertThat(readable(folder)).containsExactly(NAME);
    }

    @Test
    void anErasureThatIsRolledBackThrowsNothingAway() {
        try (Store store = Stores.open(Settings.inFolder(folder))) {
            PersonId person = introduce(store, ACCOUNT, NAME);
            assertThatThrownBy(() -> store.write(writing -> {
                        writing.erase(COMMUNITY, person);
                        throw new IllegalStateException("on purpose");
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(store.<List<Person>>read(reading -> reading.people(COMMUNITY)))
                    .extracting(Person::name)
                    .containsExactly(NAME);
        }
    }

    @Test
    void aKeyOfNobodyIsThrownAwayWhenTheDatabaseIsOpened() throws Exception {
        PersonId person;
        byte[] keys;
        try (Store store = Stores.open(Settings.inFolder(folder))) {
            person = introduce(store, ACCOUNT, NAME);
            introduce(store, "cookie-of-the-other", "Bo");
            keys = Files.readAllBytes(copy("before").resolve("parley.keys"));
            store.write(writing -> {
                writing.erase(COMMUNITY, person);
                return true;
            });
        }
        // as after a crash between the commit and the end of the erasure
        Files.write(folder.resolve("parley.keys"), keys);
        assertThat(keysOf(folder, person)).hasSize(1);

        try (Store store = Stores.open(Settings.inFolder(folder))) {
            assertThat(store.<List<Person>>read(reading -> reading.people(COMMUNITY)))
                    .extracting(Person::name)
                    .containsExactly("Bo");
        }
        assertThat(keysOf(folder, person)).isEmpty();
    }

    @Test
    void keysSurviveClosingAndFreedPlacesAreUsedAgain() throws Exception {
        List<PersonId> all = new ArrayList<>();
        try (Store store = Stores.open(Settings.inFolder(folder))) {
            for (int i = 0; i < 10; i++) {
                all.add(introduce(store, "cookie-" + i, "Person " + i));
            }
            store.write(writing -> {
                writing.erase(COMMUNITY, all.get(2));
                writing.erase(COMMUNITY, all.get(9));
                return true;
            });
        }
        long size = Files.size(folder.resolve("parley.keys"));
        try (Store store = Stores.open(Settings.inFolder(folder))) {
            introduce(store, "cookie-10", "Person 10");
            introduce(store, "cookie-11", "Person 11");
        }
        assertThat(Files.size(folder.resolve("parley.keys"))).isEqualTo(size);
        try (Store store = Stores.open(Settings.inFolder(folder))) {
            assertThat(store.<List<Person>>read(reading -> reading.people(COMMUNITY)))
                    .extracting(Person::name)
                    .containsExactlyInAnyOrder(
                            "Person 0",
                            "Person 1",
                            "Person 3",
                            "Person 4",
                            "Person 5",
                            "Person 6",
                            "Person 7",
                            "Person 8",
                            "Person 10",
                            "Person 11");
        }
    }

    private static PersonId introduce(Store store, String account, String name) {
        return store.<Person>write(writing -> writing.introduce(COMMUNITY, "web", account, name))
                .id();
    }

    private static void say(Store store, String message, PersonId person, String words) {
        store.write(writing -> {
            writing.keep(CHAT, Map.of(StoreContract.message(message), new Spoken(person, words)));
            return true;
        });
    }

    /** Copies by another process: a file of H2's that is opened here loses its lock. */
    private Path copy(String name) throws Exception {
        Path copy = place.resolve(name);
        Process process = new ProcessBuilder("cp", "-r", folder.toString(), copy.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        return copy;
    }

    private static List<byte[]> contents(Path folder) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.add(Files.readAllBytes(file));
            }
        }
        return contents;
    }

    /** What stands in the files as plain text. */
    private static Set<String> readable(Path folder) throws IOException {
        Set<String> found = new HashSet<>();
        for (byte[] content : contents(folder)) {
            for (String secret : List.of(NAME, ACCOUNT, WORDS, OLD_WORDS, TOKEN)) {
                for (Charset charset : List.of(UTF_8, UTF_16BE, UTF_16LE)) {
                    if (indexOf(content, secret.getBytes(charset)) >= 0) {
                        found.add(secret);
                    }
                }
            }
        }
        return found;
    }

    private static int indexOf(byte[] content, byte[] part) {
        for (int at = 0; at + part.length <= content.length; at++) {
            if (Arrays.equals(content, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }

    /** Tries every place of every file as a sealed key of a person. */
    private static List<SecretKey> keysOf(Path folder, PersonId person) throws IOException {
        MasterKey master = new MasterKey(Base64.getDecoder()
                .decode(Files.readString(folder.resolve("parley.key")).strip()));
        int length = Sealing.KEY_BYTES + Sealing.OVERHEAD;
        List<SecretKey> keys = new ArrayList<>();
        for (byte[] content : contents(folder)) {
            for (int at = 0; at + length <= content.length; at++) {
                if (mayBeSealed(content, at, length)) {
                    master.unseal(COMMUNITY, person, Arrays.copyOfRange(content, at, at + length))
                            .ifPresent(keys::add);
                }
            }
        }
        return keys;
    }

    /** Sealed bytes look like chance: hardly any value comes twice. Saves trying what is zeros or text. */
    private static boolean mayBeSealed(byte[] content, int at, int length) {
        boolean[] seen = new boolean[256];
        int different = 0;
        for (int i = at; i < at + length; i++) {
            int value = Byte.toUnsignedInt(content[i]);
            different += seen[value] ? 0 : 1;
            seen[value] = true;
        }
        return different > length * 3 / 5;
    }

    /** Whether the name stands somewhere, sealed with this key. */
    private static boolean sealedWith(Path folder, SecretKey key, PersonId person) throws IOException {
        String context = MasterKey.context("name", COMMUNITY, person.value());
        int length = NAME.length() + Sealing.OVERHEAD;
        for (byte[] content : contents(folder)) {
            for (int at = 0; at + length <= content.length; at++) {
                if (mayBeSealed(content, at, length)
                        && Sealing.unseal(key, context, Arrays.copyOfRange(content, at, at + length))
                                .isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }
}
