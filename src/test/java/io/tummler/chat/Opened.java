package io.tummler.chat;

import io.tummler.store.Keyring;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Columns as whoever has the keys reads them. */
record Opened(@Nullable Keyring keyring) {
    static final Opened NOT_AT_ALL = new Opened(null);

    /** Under the key of the tests' own bot or of a {@link BotProcess}. */
    private static final Pattern SEALED = Pattern.compile("(?:sandbox|it):[A-Za-z0-9+/]{39,}");

    /** What stands in a column of a table, as text. */
    String read(ResultSet row, String table, int column) throws SQLException {
        String stored = String.valueOf(row.getString(column));
        String place = table + "." + row.getMetaData().getColumnName(column);
        boolean sealed = keyring != null && SEALED.matcher(stored).matches() && !place.equals("encryption_key.proof");
        return sealed ? keyring.open(place, stored) : stored;
    }
}
