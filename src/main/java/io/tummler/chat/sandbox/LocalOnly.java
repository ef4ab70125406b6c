package io.tummler.chat.sandbox;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.util.Set;

/**
 * Keeps foreign web pages out: a name that was rebound to this machine does not pass for it, and no page but the
 * sandbox's own may change anything or listen.
 */
final class LocalOnly implements Handler<RoutingContext> {
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isHere(request)) {
            refuse(context, "The sandbox answers to this machine only");
            return;
        }
        HostAndPort host = request.authority();
        if (host == null || !HERE.contains(host.host())) {
            refuse(context, "The sandbox answers to 127.0.0.1 and localhost only");
            return;
        }
        String origin = request.getHeader("Origin");
        boolean harmless =
                request.method().equals(HttpMethod.GET) && !request.headers().contains("Upgrade");
        if (origin != null && !harmless && !origin.equals(request.scheme() + "://" + host)) {
            refuse(context, "The sandbox takes nothing from other pages");
            return;
        }
        context.next();
    }

    /** By the address that the connection came from, whatever the server listens on that serves the page too. */
    private static boolean isHere(HttpServerRequest request) {
        SocketAddress from = request.connection().remoteAddress();
        if (from == null || from.hostAddress() == null) return false;
        try {
            return InetAddress.ofLiteral(from.hostAddress()).isLoopbackAddress();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static void refuse(RoutingContext context, String why) {
        context.response()
                .setStatusCode(403)
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject().put("error", why).toBuffer());
    }
}
