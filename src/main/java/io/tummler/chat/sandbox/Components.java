package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Walks Discord's message components, the classic rows and those of the second version. */
final class Components {
    static final int ROW = 1;
    static final int BUTTON = 2;
    private static final int TEXT_DISPLAY = 10;
    private static final String ID = "id";

    private Components() {}

    /** Every component with those inside it, in the order in which a reader meets them. */
    static List<JsonObject> all(JsonArray components) {
        List<JsonObject> found = new ArrayList<>();
        for (Object each : components) {
            if (!(each instanceof JsonObject component)) throw Refusal.badForm("components", "is no object");
            found.add(component);
            found.addAll(all(children(component)));
        }
        return found;
    }

    private static JsonArray children(JsonObject component) {
        var inside = new JsonArray();
        if (component.getValue("components") instanceof JsonArray nested) inside.addAll(nested);
        if (component.getValue("accessory") instanceof JsonObject accessory) inside.add(accessory);
        return inside;
    }

    static void texts(JsonArray components, List<String> into) {
        for (JsonObject component : all(components))
            if (type(component) == TEXT_DISPLAY) into.add(component.getString("content", ""));
    }

    /** The buttons, row by row; a button beside a text is a row of its own. */
    static List<List<JsonObject>> rows(JsonArray components) {
        List<List<JsonObject>> rows = new ArrayList<>();
        for (JsonObject component : all(components)) {
            if (type(component) == ROW) {
                List<JsonObject> row = all(children(component)).stream()
                        .filter(it -> type(it) == BUTTON)
                        .toList();
                if (!row.isEmpty()) rows.add(row);
            } else if (component.getValue("accessory") instanceof JsonObject accessory && type(accessory) == BUTTON) {
                rows.add(List.of(accessory));
            }
        }
        return rows;
    }

    static int type(JsonObject component) {
        return component.getInteger("type", 0);
    }
}
