package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What goes wrong with requests, as was asked for. Guarded by the world's lock. */
final class RestFaults {
    private static final int PLANNED_MAX = 1_000;

    sealed interface Fault {
        /** The answer comes instead of the work. */
        record Instead(RestCall.Answer answer) implements Fault {}

        /** The work is done and the connection cut instead of an answer. */
        record Lost() implements Fault {}

        /** The work waits. */
        record Delay(Duration by) implements Fault {}
    }

    private static final class Planned {
        private final String method;
        private final Pattern path;
        private final Fault fault;
        private int left;

        Planned(String method, String path, Fault fault, int times) {
            this.method = method;
            this.path = Pattern.compile(path);
            this.fault = fault;
            this.left = times;
        }

        @Override
        public String toString() {
            String what = switch (fault) {
                case Fault.Instead(RestCall.Answer answer) -> "answered " + answer.status();
                case Fault.Lost() -> "answer lost";
                case Fault.Delay(Duration by) -> "late by " + by;
            };
            return method + " " + path + " " + what + ", " + left + " times";
        }
    }

    private final List<Planned> planned = new ArrayList<>();

    void plan(String method, String path, Fault fault, int times) {
        if (times < 1) throw new IllegalArgumentException("a fault happens at least once: " + times);
        if (planned.size() >= PLANNED_MAX) throw new IllegalStateException("more than " + PLANNED_MAX + " are planned");
        planned.add(new Planned(method.toUpperCase(Locale.ROOT), path, fault, times));
    }

    Optional<Fault> next(String method, String path) {
        Optional<Planned> hit = planned.stream()
                .filter(it -> it.method.equals(method) && it.path.matcher(path).find())
                .findFirst();
        hit.ifPresent(it -> it.left--);
        planned.removeIf(it -> it.left <= 0);
        return hit.map(it -> it.fault);
    }

    List<String> planned() {
        return planned.stream().map(Planned::toString).toList();
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
