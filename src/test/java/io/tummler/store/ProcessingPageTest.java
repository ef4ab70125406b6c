package io.tummler.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;

/** What docs/processing.md says of the tables is so, and it leaves none out. */
@QuarkusTest
class ProcessingPageTest {
    private static final Path PAGE = Path.of("docs/processing.md");
    /** The first cell of a row of the table of tables. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");

    private static final Pattern COLUMN = Pattern.compile("`([a-z_]+\\.(?!yaml)[a-z_]+)`");

    @Inject
    SessionFactory hibernate;

    @Inject
    AgroalDataSource source;

    private static List<String> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private List<String> tables() throws SQLException {
        try (Connection connection = source.getConnection();
                ResultSet found =
                        connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE", "BASE TABLE"})) {
            List<String> tables = new ArrayList<>();
            while (found.next()) tables.add(found.getString("TABLE_NAME"));
            tables.remove("flyway_schema_history");
            return tables;
        }
    }

    @Test
    void it_has_a_row_for_each_table_and_for_nothing_else() throws Exception {
        assertThat(found(ROW)).containsExactlyInAnyOrderElementsOf(tables());
    }

    @Test
    void it_names_each_encrypted_column_and_no_other() throws IOException {
        assertThat(found(COLUMN))
                .containsExactlyInAnyOrderElementsOf(
                        EncryptedColumn.all(hibernate.unwrap(SessionFactoryImplementor.class)).stream()
                                .map(EncryptedColumn::place)
                                .toList());
    }
}
