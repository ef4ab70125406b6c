package io.tummler.store;

import io.agroal.api.AgroalDataSource;
import io.tummler.api.CommunityId;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Removes all rows of a community, of whichever table: those that bear its id, and those that bear a member's. So no
 * engine has to do anything for it, and none can forget to. The ledger goes too: nobody is left whom it is about.
 */
@Singleton
public class Erasure {
    /** Of the installation; and commands, which name their community only until they are done, and go after a day. */
    private static final Set<String> OF_NO_COMMUNITY = Set.of("encryption_key", "fingerprint_key", "interaction");

    private final AgroalDataSource source;

    Erasure(AgroalDataSource source) {
        this.source = source;
    }

    /** What the rows of a table belong to, and how those of one community are found. */
    enum Whose {
        /** First, while it is known who its members are. */
        A_MEMBER("member_id in (select id from member where community_id = ?)"),
        A_COMMUNITY("community_id = ?"),
        /** The communities themselves. */
        NOBODY_ELSE("id = ?");

        private final String condition;

        Whose(String condition) {
            this.condition = condition;
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void of(CommunityId community) {
        try (Connection connection = source.getConnection()) {
            of(connection, community.value());
        } catch (SQLException e) {
            throw new IllegalStateException("A community could not be removed", e);
        }
    }

    static void of(Connection database, UUID community) throws SQLException {
        // Those that refer to others come before these.
        List<Table> tables = Table.of(database).reversed().stream()
                .filter(table -> !OF_NO_COMMUNITY.contains(table.name()))
                .toList();
        for (Whose whose : Whose.values())
            for (Table table : tables)
                if (whose(table) == whose)
                    try (PreparedStatement delete = database.prepareStatement(
                            "delete from \"" + table.name() + "\" where " + whose.condition)) {
                        delete.setObject(1, community);
                        delete.executeUpdate();
                    }
    }

    /** @throws IllegalStateException for a table of which nobody has said it */
    private static Whose whose(Table table) {
        if (table.name().equals("community")) return Whose.NOBODY_ELSE;
        if (table.columns().contains("community_id")) return Whose.A_COMMUNITY;
        if (table.columns().contains("member_id")) return Whose.A_MEMBER;
        throw new IllegalStateException("Rows of the table " + table.name()
                + " need a column community_id or member_id," + " or have to be of no community");
    }
}
