package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What Discord adds to components where their bot said nothing: an id, and what holds then. */
final class ComponentForm {
    private static final String ID = "id";
    private static final String SPOILER = "spoiler";
    private static final JsonObject CHOICE =
            new JsonObject().put("min_values", 1).put("max_values", 1);
    private static final JsonObject HIDDEN = new JsonObject().put(SPOILER, false);

    /** By type; a media gallery and a file have more that the sandbox does not know. */
    private static final Map<Integer, JsonObject> OTHERWISE = Map.of(
            3, CHOICE,
            5, CHOICE,
            6, CHOICE,
            7, CHOICE,
            8, CHOICE,
            11, HIDDEN.copy().putNull("description"),
            13, HIDDEN,
            14, new JsonObject().put("spacing", 1).put("divider", true),
            17, HIDDEN.copy().putNull("accent_color"));

    private ComponentForm() {}

    static void complete(JsonArray components) {
        List<JsonObject> all = Components.all(components);
        Set<Integer> taken = all.stream()
                .map(it -> it.getInteger(ID, 0))
                .filter(it -> it > 0)
                .collect(Collectors.toCollection(HashSet::new));
        int next = 1;
        for (JsonObject component : all) {
            OTHERWISE.getOrDefault(Components.type(component), new JsonObject()).forEach(other -> {
                if (!component.containsKey(other.getKey())) component.put(other.getKey(), other.getValue());
            });
            if (component.getInteger(ID, 0) > 0) continue;
            while (!taken.add(next)) next++;
            component.put(ID, next);
        }
    }
}
