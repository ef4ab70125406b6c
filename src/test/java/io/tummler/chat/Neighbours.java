package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tummler.chat.sandbox.InteractionView;
import io.tummler.chat.sandbox.MessageView;
import io.tummler.chat.sandbox.Persona;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.ThreadView;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** People of the sandbox's community, and what holds for whatever the bot answers any of them. */
final class Neighbours {
    private static final List<String> OPEN_CHANNELS =
            List.of("welcome", "general", "kitchen", "workshop", "money-matters", "introductions");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sandbox sandbox;
    private final Set<Persona> acted = new LinkedHashSet<>();

    Neighbours(Sandbox sandbox) {
        this.sandbox = sandbox;
        await().atMost(PATIENCE).until(() -> sandbox.commands().contains("join"));
    }

    Persona named(String username) {
        Persona persona = sandbox.persona(username);
        acted.add(persona);
        return persona;
    }

    MessageView runs(Persona who, String command) {
        return runs(who, command, Map.of());
    }

    MessageView runs(Persona who, String command, Map<String, ?> options) {
        return answered(who, who.runs(command, options));
    }

    MessageView presses(Persona who, MessageView message, String label) {
        return answered(who, who.presses(message, label));
    }

    MessageView chooses(Persona who, MessageView message, String entry) {
        return answered(who, who.choosesFor(message, entry));
    }

    MessageView chooses(Persona who, Persona other, String entry) {
        return answered(who, who.choosesFor(other, entry));
    }

    /** The bot said at once that it is working on it, and then this, in components V2, to this person alone. */
    private MessageView answered(Persona who, InteractionView asked) {
        MessageView answer = asked.answer();
        assertThat(sandbox.requests())
                .as("acknowledged before anything else")
                .filteredOn(request -> request.path().contains("/" + asked.id() + "/"))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.path()).endsWith("/callback");
                    assertThat(request.status()).isBetween(200, 299);
                });
        assertThat(answer.authorId()).isEqualTo(sandbox.botId());
        assertThat(answer.deferred()).isFalse();
        JsonObject shown = shown(who, answer);
        assertThat(shown.getBoolean("secondVersion")).as("components V2").isTrue();
        assertThat(answer.ephemeral() || isBetweenTheTwo(answer))
                .as("for one alone")
                .isTrue();
        return answer;
    }

    private boolean isBetweenTheTwo(MessageView answer) {
        return acted.stream().anyMatch(who -> who.dms().stream().anyMatch(dm -> dm.id() == answer.id()));
    }

    /** A message as the page shows it. */
    private JsonObject shown(Persona who, MessageView message) {
        JsonArray there = asPage(who).getJsonObject("messages").getJsonArray(Long.toString(message.channelId()));
        return objects(there)
                .filter(it -> it.getString("id").equals(Long.toString(message.id())))
                .findFirst()
                .orElseThrow();
    }

    /** What somebody may run or choose, as Discord shows it in their language. */
    JsonObject offered(Persona who, String list, String name) {
        return objects(asPage(who).getJsonArray(list))
                .filter(it -> it.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }

    /** All that the sandbox's page has of the community for this person. */
    JsonObject asPage(Persona who) {
        // A server that is asked to switch to HTTP/2 in the same breath may leave the question itself unanswered.
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return new JsonObject(http.send(
                            HttpRequest.newBuilder(URI.create(sandbox.pageUrl() + "/api/world?as=" + who.id()))
                                    .timeout(Duration.ofSeconds(30))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    MessageView joins(Persona who, String... purposes) {
        MessageView panel = runs(who, "join");
        for (String purpose : purposes) panel = presses(who, panel, "Allow " + purpose);
        return panel;
    }

    MessageView hears(Persona who, String... words) {
        return await(who.username() + " hears " + String.join(", ", words))
                .atMost(PATIENCE)
                .until(
                        () -> who.dms().stream()
                                .filter(message -> Stream.of(words)
                                        .allMatch(word -> message.content().contains(word)))
                                .reduce((_, last) -> last)
                                .orElse(null),
                        Objects::nonNull);
    }

    /** Both have allowed introductions and direct messages; one asks for what the other offers, and both say yes. */
    ThreadView meet(Persona asker, Persona helper, String about) {
        runs(helper, "offer", Map.of("what", about));
        presses(asker, runs(asker, "ask", Map.of("what", about)), "Ask them");
        presses(helper, hears(helper, "Somebody here could use your help", about), "Yes, introduce us");
        presses(asker, hears(asker, "Somebody would help you", about), "Yes, bring us together");
        return findsThread(asker, about);
    }

    ThreadView findsThread(Persona who, String about) {
        return await(who.username() + " is in a thread about " + about)
                .atMost(PATIENCE)
                .until(
                        () -> who.threads().stream()
                                .filter(thread -> thread.messages().stream()
                                        .anyMatch(message -> message.content().contains(about)))
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
    }

    /** Whoever did nothing saw nothing of the bot. */
    void nobodyElseSawAnything() {
        Persona mina = sandbox.persona("mina");
        assertThat(acted).doesNotContain(mina);
        for (String channel : OPEN_CHANNELS)
            assertThat(mina.reads(channel)).noneMatch(message -> message.authorId() == sandbox.botId());
        assertThat(mina.threads()).isEmpty();
        assertThat(mina.sees()).isEmpty();
    }

    void areForgotten() {
        for (Persona persona : acted) {
            persona.speaks("en-US");
            MessageView sure = persona.runs("me", Map.of("what", "forget")).answer();
            persona.presses(sure, sure.buttons().getFirst().label()).answer();
        }
        acted.clear();
    }
}
