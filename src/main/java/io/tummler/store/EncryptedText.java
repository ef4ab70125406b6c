package io.tummler.store;

import io.quarkus.arc.Arc;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.usertype.DynamicParameterizedType;
import org.hibernate.usertype.UserType;
import org.jspecify.annotations.Nullable;

/**
 * A string that is encrypted at rest: {@code @Type(EncryptedText.class) String wording;}. Whatever a member wrote, and
 * whatever leads to a person beside the identity table, is of this type. Each value is encrypted differently, so that no
 * query can compare it.
 */
public final class EncryptedText implements UserType<String>, DynamicParameterizedType {
    private String place = "";

    /** Hibernate tells each property's own instance where it is. */
    @Override
    public void setParameterValues(Properties parameters) {
        var column = (ParameterType) Objects.requireNonNull(parameters.get(PARAMETER_TYPE));
        place = place(column.getTable(), column.getColumns()[0]);
    }

    static String place(String table, String column) {
        return table + "." + column;
    }

    private static Keyring keyring() {
        return Arc.requireContainer().instance(Keyring.class).get();
    }

    @Override
    public @Nullable String nullSafeGet(ResultSet row, int position, WrapperOptions options) throws SQLException {
        String sealed = row.getString(position);
        return sealed == null ? null : keyring().open(place, sealed);
    }

    @Override
    public void nullSafeSet(PreparedStatement statement, @Nullable String text, int position, WrapperOptions options)
            throws SQLException {
        statement.setString(position, text == null ? null : keyring().seal(place, text));
    }

    @Override
    public int getSqlType() {
        return SqlTypes.VARCHAR;
    }

    @Override
    public Class<String> returnedClass() {
        return String.class;
    }

    @Override
    public String deepCopy(String text) {
        return text;
    }

    @Override
    public boolean isMutable() {
        return false;
    }
}
