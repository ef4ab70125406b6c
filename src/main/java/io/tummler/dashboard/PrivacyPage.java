package io.tummler.dashboard;

import io.quarkus.qute.Engine;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code /privacy}: what is held about members, why, for how long and who sees it, for anybody to read; whole in one answer,
 * without a script or a request to anybody else.
 */
@Singleton
class PrivacyPage {
    private static final String NOTHING_BUT_ITSELF =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Engine templates;
    private final Operator operator;

    /**
     * Who runs this bot, as far as the page has to know.
     *
     * @param name none where the operator has not said it, as with the contact
     * @param removedKept in days, what is kept of a community that the bot was put out of
     */
    record Operator(List<String> name, List<String> contact, long removedKept) {}

    PrivacyPage(
            Engine templates,
            @ConfigProperty(name = "tummler.operator.name") Optional<String> name,
            @ConfigProperty(name = "tummler.operator.contact") Optional<String> contact,
            @ConfigProperty(name = "tummler.privacy.removed-kept", defaultValue = "P30D") Duration removedKept) {
        this.templates = templates;
        this.operator = new Operator(
                name.stream().toList(), contact.stream().toList(), Math.ceilDiv(removedKept.toHours(), 24L));
    }

    void serve(@Observes Router router) {
        String page = render();
        router.route("/privacy").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(asked -> answer(asked, page));
    }

    String render() {
        return templates
                .getTemplate("page/privacy.html")
                .data("the", operator)
                .render()
                .strip();
    }

    private static void answer(RoutingContext asked, String page) {
        HttpServerResponse answer = asked.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Content-Security-Policy", NOTHING_BUT_ITSELF)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cache-Control", "max-age=3600");
        if (asked.request().method() == HttpMethod.HEAD) answer.end();
        else answer.end(page);
    }
}
