package io.tummler.store;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Connects to H2 or PostgreSQL, whichever the URL names. Quarkus fixes the driver when it builds; one program should do
 * for both, and H2 in its PostgreSQL mode speaks Hibernate's PostgreSQL dialect.
 */
public final class AnyDatabaseDriver implements Driver {
    private static final Driver H2 = new org.h2.Driver();
    private static final Driver POSTGRESQL = new org.postgresql.Driver();

    private static Driver driverFor(@Nullable String url) throws SQLException {
        if (url != null && url.startsWith("jdbc:h2:")) return H2;
        if (url != null && url.startsWith("jdbc:postgresql:")) return POSTGRESQL;
        // Only how it begins: a password may stand in the rest.
        String begin = url == null ? null : url.substring(0, Math.min(url.length(), "jdbc:postgresql:".length()));
        throw new SQLException(
                "quarkus.datasource.jdbc.url must begin with jdbc:h2: or jdbc:postgresql: but begins with " + begin);
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        Driver driver = driverFor(url);
        if (driver == H2) {
            // Settings of PostgreSQL's driver that the pool adds, which H2 would refuse.
            Properties known = new Properties();
            for (String key : new String[] {"user", "password"})
                if (info.getProperty(key) != null) known.setProperty(key, info.getProperty(key));
            return driver.connect(url, known);
        }
        return driver.connect(url, info);
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith("jdbc:h2:") || url.startsWith("jdbc:postgresql:");
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
