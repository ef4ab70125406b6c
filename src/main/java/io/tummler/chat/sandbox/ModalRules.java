package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Discord's rules for what a bot offers instead of a message: a form to fill in, or choices to complete. */
final class ModalRules {
    private static final int TITLE_MAX = 45;
    private static final int CUSTOM_ID_MAX = 100;
    private static final int COMPONENTS_MAX = 5;
    private static final int CHOICES_MAX = 25;
    private static final int CHOICE_MAX = 100;
    private static final int LABEL_MAX = 45;
    private static final int INPUT_MAX = 4_000;

    private static final int TEXT_INPUT = 4;
    private static final int TEXT_DISPLAY = 10;
    private static final int LABEL = 18;

    private ModalRules() {}

    static void checkForm(JsonObject form) {
        Refusal.checkLength("data.title", form.getString("title", ""), 1, TITLE_MAX);
        Refusal.checkLength("data.custom_id", form.getString("custom_id", ""), 1, CUSTOM_ID_MAX);
        JsonArray components = form.getJsonArray("components", new JsonArray());
        Refusal.checkCount("data.components", components.size(), 1, COMPONENTS_MAX);
        for (int i = 0; i < components.size(); i++) checkPart(components.getJsonObject(i), "data.components." + i);
    }

    private static void checkPart(JsonObject part, String at) {
        switch (Components.type(part)) {
            case LABEL -> {
                Refusal.checkLength(at + ".label", part.getString("label", ""), 1, LABEL_MAX);
                if (!(part.getValue("component") instanceof JsonObject component))
                    throw Refusal.badForm(at + ".component", "BASE_TYPE_REQUIRED", "This field is required");
                checkField(component, at + ".component");
            }
            case Components.ROW -> {
                JsonArray inside = part.getJsonArray("components", new JsonArray());
                if (inside.size() != 1 || Components.type(inside.getJsonObject(0)) != TEXT_INPUT)
                    throw Refusal.badForm(at + ".components", "BASE_TYPE_BAD_LENGTH", "Must hold one text input.");
                checkField(inside.getJsonObject(0), at + ".components.0");
            }
            case TEXT_DISPLAY -> {}
            default ->
                throw Refusal.badForm(
                        at + ".type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1, 10, 18).");
        }
    }

    private static void checkField(JsonObject field, String at) {
        Refusal.checkLength(at + ".custom_id", field.getString("custom_id", ""), 1, CUSTOM_ID_MAX);
        if (Components.type(field) == TEXT_INPUT)
            Refusal.checkLength(at + ".value", field.getString("value", ""), 0, INPUT_MAX);
    }

    static void checkChoices(JsonObject offered) {
        JsonArray choices = offered.getJsonArray("choices", new JsonArray());
        Refusal.checkCount("data.choices", choices.size(), 0, CHOICES_MAX);
        for (int i = 0; i < choices.size(); i++)
            Refusal.checkLength(
                    "data.choices." + i + ".name", choices.getJsonObject(i).getString("name", ""), 1, CHOICE_MAX);
    }
}
