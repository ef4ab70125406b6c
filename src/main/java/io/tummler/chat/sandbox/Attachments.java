package io.tummler.chat.sandbox;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the files contain that were sent not long ago; it does not outlive a restart. Guarded by the world's lock. */
final class Attachments {
    private static final long BYTES_MAX = 32L * 1024 * 1024;
    private static final int FILES_MAX = 1_000;

    private final Map<Long, Upload> files = new LinkedHashMap<>();
    private long bytes;

    void keep(long id, Upload file) {
        if (file.bytes().length() == 0 && file.size() > 0) return;
        files.put(id, file);
        bytes += file.bytes().length();
        var oldest = files.entrySet().iterator();
        while (bytes > BYTES_MAX || files.size() > FILES_MAX) {
            bytes -= oldest.next().getValue().bytes().length();
            oldest.remove();
        }
    }

    /** Serves them where Discord would, with no login, as the addresses are only told to whoever may see them. */
    void mount(Router router, World world) {
        router.get("/attachments/:channel/:attachment/:name")
                .handler(context ->
                        send(context, world.with(() -> files.get(Snowflakes.parse(context.pathParam("attachment"))))));
    }

    private static void send(RoutingContext context, @Nullable Upload file) {
        if (file == null)
            context.response().setStatusCode(404).end("The sandbox no longer has this file, or it was over 1 MB\n");
        else
            context.response()
                    .putHeader("Content-Type", file.type())
                    .putHeader("Content-Disposition", "attachment")
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .end(file.bytes());
    }
}
