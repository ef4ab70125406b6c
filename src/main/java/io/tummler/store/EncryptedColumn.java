package io.tummler.store;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.type.CustomType;

/** A column whose values are {@link EncryptedText}, in a table with an id of one column. */
record EncryptedColumn(String table, String id, String column) {
    /** All that entities have. */
    static List<EncryptedColumn> all(SessionFactoryImplementor hibernate) {
        List<EncryptedColumn> all = new ArrayList<>();
        hibernate
                .getMappingMetamodel()
                .forEachEntityDescriptor(entity -> entity.forEachAttributeMapping(attribute -> {
                    if (attribute instanceof BasicValuedModelPart basic
                            && basic.getJdbcMapping() instanceof CustomType<?> type
                            && type.getUserType() instanceof EncryptedText
                            && entity.getIdentifierMapping() instanceof BasicValuedModelPart id)
                        all.add(new EncryptedColumn(
                                basic.getContainingTableExpression(),
                                id.getSelectionExpression(),
                                basic.getSelectionExpression()));
                }));
        return all;
    }

    String place() {
        return EncryptedText.place(table, column);
    }

    /** The next rows in which it stands not as the first parameter would have it; the second is the id after which. */
    String others(boolean after, int limit) {
        return "select %s, %s from %s where %2$s <> '' and %2$s not like ?%s order by %1$s limit %d"
                .formatted(id, column, table, after ? " and " + id + " > ?" : "", limit);
    }

    /** Parameters: the new value, the row's id, and the value that it must have until then. */
    String replace() {
        return "update %s set %s = ? where %s = ? and %2$s = ?".formatted(table, column, id);
    }
}
