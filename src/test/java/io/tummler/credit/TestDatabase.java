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

    /** What a book keeps in step with its entries. */
    private static final List<String> BESIDE_ENTRIES =
            List.of("ledger_head", "ledger_account", "ledger_promise", "ledger_tile", "ledger_root");

    /** Making one takes seconds, so each is made once and stays until the JVM ends. */
    private static final Map<Object, TestDatabase> OPEN = new ConcurrentHashMap<>();

    private final EntityManager entities;
    private final Turns turns;

    private TestDatabase(EntityManager entities, Turns turns) {
        this.entities = entities;
        this.turns = turns;
    }

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
        this.turns = new Turns();
    }

    /** The database of this kind with these entities, without a row of theirs. */
    public static TestDatabase of(Kind kind, Class<?>... entityTypes) {
        TestDatabase database = OPEN.computeIfAbsent(List.of(kind, List.of(entityTypes)), _ -> open(kind, entityTypes));
        database.run(() -> {
            for (Class<?> type : entityTypes)
                database.entities
                        .createQuery("delete from " + type.getSimpleName())
                        .executeUpdate();
            for (String table : BESIDE_ENTRIES)
                database.entities.createNativeQuery("delete from " + table).executeUpdate();
        });
        return database;
    }

    /** One that is there, and empty or migrated. */
    static TestDatabase at(String url, String user, String password, Class<?>... entityTypes) {
        return new TestDatabase(url, user, password, entityTypes);
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

    /** The same database, for another thread: with an entity manager and transactions of its own. */
    TestDatabase beside() {
        return new TestDatabase(entities.getEntityManagerFactory().createEntityManager(), turns);
    }

    /** As {@link #beside}, and from another process: only PostgreSQL has several. */
    TestDatabase elsewhere() {
        return new TestDatabase(entities.getEntityManagerFactory().createEntityManager(), new Turns());
    }

    /** Nobody can use it any more, and H2 lets go of its file. */
    void close() {
        entities.getEntityManagerFactory().close();
    }

    Turns turns() {
        return turns;
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
