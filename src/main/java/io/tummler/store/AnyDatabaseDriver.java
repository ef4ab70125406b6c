package io.tummler.store;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Connects to H2 or PostgreSQL, whichever the URL names. Quarkus fixes the driver when it builds; one program should do
 * for both, and H2 in its PostgreSQL mode speaks Hibernate's PostgreSQL dialect.
 */
public final class AnyDatabaseDriver implements Driver {
    static final String H2_URL = "jdbc:h2:";
    private static final String POSTGRESQL_URL = "jdbc:postgresql:";

    private static final Driver H2 = new org.h2.Driver();
    private static final Driver POSTGRESQL = new org.postgresql.Driver();

    /** What H2 needs to stand in for PostgreSQL, whatever its URL leaves out. */
    private static final Map<String, String> LIKE_POSTGRESQL =
            Map.of("MODE", "PostgreSQL", "DATABASE_TO_LOWER", "TRUE", "DEFAULT_NULL_ORDERING", "HIGH");

    private static Driver driverFor(@Nullable String url) throws SQLException {
        if (url != null && url.startsWith(H2_URL)) return H2;
        if (url != null && url.startsWith(POSTGRESQL_URL)) return POSTGRESQL;
        throw new SQLException("it is neither H2 nor PostgreSQL, whose URLs begin with " + H2_URL + " and "
                + POSTGRESQL_URL + " respectively");
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        Driver driver = driverFor(url);
        return driver.connect(url, driver == H2 ? forH2(url, info) : info);
    }

    /** Without what the pool adds for PostgreSQL's driver and what the URL says already: H2 would refuse both. */
    private static Properties forH2(String url, Properties info) {
        String settings = url.toUpperCase(Locale.ROOT);
        Properties known = new Properties();
        LIKE_POSTGRESQL.forEach((key, value) -> {
            if (!settings.contains(";" + key + "=")) known.setProperty(key, value);
        });
        for (String key : new String[] {"user", "password"}) {
            String value = info.getProperty(key);
            if (value != null && !settings.contains(";" + key.toUpperCase(Locale.ROOT) + "="))
                known.setProperty(key, value);
        }
        return known;
    }

    /** Any: the pool would only warn of another, while {@link #connect} says what is allowed. */
    @Override
    public boolean acceptsURL(String url) {
        return true;
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return driverFor(url).getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("io.tummler.store");
    }
}
