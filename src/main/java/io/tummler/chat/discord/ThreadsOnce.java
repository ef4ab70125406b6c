package io.tummler.chat.discord;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request that opens a thread once only. OkHttp sends a request again whose connection broke before the answer,
 * and JDA one that was answered 502, 504 or 529, although Discord may have done it: a message is saved from that by its
 * nonce, a thread by nothing. Whether the lost one was opened is asked before the next attempt.
 */
final class ThreadsOnce implements Interceptor {
    private static final String PATH_END = "/threads";
    private static final int SERVER_ERRORS = 500;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RequestBody body = request.body();
        if (body == null
                || !request.method().equals("POST")
                || !request.url().encodedPath().endsWith(PATH_END)) return chain.proceed(request);
        Response response =
                chain.proceed(request.newBuilder().post(new OneShot(body)).build());
        if (response.code() < SERVER_ERRORS) return response;
        response.close();
        throw new IOException("Discord answers " + response.code());
    }

    /** A body that OkHttp does not send twice. */
    private static final class OneShot extends RequestBody {
        private final RequestBody body;

        OneShot(RequestBody body) {
            this.body = body;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            body.writeTo(sink);
        }
    }
}
