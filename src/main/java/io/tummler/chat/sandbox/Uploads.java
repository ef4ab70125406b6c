package io.tummler.chat.sandbox;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.List;

/** Reads the body of a request, files and all, into memory. */
final class Uploads implements Handler<RoutingContext> {
    private static final String KEY = Uploads.class.getName();
    private static final int TOO_LARGE = 413;
    private static final int KEPT_BYTES_MAX = 1024 * 1024;

    private final long bytesMax;
    private final Handler<RoutingContext> others;

    Uploads(long bytesMax) {
        this.bytesMax = bytesMax;
        others = BodyHandler.create(false).setBodyLimit(bytesMax);
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith("multipart/form-data")) {
            others.handle(context);
            return;
        }
        List<Upload> files = new ArrayList<>();
        var sizes = new long[1];
        request.setExpectMultipart(true)
                .uploadHandler(file -> read(file, files, sizes))
                .exceptionHandler(context::fail)
                .endHandler(_ -> {
                    if (sizes[0] > bytesMax) {
                        context.fail(TOO_LARGE);
                        return;
                    }
                    context.put(KEY, files);
                    context.next();
                });
    }

    private void read(HttpServerFileUpload file, List<Upload> into, long[] sizes) {
        Buffer bytes = Buffer.buffer();
        var size = new long[1];
        file.handler(chunk -> {
            size[0] += chunk.length();
            sizes[0] += chunk.length();
            if (size[0] <= KEPT_BYTES_MAX) bytes.appendBuffer(chunk);
        });
        file.endHandler(_ -> into.add(new Upload(
                file.name(),
                file.filename(),
                file.contentType(),
                size[0],
                size[0] <= KEPT_BYTES_MAX ? bytes : Buffer.buffer())));
    }

    static List<Upload> of(RoutingContext context) {
        List<Upload> files = context.get(KEY);
        return files == null ? List.of() : files;
    }
}
