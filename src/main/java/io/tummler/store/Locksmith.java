package io.tummler.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sees, before anything is read, that the keys are those of this database, and seals anew what does not stand under the
 * first of them: after a rotation, and once what older versions kept in plain words. What it reads it replaces only if it
 * still stands as it was read. Several processes may do so at the same time, batch by batch, and each may be killed.
 */
record Locksmith(Keyring keyring, List<EncryptedColumn> columns) {
    private static final Logger LOG = Logger.getLogger(Locksmith.class);
    private static final int BATCH = 500;
    private static final String PROOF_PLACE = EncryptedText.place("encryption_key", "proof");
    private static final String PROOF = "This key fits.";

    /**
     * @throws BadKeys when the keys are not those of this database
     */
    void open(Connection connection) throws SQLException {
        verify(known(connection));
        connection.setAutoCommit(true);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into encryption_key values (?, ?) on conflict do nothing")) {
            insert.setString(1, keyring.first());
            insert.setString(2, keyring.seal(PROOF_PLACE, PROOF));
            insert.executeUpdate();
        }
        // Another process may have been quicker, with another key of the same id.
        Map<String, String> known = known(connection);
        verify(known);
        if (known.size() > 1 || keyring.ids().size() > 1) renew(connection, known);
    }

    /** The proofs, by the ids of their keys. */
    private static Map<String, String> known(Connection connection) throws SQLException {
        Map<String, String> known = new LinkedHashMap<>();
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("select id, proof from encryption_key order by id")) {
            while (rows.next()) known.put(rows.getString(1), rows.getString(2));
        }
        return known;
    }

    private void verify(Map<String, String> known) {
        known.forEach((id, proof) -> {
            if (id.equals(Keyring.PLAIN)) return;
            if (!keyring.ids().contains(id)) throw new BadKeys(missing(id));
            try {
                keyring.open(PROOF_PLACE, proof);
            } catch (Unreadable another) {
                throw new BadKeys(("The key %s in %s is not the %1$s that this database was written with. Set the one"
                                + " that was; a new key needs another id, and stands before the old one (docs/keys.md)")
                        .formatted(id, KeySetting.SETTING));
            }
        });
    }

    private static String missing(String id) {
        return id.equals(Keyring.INVENTED)
                ? "This database was filled in the sandbox, by people who are not real. Move it away (the folder data), or"
                        + " name another in QUARKUS_DATASOURCE_JDBC_URL"
                : ("The database holds what members wrote under the key %s, which %s lacks. Add it again, behind the one"
                                + " to write with (docs/keys.md, also on keys that are lost)")
                        .formatted(id, KeySetting.SETTING);
    }

    private void renew(Connection connection, Map<String, String> known) throws SQLException {
        var count = new Count();
        connection.setAutoCommit(false);
        for (EncryptedColumn column : columns) {
            @Nullable Object after = null;
            do after = renewBatch(connection, column, after, count);
            while (after != null);
        }
        connection.setAutoCommit(true);
        if (count.renewed > 0) LOG.infof("Encrypted %d texts under the key %s", count.renewed, keyring.first());
        if (count.unreadable > 0) {
            LOG.errorf(
                    "%d texts can't be read and stay as they are, so keep all keys: %s",
                    count.unreadable, count.example);
            return;
        }
        for (String id : known.keySet()) if (!id.equals(keyring.first())) retire(connection, id);
        for (String id : keyring.ids())
            if (!id.equals(keyring.first()))
                LOG.infof(
                        "Nothing stands under the key %s: take it out of %s, unless you mean to put it in front",
                        id, KeySetting.SETTING);
    }

    private static void retire(Connection connection, String id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from encryption_key where id = ?")) {
            delete.setString(1, id);
            delete.executeUpdate();
        }
    }

    private static final class Count {
        private long renewed;
        private long unreadable;
        private String example = "";
    }

    private record Found(Object id, String sealed) {}

    /**
     * @param after the last id of the batch before
     * @return the last id of this one, or null when there is none
     */
    private @Nullable Object renewBatch(
            Connection connection, EncryptedColumn column, @Nullable Object after, Count count) throws SQLException {
        awaitTurn(connection);
        List<Found> batch = batch(connection, column, after);
        try (PreparedStatement update = connection.prepareStatement(column.replace())) {
            for (Found found : batch) {
                try {
                    update.setString(1, keyring.seal(column.place(), words(column, found)));
                } catch (Unreadable unreadable) {
                    if (count.unreadable++ == 0) count.example = unreadable.getMessage() + " (" + found.id() + ")";
                    continue;
                }
                update.setObject(2, found.id());
                update.setString(3, found.sealed());
                update.addBatch();
            }
            for (int changed : update.executeBatch()) count.renewed += changed;
        }
        connection.commit();
        return batch.isEmpty() ? null : batch.getLast().id();
    }

    /**
     * Holds the known keys until the transaction ends, so that no other process is in a batch meanwhile. Two of them in
     * the same rows would wait for each other's there, and H2 gives up waiting after two seconds, with half a batch done.
     */
    private static void awaitTurn(Connection connection) throws SQLException {
        try (Statement hold = connection.createStatement()) {
            while (true) {
                try (ResultSet held = hold.executeQuery("select id from encryption_key order by id for update")) {
                    return;
                } catch (SQLTimeoutException another) {
                    LOG.info("Waiting for another process that encrypts the same database");
                    connection.rollback();
                }
            }
        }
    }

    private List<Found> batch(Connection connection, EncryptedColumn column, @Nullable Object after)
            throws SQLException {
        List<Found> batch = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(column.others(after != null, BATCH))) {
            select.setString(1, keyring.first() + ":%");
            if (after != null) select.setObject(2, after);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) batch.add(new Found(rows.getObject(1), Objects.requireNonNull(rows.getString(2))));
            }
        }
        return batch;
    }

    private String words(EncryptedColumn column, Found found) {
        String plain = Keyring.PLAIN + ":";
        return found.sealed().startsWith(plain)
                ? found.sealed().substring(plain.length())
                : keyring.open(column.place(), found.sealed());
    }
}
