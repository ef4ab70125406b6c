package io.tummler.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The network between the bot and its database, on loopback, which a test can break. */
public final class Relay implements AutoCloseable {
    private static final int CHUNK = 8_192;

    /** What the network does. */
    public enum Network {
        WORKS,
        /** Connections are closed, and none is let through. */
        CUT,
        /** Packets vanish both ways: nothing is closed, and nothing comes. What vanished is sent again once it works. */
        SILENT
    }

    /**
     * The network breaks when a commit has gone to the database, before its confirmation comes back.
     *
     * @param statement what the transaction has sent before
     */
    private record CommitLost(String statement, Network then) {}

    private final int target;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Object change = new Object();
    private Network network = Network.WORKS;
    private @Nullable CommitLost toLose;

    /** @param target the database's port on loopback */
    public Relay(int target) {
        try {
            this.target = target;
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    public void becomes(Network next) {
        synchronized (change) {
            network = next;
            toLose = null;
            change.notifyAll();
        }
        if (next == Network.CUT) sockets.forEach(Relay::closeQuietly);
    }

    /** Breaks in the middle of the next transaction that sends this. */
    public void losesTheCommitAfter(String statement, Network then) {
        synchronized (change) {
            toLose = new CommitLost(statement, then);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket bot = server.accept();
                Thread.ofVirtual().start(() -> connect(bot));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket bot) {
        sockets.add(bot);
        try {
            if (!isLetThrough()) {
                closeQuietly(bot);
                return;
            }
            var database = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(database);
            Thread.ofVirtual().start(() -> pump(database, bot, false));
            pump(bot, database, true);
        } catch (IOException gone) {
            closeQuietly(bot);
        }
    }

    private void pump(Socket from, Socket to, boolean fromBot) {
        byte[] chunk = new byte[CHUNK];
        boolean sent = false;
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (!isLetThrough()) break;
                CommitLost lost = fromBot ? toLose() : null;
                String said = lost == null ? "" : new String(chunk, 0, read, ISO_8859_1);
                sent |= lost != null && said.contains(lost.statement);
                boolean breaks = sent && lost != null && said.contains("COMMIT");
                // Before it is sent, or the confirmation could come back through what is about to break.
                if (breaks) breakBut(lost.then, to);
                out.write(chunk, 0, read);
                if (breaks && lost.then == Network.CUT) break;
            }
        } catch (IOException gone) {
            // One of the two went.
        } finally {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private void breakBut(Network then, Socket kept) {
        synchronized (change) {
            network = then;
            toLose = null;
            change.notifyAll();
        }
        if (then == Network.CUT)
            sockets.stream().filter(socket -> socket != kept).forEach(Relay::closeQuietly);
    }

    private @Nullable CommitLost toLose() {
        synchronized (change) {
            return toLose;
        }
    }

    /** Waits while it is silent. */
    private boolean isLetThrough() {
        synchronized (change) {
            try {
                while (network == Network.SILENT && !server.isClosed()) change.wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return network == Network.WORKS;
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed anyway.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        becomes(Network.CUT);
    }
}
