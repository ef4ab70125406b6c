package io.tummler.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A database, outside of the pool that the bot takes its connections from. Prints as its URL, without a password. */
public final class JdbcDatabase implements DataSource {
    /**
     * Reads the file of an H2 database without changing a byte of it, gives rows as they are asked for instead of all at
     * once, and makes no database and no log where there is none.
     */
    private static final String H2_FOR_READING =
            ";ACCESS_MODE_DATA=r;LAZY_QUERY_EXECUTION=TRUE;IFEXISTS=TRUE;TRACE_LEVEL_FILE=0";

    private final String url;
    private final Properties login = new Properties();
    private final Settings settings;
    private final boolean forReading;

    private JdbcDatabase(String url, Properties login, Settings settings, boolean forReading) {
        this.url = url;
        this.login.putAll(login);
        this.settings = settings;
        this.forReading = forReading;
    }

    /**
     * @param user and password, where the URL names none
     * @param settings what to correct when it can't be used
     */
    public JdbcDatabase(String url, String user, String password, Settings settings) {
        this(url, new Properties(), settings, false);
        login.setProperty("user", user);
        login.setProperty("password", password);
    }

    /**
     * Opens it so that nothing in it changes, at one moment for all that is read.
     *
     * @param migrations of the product, set up for any database
     * @throws BadDatabase when it can't be connected to, or is not of this program's version
     */
    public Connection openForReading(Flyway migrations) throws SQLException {
        JdbcDatabase reading = forReading();
        Connection connection = reading.open();
        try {
            Schema schema = Schema.of(reading, migrations);
            if (schema.state() != Schema.State.CURRENT)
                throw new BadDatabase(
                        "The database %s is not of this program's version: start the bot on it once, or name the bot's in"
                                + " %s.",
                        this, settings.url());
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return connection;
        } catch (BadDatabase | SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** The same one, and nothing in it changes. */
    JdbcDatabase forReading() {
        return new JdbcDatabase(url, login, settings, true);
    }

    /** With a password, if there is one in it. */
    String url() {
        return url;
    }

    Settings settings() {
        return settings;
    }

    boolean isSameAs(JdbcDatabase other) {
        return place().equals(other.place());
    }

    private String place() {
        return url.split("[;?]", 2)[0];
    }

    /** @throws BadDatabase when it can't be connected to */
    Connection open() {
        try {
            return getConnection();
        } catch (SQLException refused) {
            throw BadDatabase.refusing(url, settings, refused);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        boolean h2 = url.startsWith(AnyDatabaseDriver.H2_URL);
        Connection connection = new AnyDatabaseDriver().connect(forReading && h2 ? url + H2_FOR_READING : url, login);
        if (connection == null) throw new SQLException("its URL can't be understood");
        connection.setReadOnly(forReading);
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("it logs in as one user only");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    @Override
    public String toString() {
        return BadDatabase.withoutSecrets(url);
    }
}
