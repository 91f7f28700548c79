package dev.parley.engine.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.store.Postgres;
import dev.parley.store.Settings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of somebody who was coached and is erased: in the files of H2, in the rows of PostgreSQL, on pages and in private rooms. */
class ErasedTest {

    private static final int IDA = 3;
    private static final Pattern THEIRS = Pattern.compile("zq9\\d{3}qz|Nq03qn|Aq03qa");

    @TempDir
    Path folder;

    /** Does everything that leaves something: answers that are open and that are not, a goal, notes, needs, the shelf, feeds. */
    private static void live(Scene scene) {
        for (Act.Deed deed : List.of(
                Act.Deed.MEET,
                Act.Deed.TIME,
                Act.Deed.WRITE,
                Act.Deed.CHOOSE,
                Act.Deed.GOAL,
                Act.Deed.SAY,
                Act.Deed.NOTE,
                Act.Deed.TRY,
                Act.Deed.TELL,
                Act.Deed.PLACE,
                Act.Deed.LABEL,
                Act.Deed.NEED,
                Act.Deed.SHELVE,
                Act.Deed.CLOCK,
                Act.Deed.FEED,
                Act.Deed.CALENDAR)) {
            int which = deed == Act.Deed.TIME ? 3 : 0;
            scene.perform(new Act(deed, 0, 0, which, 9_000 + deed.ordinal()));
        }
        scene.perform(new Act(Act.Deed.WRITE, 0, 1, 0, 1));
        scene.perform(new Act(Act.Deed.CHOOSE, 0, 1, 0, 2));
        scene.perform(new Act(Act.Deed.TIME, 0, 1, 3, 3));
    }

    @Test
    void noByteOfTheirsIsInTheFiles() throws Exception {
        try (Scene scene = new Scene(Settings.inFolder(folder.resolve("live")), new PrivateRooms())) {
            live(scene);
            assertThat(new Reach(scene, scene.village.journals(), scene.village.coaching).pages(4))
                    .as("something of theirs is open before")
                    .anyMatch(sight -> sight.letter() && sight.text().contains("zq9"));
            scene.erase(IDA);
            assertThat(plain(copy())).isEmpty();
            assertNothingIsShown(scene);
        }
        assertThat(plain(folder.resolve("live"))).isEmpty();
    }

    @Test
    void noRowOfTheirsIsInPostgres() throws Exception {
        Settings settings = Postgres.database(folder);
        try (Scene scene = new Scene(settings, new PrivateRooms())) {
            String person = scene.people.get(IDA).value();
            live(scene);
            assertThat(rows(settings, person))
                    .containsKeys("words", "person", "person_key", "account", "member", "speaker");
            Set<String> sealed = sealed(settings, person);
            assertThat(sealed).as("words, name, account, private room, key").hasSizeGreaterThan(10);

            scene.erase(IDA);

            assertThat(sealed.stream().filter(one -> isAnywhere(settings, one))).isEmpty();

            assertThat(rows(settings, person).keySet())
                    .as("others keep that somebody was there, who is nobody now")
                    .isSubsetOf("event", "outbox");
            assertThat(streams(settings)).isNotEmpty().doesNotContain("notebook:" + person);
            assertThat(found(settings)).isEmpty();
            assertNothingIsShown(scene);
        }
    }

    /** Their session, a link that they have not used yet, and the address of their feed. */
    @Test
    void whatTheyHadOpensNothingAnyMore() {
        try (Scene scene = Scene.withTalk(Settings.inFolder(folder.resolve("live")), new PrivateRooms());
                Served served = new Served(scene, scene.village.journals(), scene.village.coaching, Served.AS_IT_IS)) {
            live(scene);
            served.of(IDA);
            String link = served.link(IDA);
            assertThat(served.feeds(IDA)).hasSize(1);
            assertThat(served.openTo(IDA, served.link(IDA)))
                    .as("before")
                    .contains("/coaching", "/coaching/journal.json")
                    .containsAll(served.feeds(IDA));

            scene.erase(IDA);

            assertThat(served.openTo(IDA, link)).isEmpty();
            assertThat(new Watch(scene, scene.village.journals()).leaks(served.all()))
                    .isEmpty();
        }
    }

