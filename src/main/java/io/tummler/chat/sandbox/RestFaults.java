package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What goes wrong with requests, as was asked for. Guarded by the world's lock. */
final class RestFaults {
    sealed interface Fault {
        /** The answer comes instead of the work. */
        record Instead(RestCall.Answer answer) implements Fault {}

        /** The work is done and the connection cut instead of an answer. */
        record Lost() implements Fault {}

        /** The work waits. */
        record Delay(Duration by) implements Fault {}
    }

    private record Planned(String method, Pattern path, Fault fault) {
        @Override
        public String toString() {
            String what = switch (fault) {
                case Fault.Instead(RestCall.Answer answer) -> "answered " + answer.status();
                case Fault.Lost() -> "answer lost";
                case Fault.Delay(Duration by) -> "late by " + by;
            };
            return method + " " + path + " " + what;
        }
    }

    private final Plans<Planned> planned = new Plans<>();

    void plan(String method, String path, Fault fault, int times) {
        planned.add(new Planned(method.toUpperCase(Locale.ROOT), Pattern.compile(path), fault), times);
    }

    Optional<Fault> next(String method, String path) {
        return planned.take(
                        it -> it.method.equals(method) && it.path.matcher(path).find())
                .map(Planned::fault);
    }

    List<String> planned() {
        return planned.lines();
    }

    void clear() {
        planned.clear();
    }

    /** How Discord looks when it fails so. */
    static RestCall.Answer error(int status, Optional<Integer> code) {
        if (status < 400 || status > 599)
            throw new IllegalArgumentException("an error's status is 400 to 599: " + status);
        if (status == Refusal.TOO_MANY)
            return Rest.tooMany(Duration.ofSeconds(1), "You are being rate limited.", false, "user");
        int usual = status == 403 ? 50013 : 0;
        String message = status == 403 ? "Missing Permissions" : status + ": as asked of the sandbox";
        return new RestCall.Answer(
                status, new JsonObject().put("message", message).put("code", code.orElse(usual)), Map.of());
    }
}
