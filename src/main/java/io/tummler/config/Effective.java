package io.tummler.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What holds, as keys and values to be compared, kept and shown: {@code matching: minimum-score} is {@code 0.2}. */
@RegisterForReflection(registerFullHierarchy = true)
record Effective(Map<String, String> settings) {
    /** The key of the mode that is in effect, which a command may hold below that of the files. */
    static final String MODE = "mode in effect";

    Effective {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    static Effective of(Snapshot snapshot, Sections sections) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Setting setting : Setting.of(snapshot, sections)) settings.put(setting.path(), setting.shown());
        settings.put(MODE, Shapes.word(snapshot.mode()));
        return new Effective(settings);
    }

    /** @param before empty for a key that is new, as {@code after} is for one that is gone */
    @RegisterForReflection(registerFullHierarchy = true)
    record Change(String key, Optional<String> before, Optional<String> after) {}

    /** Changes that took effect together. */
    @RegisterForReflection(registerFullHierarchy = true)
    record Changed(List<Change> changes) {
        public Changed {
            changes = List.copyOf(changes);
        }

        String json(ObjectMapper json) {
            return Effective.kept(() -> json.writerFor(Changed.class).writeValueAsString(this));
        }

        static Changed read(ObjectMapper json, String text) {
            return Effective.kept(() -> json.readValue(text, Changed.class));
        }
    }

    String json(ObjectMapper json) {
        return kept(() -> json.writerFor(Effective.class).writeValueAsString(this));
    }

    static Effective read(ObjectMapper json, String text) {
        return kept(() -> json.readValue(text, Effective.class));
    }

    private interface Keeping<T> {
        T keep() throws JsonProcessingException;
    }

    private static <T> T kept(Keeping<T> keeping) {
        try {
            return keeping.keep();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings that can't be kept or read", e);
        }
    }

    /** What this differs in from what held before, in the order of the files. */
    List<Change> since(Effective before) {
        List<Change> changes = new ArrayList<>();
        settings.forEach((key, value) -> {
            Optional<String> old = Optional.ofNullable(before.settings.get(key));
            if (!old.equals(Optional.of(value))) changes.add(new Change(key, old, Optional.of(value)));
        });
        before.settings.forEach((key, value) -> {
            if (!settings.containsKey(key)) changes.add(new Change(key, Optional.of(value), Optional.empty()));
        });
        return List.copyOf(changes);
    }
}
