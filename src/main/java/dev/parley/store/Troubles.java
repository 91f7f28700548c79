package dev.parley.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;

/** What the errors of the databases mean. */
final class Troubles {
    private static final Set<String> LOST = Set.of("40001", "40P01", "HYT00");

    private Troubles() {}

    /** Whether a transaction lost to another one and may be tried again. */
    static boolean lost(Throwable trouble) {
        return sql(trouble)
                .map(SQLException::getSQLState)
                .filter(state -> state.startsWith("23") || LOST.contains(state))
                .isPresent();
    }

    /** The first error of a database with a state, from the outside in. */
    static Optional<SQLException> sql(Throwable trouble) {
        return Stream.iterate(trouble, one -> one != null, Throwable::getCause)
                .limit(20)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(one -> one.getSQLState() != null)
                .findFirst();
    }

    /** What a user reads when a database stops working. */
    static StoreTrouble explain(Throwable trouble) {
        String state = sql(trouble).map(SQLException::getSQLState).orElse("");
        String said = sql(trouble).map(SQLException::getMessage).orElseGet(() -> String.valueOf(trouble.getMessage()));
        if (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")) {
            return new StoreTrouble(
                    "The database is out of reach: look whether it runs and has room. It said: " + line(said), trouble);
        }
        return new StoreTrouble("The database refused. It said: " + line(said), trouble);
    }

    /** What a user reads when a database cannot be opened. */
    static StoreTrouble opening(Throwable trouble, Settings settings) {
        Optional<SQLException> sql = sql(trouble);
        String state = sql.map(SQLException::getSQLState).orElse("");
        String what = switch (sql.map(SQLException::getErrorCode).orElse(0)) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                "Parley already runs with " + settings + ": stop it first, or give this one another folder.";
            case ErrorCode.FILE_VERSION_ERROR_1 ->
                "The database in " + settings + " was written by a newer Parley: start that version or a later one.";
            case ErrorCode.FILE_CORRUPTED_1 -> "The database in " + settings + " is damaged: restore a backup.";
            default ->
                refused(state, settings, sql.map(SQLException::getMessage).orElse(""));
        };
        return new StoreTrouble(what, trouble);
    }

    private static String refused(String state, Settings settings, String said) {
        String where = settings.toString();
        if (state.startsWith("28")) {
            return "The database at " + where + " does not let us in: look at the user's name and password.";
        }
        if (state.equals("3D000")) {
            return "There is no such database at " + where + ": create it, or correct the address.";
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return "The database at " + where
                    + " does not answer: look whether it runs and whether the address is right.";
        }
        return "The database at " + where + " cannot be opened. It said: " + line(said);
    }

    /** The first line, without what follows it. */
    static String line(String text) {
        return text.lines().findFirst().orElse("").strip();
    }
}
