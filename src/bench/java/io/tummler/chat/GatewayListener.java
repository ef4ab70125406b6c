package io.tummler.chat;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.atomic.LongAdder;

/**
 * The cheapest client there can be: it logs in to a gateway on every shard, and counts frames without a look into them.
 * For each line on its standard input it prints how many events there were.
 */
public final class GatewayListener {
    private static final int TEXT = 1;
    private static final int GUILDS_AND_MESSAGES = 1 | 1 << 9 | 1 << 15;

    private final LongAdder events = new LongAdder();
    private final int port;
    private final String token;
    private final boolean compressed;

    private GatewayListener(int port, String token, boolean compressed) {
        this.port = port;
        this.token = token;
        this.compressed = compressed;
    }

    public static void main(String[] args) throws IOException {
        int shards = Integer.parseInt(args[2]);
        var listener = new GatewayListener(Integer.parseInt(args[0]), args[1], args[3].equals("zlib"));
        for (int shard = 0; shard < shards; shard++) {
            Socket socket = listener.connect(shard, shards);
            Thread.ofVirtual().start(() -> listener.listen(socket));
        }
        var lines = new Scanner(System.in, StandardCharsets.UTF_8);
        while (lines.hasNextLine()) {
            lines.nextLine();
            System.out.println(listener.events.sum());
        }
    }

    private Socket connect(int shard, int shards) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        String upgrade = "GET /gateway?v=10&encoding=json" + (compressed ? "&compress=zlib-stream" : "")
                + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
        socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
        int matched = 0;
        while (matched < 4) {
            int next = socket.getInputStream().read();
            if (next < 0) throw new IOException("the gateway does not answer");
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
        String identify = "{\"op\":2,\"d\":{\"token\":\"" + token + "\",\"properties\":{},\"intents\":"
                + GUILDS_AND_MESSAGES + ",\"shard\":[" + shard + "," + shards + "]}}";
        socket.getOutputStream().write(masked(identify));
        return socket;
    }

    /** A frame under the mask of zeros, which changes nothing; its length has to stand in the shortest form. */
    private static byte[] masked(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var frame = ByteBuffer.allocate(bytes.length + 8).put((byte) (0x80 | TEXT));
        if (bytes.length < 126) frame.put((byte) (0x80 | bytes.length));
        else frame.put((byte) (0x80 | 126)).putShort((short) bytes.length);
        frame.putInt(0).put(bytes).flip();
        var exact = new byte[frame.remaining()];
        frame.get(exact);
        return exact;
    }

    private void listen(Socket socket) {
        try (socket) {
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
            boolean hello = true;
            while (true) {
                int first = in.readUnsignedByte();
                long length = in.readUnsignedByte() & 0x7f;
                if (length == 126) length = in.readUnsignedShort();
                else if (length == 127) length = in.readLong();
                in.skipNBytes(length);
                if ((first & 0x0f) == 8) return;
                boolean last = (first & 0x80) != 0;
                if (last && !hello) events.increment();
                if (last) hello = false;
            }
        } catch (IOException closed) {
            // It is over.
        }
    }
}
