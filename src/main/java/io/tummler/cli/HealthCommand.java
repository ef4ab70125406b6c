package io.tummler.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tummler health}: whether a running bot says that it is ready, for a container that has no curl and no shell. */
@Command(
        name = "health",
        description = {
            "Asks a running bot whether it is ready, and says in one line why not.",
            "The port is the one in QUARKUS_HTTP_PORT, or else 8080."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the bot is ready",
            "1:it is not, or does not answer within two seconds",
            "2:the command line makes no sense"
        })
final class HealthCommand implements Commands.Alone {
    /** For the connection, and again for the answer: less than the three seconds that a container gives a check. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Of an answer no more is read, in bytes. */
    private static final int ANSWER_MAX = 64 * 1024;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:${env:QUARKUS_HTTP_PORT:-8080}/q/health/ready",
            description = "Where the bot tells; by default ${DEFAULT-VALUE}.")
    private URI url = URI.create("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Optional<String> trouble = trouble(connection());
        trouble.ifPresent(this::complain);
        return trouble.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private HttpURLConnection connection() {
        try {
            // A proxy is for the way out; the bot is on this machine.
            if (url.getHost() != null && url.toURL().openConnection(Proxy.NO_PROXY) instanceof HttpURLConnection http)
                return http;
        } catch (MalformedURLException | IllegalArgumentException wrong) {
            // Told below, in the same words.
        } catch (IOException failed) {
            throw new IllegalStateException("opening does not connect yet", failed);
        }
        throw new ParameterException(
                spec.commandLine(),
                url + " is no address of http, such as http://127.0.0.1:8080/q/health/ready:"
                        + " correct --url, or QUARKUS_HTTP_PORT.");
    }

    private Optional<String> trouble(HttpURLConnection bot) {
        bot.setConnectTimeout((int) PATIENCE.toMillis());
        bot.setReadTimeout((int) PATIENCE.toMillis());
        bot.setInstanceFollowRedirects(false);
        try {
            int status = bot.getResponseCode();
            InputStream body = status < 400 ? bot.getInputStream() : bot.getErrorStream();
            return trouble(status, body == null ? new byte[0] : body.readNBytes(ANSWER_MAX));
        } catch (SocketTimeoutException late) {
            return Optional.of("The bot does not answer in time at " + url + ".");
        } catch (IOException failed) {
            return Optional.of("No bot answers at " + url + ": " + failed.getMessage()
                    + ". If it runs, name its port in QUARKUS_HTTP_PORT, or the whole address with --url.");
        } finally {
            bot.disconnect();
        }
    }

    private Optional<String> trouble(int status, byte[] body) throws IOException {
        JsonNode told = told(body);
        return switch (told.path("status").asText()) {
            case "UP" -> Optional.empty();
            case "DOWN" -> Optional.of("The bot is not ready: " + down(told.path("checks")) + ".");
            default ->
                Optional.of(url + " answers (HTTP " + status + "), but not as a bot tells its health; name the bot's"
                        + " port in QUARKUS_HTTP_PORT, or the whole address with --url.");
        };
    }

    private static JsonNode told(byte[] body) throws IOException {
        try {
            return new JsonMapper().readTree(body);
        } catch (JsonProcessingException other) {
            return MissingNode.getInstance();
        }
    }

    /** The names of what is down, each with what it says of itself. */
    private static String down(JsonNode checks) {
        String names = StreamSupport.stream(checks.spliterator(), false)
                .filter(check -> check.path("status").asText().equals("DOWN"))
                .map(check ->
                        check.path("name").asText() + (check.path("data").isEmpty() ? "" : " " + check.path("data")))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "it does not say why" : names;
    }

    private void complain(String why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(why.lines().collect(Collectors.joining(" ")));
        err.flush();
    }
}
