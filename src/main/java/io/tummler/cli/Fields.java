package io.tummler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Takes typed values out of one message's JSON, or says what is wrong with it. */
final class Fields {
    /** No id of a person or a message is longer, in characters; platforms' are shorter, and so are people's names. */
    static final int KEY_MAX = 64;

    private final Instant latest;

    /** A value that is missing or of another type than it must be. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String what) {
            super(what, null, false, false);
        }
    }

    Fields(Instant now) {
        latest = now.plus(Duration.ofDays(1));
    }

    String text(JsonNode of, String name) throws Malformed {
        JsonNode value = of.path(name);
        if (value.isMissingNode() || value.isNull()) throw new Malformed(name + " is missing");
        if (!value.isTextual()) throw new Malformed(name + " must be a string");
        return value.textValue();
    }

    /** A text that tells things apart, and so is neither empty nor endless. */
    String key(JsonNode of, String name) throws Malformed {
        String key = name(of, name);
        if (key.length() > KEY_MAX) throw new Malformed(name + " is longer than " + KEY_MAX + " characters");
        return key;
    }

    /** A text that is not empty. */
    String name(JsonNode of, String name) throws Malformed {
        String found = text(of, name);
        if (found.isBlank()) throw new Malformed(name + " is empty");
        return found;
    }

    Optional<String> optionalText(JsonNode of, String name) throws Malformed {
        JsonNode value = of.path(name);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(text(of, name));
    }

    boolean flag(JsonNode of, String name) throws Malformed {
        JsonNode value = of.path(name);
        if (value.isMissingNode() || value.isNull()) return false;
        if (!value.isBoolean()) throw new Malformed(name + " must be true or false");
        return value.booleanValue();
    }

    /** An empty list when it is missing. */
    JsonNode list(JsonNode of, String name) throws Malformed {
        JsonNode value = of.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isArray())
            throw new Malformed(name + " must be a list");
        return value;
    }

    JsonNode object(JsonNode of, String name) throws Malformed {
        JsonNode value = of.path(name);
        if (value.isMissingNode() || value.isNull()) throw new Malformed(name + " is missing");
        if (!value.isObject()) throw new Malformed(name + " must be an object");
        return value;
    }

    Instant time(JsonNode of, String name) throws Malformed {
        try {
            Instant time = OffsetDateTime.parse(text(of, name)).toInstant();
            // One such line would carry the transcript's clock away from all that follow.
            if (time.isAfter(latest)) throw new Malformed(name + " lies in the future");
            return time;
        } catch (DateTimeException notATime) {
            throw new Malformed(name + " must be a time such as 2026-01-31T12:00:00Z");
        }
    }
}
