package dev.parley.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is true of the database: it has no place in which a person could be measured. */
class SchemaTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private static final Set<String> MEASURES = Set.of(
            "score",
            "scores",
            "rank",
            "ranks",
            "ranking",
            "rating",
            "ratings",
            "rate",
            "streak",
            "streaks",
            "points",
            "stars",
            "grade",
            "grades",
            "level",
            "levels",
            "percent",
            "percentage",
            "count",
            "counts",
            "counter",
            "tally",
            "total",
            "totals");

    /** The words that begin a line of a table which is no column. */
    private static final Set<String> NO_COLUMN =
            Set.of("primary", "foreign", "unique", "constraint", "check", "exclude", "like");

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern TABLE =
            Pattern.compile("create table (?:if not exists )?([a-z_\"]{1,60}) ?\\((.*)\\)[^()]*");
    private static final Pattern CHANGED = Pattern.compile(
            "alter table (?:if exists )?([a-z_\"]{1,60}) .*?(?:add (?:column )?(?:if not exists )?|rename (?:column )?[a-z_\"]{1,60} to )([a-z_\"]{1,60})\\b.*");

    @Test
    void noColumnMeasuresAPerson() throws IOException {
        List<String> columns = new ArrayList<>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".sql")).toList()) {
                columns.addAll(columns(Files.readString(file)));
            }
        }
        assertThat(columns)
                .hasSizeGreaterThan(40)
                .contains("words.sealed", "person.id", "outbox.post", "speaker.stream");
        assertThat(columns.stream().filter(SchemaTest::measures)).isEmpty();
    }

    @Test
    void aColumnThatDoesIsSeen() {
        assertThat(columns("""
                -- score is what we never keep
                create table partner (community varchar not null, days_in_streak integer, amount numeric(5, 2) not null,
                    "rank" integer, primary key (community, score));
                alter table person add column reflection_count integer;
                alter table person rename column name to rating;
                """).stream().filter(SchemaTest::measures))
                .containsExactly("partner.days_in_streak", "partner.rank", "person.reflection_count", "person.rating");
    }

    /** The columns that a migration makes or names, each behind its table's name. */
    private static List<String> columns(String sql) {
        List<String> columns = new ArrayList<>();
        String plain =
                COMMENT.matcher(sql).replaceAll("").toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        for (String statement : plain.split(";")) {
            var table = TABLE.matcher(statement.strip());
            if (table.matches()) {
                for (String part : table.group(2).split(",(?![^(]*\\))")) {
                    String name = part.strip().split(" ")[0].replace("\"", "");
                    if (!NO_COLUMN.contains(name)) {
                        columns.add(table.group(1) + "." + name);
                    }
                }
            }
            var changed = CHANGED.matcher(statement.strip());
            if (changed.matches()) {
                columns.add(changed.group(1) + "." + changed.group(2).replace("\"", ""));
            }
        }
        return columns;
    }

    private static boolean measures(String column) {
        return Stream.of(column.substring(column.indexOf('.') + 1).split("_")).anyMatch(MEASURES::contains);
    }
}
