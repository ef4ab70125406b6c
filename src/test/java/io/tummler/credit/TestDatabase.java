package io.tummler.credit;

import io.tummler.store.TestPostgres;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/** A database of its own, migrated, without Quarkus around it: what runs on it takes its entity manager. */
public final class TestDatabase {
    /** Which one; every database test runs on both. */
    public enum Kind {
        H2,
        POSTGRESQL
    }

    /** Making one takes seconds, so each is made once and stays until the JVM ends. */
    private static final Map<Object, TestDatabase> OPEN = new ConcurrentHashMap<>();

    private final EntityManager entities;

    private TestDatabase(String url, String user, String password, Class<?>... entityTypes) {
        Flyway.configure().dataSource(url, user, password).load().migrate();
        var configuration = new HibernatePersistenceConfiguration("test")
                .managedClasses(entityTypes)
                .property("jakarta.persistence.jdbc.url", url)
                .property("jakarta.persistence.jdbc.user", user)
                .property("jakarta.persistence.jdbc.password", password)
                // As in the product: one dialect for both databases.
                .property("hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect");
        this.entities = configuration.createEntityManagerFactory().createEntityManager();
    }

    /** The database of this kind with these entities, without a row of theirs. */
    public static TestDatabase of(Kind kind, Class<?>... entityTypes) {
        TestDatabase database = OPEN.computeIfAbsent(List.of(kind, List.of(entityTypes)), _ -> open(kind, entityTypes));
        database.run(() -> {
            for (Class<?> type : entityTypes)
                database.entities
                        .createQuery("delete from " + type.getSimpleName())
                        .executeUpdate();
        });
        return database;
    }

    private static TestDatabase open(Kind kind, Class<?>... entityTypes) {
        return switch (kind) {
            case H2 -> h2(entityTypes);
            case POSTGRESQL -> postgresql(entityTypes);
        };
    }

    private static TestDatabase h2(Class<?>... entityTypes) {
        String url = "jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
        return new TestDatabase(url, "tummler", "tummler", entityTypes);
    }

    private static TestDatabase postgresql(Class<?>... entityTypes) {
        return new TestDatabase(TestPostgres.newDatabase(), "postgres", "postgres", entityTypes);
    }

    /** The one entity manager, for what is under test. */
    public EntityManager entities() {
        return entities;
    }

    /** Does it in one transaction, which is rolled back when it throws. */
    public <T> T transact(Supplier<T> work) {
        var transaction = entities.getTransaction();
        transaction.begin();
        try {
            T result = work.get();
            transaction.commit();
            return result;
        } finally {
            if (transaction.isActive()) transaction.rollback();
            entities.clear();
        }
    }

    public void run(Runnable work) {
        transact(() -> {
            work.run();
            return true;
        });
    }
}