    private static void assertNothingIsShown(Scene scene) {
        Reach reach = new Reach(scene, scene.village.journals(), scene.village.coaching);
        List<Reach.Sight> sights = reach.pages();
        sights.addAll(reach.answers());
        assertThat(new Watch(scene, scene.village.journals()).leaks(sights)).isEmpty();
        assertThat(sights)
                .noneMatch(
                        sight -> !sight.letter() && THEIRS.matcher(sight.text()).find());
        assertThat(reach.feedsOfNobody()).isEmpty();
    }

    /** Copied by another process: a file of H2's that is opened here loses its lock. */
    private Path copy() throws Exception {
        Path copy = folder.resolve("copy");
        Process process = new ProcessBuilder("cp", "-r", folder.resolve("live").toString(), copy.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        return copy;
    }

    private static List<String> plain(Path files) throws Exception {
        List<String> found = new ArrayList<>();
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : all.toList()) {
                for (Charset charset :
                        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
                    Matcher matcher = THEIRS.matcher(new String(Files.readAllBytes(file), charset));
                    while (matcher.find()) {
                        found.add(matcher.group() + " in " + file.getFileName());
                    }
                }
            }
        }
        return found;
    }

    /** In which tables a person's id stands, and how often. */
    private static Map<String, Integer> rows(Settings settings, String person) throws Exception {
        Map<String, Integer> rows = new TreeMap<>();
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                try (ResultSet found = statement.executeQuery(
                        "select count(*) from " + table + " t where t::text like '%" + person + "%'")) {
                    found.next();
                    if (found.getInt(1) > 0) {
                        rows.put(table, found.getInt(1));
                    }
                }
            }
        }
        return rows;
    }

    /** All that is sealed in rows of theirs, whatever tables and columns there are: it stands in no other row. */
    private static Set<String> sealed(Settings settings, String person) throws Exception {
        Set<String> sealed = new TreeSet<>();
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement()) {
            for (String[] column : columns(connection)) {
                String whose = column[0].equals("person") ? "id" : "person";
                try (ResultSet rows = statement.executeQuery("select " + column[1] + "::text from " + column[0]
                        + " where " + whose + " = '" + person + "' and " + column[1] + " is not null")) {
                    while (rows.next()) {
                        sealed.add(rows.getString(1));
                    }
                }
            }
        }
        assertThat(sealed)
                .allSatisfy(one -> assertThat(isAnywhere(settings, one))
                        .as("the search finds it")
                        .isTrue());
        return sealed;
    }

    /** Tables and columns in which something is sealed that is a person's. */
    private static List<String[]> columns(Connection connection) throws Exception {
        List<String[]> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select c.table_name, c.column_name from information_schema.columns c
                        where c.table_schema = 'public' and c.data_type = 'bytea' and (c.table_name = 'person' or exists (
                            select 1 from information_schema.columns p
                            where p.table_schema = 'public' and p.table_name = c.table_name and p.column_name = 'person'))
                        """)) {
            while (rows.next()) {
                columns.add(new String[] {rows.getString(1), rows.getString(2)});
            }
        }
        return columns;
    }

    private static boolean isAnywhere(Settings settings, String text) {
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                try (ResultSet found = statement.executeQuery(
                        "select count(*) from " + table + " t where position('" + text + "' in t::text) > 0")) {
                    found.next();
                    if (found.getInt(1) > 0) {
                        return true;
                    }
                }
            }
            return false;
        } catch (Exception trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    /** What is theirs in any row, as plain text. */
    private static List<String> found(Settings settings) throws Exception {
        List<String> found = new ArrayList<>();
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                try (ResultSet rows = statement.executeQuery("select t::text from " + table + " t")) {
                    while (rows.next()) {
                        if (THEIRS.matcher(rows.getString(1)).find()) {
                            found.add(table + ": " + rows.getString(1));
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<String> streams(Settings settings) throws Exception {
        List<String> streams = new ArrayList<>();
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select name from stream union select stream from event union select stream from outbox")) {
            while (rows.next()) {
                streams.add(rows.getString(1));
            }
        }
        return streams;
    }

    private static List<String> tables(Connection connection) throws Exception {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static Connection connect(Settings settings) throws Exception {
        Settings.Server server = settings.server().orElseThrow();
        return DriverManager.getConnection(server.url(), server.user(), server.password());
    }
}
