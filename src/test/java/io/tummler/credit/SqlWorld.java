package io.tummler.credit;

import io.tummler.api.Account;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.hibernate.Session;

/** A ledger in a database whose connection breaks at whichever write it is told to. */
final class SqlWorld implements Simulation.World {
    private final TestDatabase database;
    private final SqlShelf shelf;
    private final Register register;
    private int writesLeft = Integer.MAX_VALUE;

    SqlWorld(TestDatabase database) {
        this(database, 0);
    }

    /** @param first from which its ids count, so that several have different ones */
    SqlWorld(TestDatabase database, long first) {
        this.database = database;
        this.shelf = new SqlShelf(new Sql(breaking(database.entities())), database.turns());
        var ids = new AtomicLong(first);
        this.register = new Register(shelf, () -> new UUID(3, ids.incrementAndGet()));
    }

    private EntityManager breaking(EntityManager entities) {
        var session = entities.unwrap(Session.class);
        var breaking = (Session) Proxy.newProxyInstance(
                SqlWorld.class.getClassLoader(), new Class<?>[] {Session.class}, (_, method, arguments) -> {
                    // The only way by which anything is written.
                    if (method.getName().equals("doWork") && writesLeft-- == 0) throw new MemoryShelf.Crash();
                    try {
                        return method.invoke(session, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return (EntityManager) Proxy.newProxyInstance(
                SqlWorld.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (_, method, arguments) -> {
                    if (method.getName().equals("unwrap"))
                        return arguments[0] == Session.class ? breaking : session.unwrap((Class<?>) arguments[0]);
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    @Override
    public Register register() {
        return register;
    }

    @Override
    public <T> T transact(int writes, Supplier<T> work) {
        writesLeft = writes < 0 ? Integer.MAX_VALUE : writes;
        return database.transact(() -> {
            T result = work.get();
            if (writes >= 0) throw new MemoryShelf.Crash();
            return result;
        });
    }

    @Override
    public Totals totals(Account account) {
        writesLeft = Integer.MAX_VALUE;
        String key = Entry.key(account);
        return database.transact(() -> shelf.totals(account.community().value(), Set.of(key)))
                .getOrDefault(key, Totals.NONE);
    }
}
