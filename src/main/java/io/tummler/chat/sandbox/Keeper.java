package io.tummler.chat.sandbox;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps the world in a file, written shortly after a change and at close, by a move, so that a crash leaves either the
 * old state or the new one.
 */
final class Keeper {
    private static final long REST_MILLIS = 250;
    private final System.Logger log = System.getLogger(Keeper.class.getName());

    private final World world;
    private final Path file;
    private final ScheduledExecutorService timer;
    private final AtomicBoolean due = new AtomicBoolean();

    Keeper(World world, Path file, ScheduledExecutorService timer) {
        this.world = world;
        this.file = file.toAbsolutePath();
        this.timer = timer;
    }

    void load() {
        if (!Files.exists(file)) return;
        try {
            Snapshot.load(new JsonObject(Files.readString(file)), world);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (DecodeException
                | DateTimeException
                | IllegalArgumentException
                | NullPointerException
                | ClassCastException
                | Refusal broken) {
            throw new IllegalStateException(
                    "The sandbox cannot read its state in " + file + ": " + broken.getMessage()
                            + ". Delete or move the file to start afresh.",
                    broken);
        }
    }

    void soon() {
        if (!due.compareAndSet(false, true)) return;
        try {
            var _ = timer.schedule(this::saveOrWarn, REST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            due.set(false); // close() saves
        }
    }

    private void saveOrWarn() {
        try {
            save();
        } catch (UncheckedIOException failed) {
            log.log(System.Logger.Level.WARNING, "The sandbox could not save its state to " + file, failed);
        }
    }

    synchronized void save() {
        due.set(false);
        String state = world.with(() -> Snapshot.of(world).encode());
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, state);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
