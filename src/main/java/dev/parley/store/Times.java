package dev.parley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Instants as both databases keep them: to the microsecond, and not beyond the year 9999. */
final class Times {
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private Times() {}

    /** Cut to the microsecond. */
    static OffsetDateTime at(Instant instant) {
        Instant kept = instant.isAfter(LAST) ? LAST : instant.truncatedTo(ChronoUnit.MICROS);
        return kept.atOffset(ZoneOffset.UTC);
    }

    /** Up to the next microsecond, so that nothing comes early. */
    static OffsetDateTime notBefore(Instant instant) {
        OffsetDateTime cut = at(instant);
        return cut.toInstant().isBefore(instant) && instant.isBefore(LAST) ? cut.plusNanos(1000) : cut;
    }

    static Instant read(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> readOptional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
