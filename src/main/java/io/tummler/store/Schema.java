package io.tummler.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/** The tables of a database, which this program's migrations make. */
final class Schema {
    private static final String PERMISSION_DENIED = "42501";

    private final Flyway flyway;
    private final String name;
    private final Settings settings;

    /** How far the migrations have come. */
    enum State {
        NONE,
        BEHIND,
        CURRENT
    }

    /**
     * @param name of the database, without a password
     */
    Schema(Flyway flyway, String name, Settings settings) {
        // By default Flyway ignores migrations of the future, and an older program would run on a newer one's tables.
        this.flyway = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .ignoreMigrationPatterns(new String[0])
                .load();
        this.name = name;
        this.settings = settings;
    }

    /** The schema of another database than the one that Flyway was set up for. */
    static Schema of(JdbcDatabase database, Flyway migrations) {
        Flyway there = Flyway.configure()
                .configuration(migrations.getConfiguration())
                .dataSource(database)
                .load();
        return new Schema(there, database.toString(), database.settings());
    }

    /** @throws BadDatabase when it is newer than this program, or an upgrade of it broke off */
    State state() {
        return translated(() -> {
            MigrationInfoService found = flyway.info();
            refuseNewerAndBroken(found);
            if (found.applied().length == 0) return State.NONE;
            return found.pending().length == 0 ? State.CURRENT : State.BEHIND;
        });
    }

    private void refuseNewerAndBroken(MigrationInfoService found) {
        for (MigrationInfo migration : found.all()) {
            MigrationState state = migration.getState();
            if (state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED)
                throw new BadDatabase(
                        "The database %s is of version %s and this program knows versions up to %s: run the newer"
                                + " Tummler that upgraded it, or restore the backup from before that.",
                        name, found.current().getVersion(), newestKnown(found));
            if (state.isFailed())
                throw new BadDatabase(
                        "The upgrade of the database %s to version %s broke off: restore the backup from before it,"
                                + " then start again.",
                        name, migration.getVersion());
        }
    }

    private static String newestKnown(MigrationInfoService found) {
        return Arrays.stream(found.all())
                .filter(migration -> migration.getState().isResolved() && migration.getVersion() != null)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .map(MigrationVersion::toString)
                .orElse("none");
    }

    /**
     * Makes what is missing.
     *
     * @throws BadDatabase when the tables are newer, others, or somebody else's: then nothing is changed
     */
    void migrate() {
        translated(flyway::migrate);
    }

    /** @throws BadDatabase when its tables are not those that this program's migrations make */
    void validate() {
        translated(() -> {
            flyway.validate();
            return State.CURRENT;
        });
    }

    private <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (FlywayException failed) {
            SQLException cause = sqlException(failed);
            if (failed.getErrorCode() == CoreErrorCode.VALIDATE_ERROR) {
                refuseNewerAndBroken(flyway.info());
                throw new BadDatabase(
                        "The tables of the database %s are not this program's (%s): run the program that made them."
                                + " Whoever changed a migration undoes that, and adds another for the change.",
                        name, firstProblem(failed));
            }
            if (failed.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE)
                throw new BadDatabase(
                        "The database %s holds tables that are not Tummler's: make one for Tummler alone, and correct"
                                + " %s.",
                        name, settings.url());
            if (cause != null && PERMISSION_DENIED.equals(cause.getSQLState()))
                throw new BadDatabase(
                        "The database %s lets its user make no tables (%s): make that user its owner.",
                        name, BadDatabase.words(cause));
            throw new BadDatabase(
                    "The tables of the database %s can't be made (%s): see to that, then start again.",
                    name, BadDatabase.words(cause == null ? failed : cause));
        }
    }

    /** The line after the one that says only that there is a problem. */
    private static String firstProblem(FlywayException failed) {
        return String.valueOf(failed.getMessage()).lines().skip(1).findFirst().orElse("they differ");
    }

    private static @Nullable SQLException sqlException(@Nullable Throwable failed) {
        if (failed == null || failed instanceof SQLException) return (SQLException) failed;
        return sqlException(failed.getCause());
    }
}
