package io.tummler.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * What each account of the ledger holds, by the ledger's own arithmetic. The table {@code transfer} is the only one
 * that a move knows by name.
 *
 * @param credits by community and account, as many as there are accounts
 */
record Balances(Map<String, Long> credits) {
    private static final String SUMS = """
            select community_id, account, sum(amount)
            from (select community_id, credit as account, amount from transfer where kind not in ('PENDING', 'VOIDED')
                union all select community_id, debit as account, -amount from transfer
                where kind not in ('PENDING', 'VOIDED')) entry
            group by community_id, account""";

    static Balances of(Connection database) throws SQLException {
        Map<String, Long> credits = new HashMap<>();
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(SUMS)) {
            while (found.next()) credits.put(found.getString(1) + " " + found.getString(2), found.getLong(3));
        }
        return new Balances(credits);
    }

    /** In double entry, zero. */
    long sum() {
        return credits.values().stream().mapToLong(Long::longValue).sum();
    }
}
