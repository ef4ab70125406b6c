package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Set;

/** Discord's rules for a message's components; what breaks one is named by its path. */
final class ComponentRules {
    private static final int ROWS_MAX = 5;
    private static final int BUTTONS_MAX = 5;
    private static final int COMPONENTS_MAX = 40;
    private static final int CUSTOM_ID_MAX = 100;
    private static final int LABEL_MAX = 80;
    private static final int TEXT_MAX = 4_000;
    private static final int SECTION_TEXTS_MAX = 3;
    private static final int GALLERY_MAX = 10;
    private static final int OPTIONS_MAX = 25;
    private static final int OPTION_MAX = 100;
    private static final int LINK = 5;
    private static final int PREMIUM = 6;

    private static final int STRING_SELECT = 3;
    private static final int CHANNEL_SELECT = 8;
    private static final int SECTION = 9;
    private static final int TEXT_DISPLAY = 10;
    private static final int THUMBNAIL = 11;
    private static final int GALLERY = 12;
    private static final int FILE = 13;
    private static final int SEPARATOR = 14;
    private static final int CONTAINER = 17;
    private static final Set<Integer> IN_CONTAINER =
            Set.of(Components.ROW, SECTION, TEXT_DISPLAY, GALLERY, FILE, SEPARATOR);
    private static final Set<Integer> ON_TOP =
            Set.of(Components.ROW, SECTION, TEXT_DISPLAY, GALLERY, FILE, SEPARATOR, CONTAINER);

    private final Set<String> ids = new HashSet<>();
    private int texts;

    private ComponentRules() {}

    static void check(JsonArray components, boolean second) {
        int all = Components.all(components).size();
        if (second && all > COMPONENTS_MAX)
            throw Refusal.badForm(
                    "components",
                    "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                    "The number of components, including nested ones, cannot exceed " + COMPONENTS_MAX);
        if (!second && !components.isEmpty()) Refusal.checkCount("components", components.size(), 1, ROWS_MAX);
        new ComponentRules().children(components, "components", second ? ON_TOP : Set.of(Components.ROW));
    }

    private void children(JsonArray components, String path, Set<Integer> allowed) {
        for (int i = 0; i < components.size(); i++) {
            String at = path + "." + i;
            JsonObject component = components.getJsonObject(i);
            if (!allowed.contains(Components.type(component)))
                throw Refusal.badForm(
                        at + ".type",
                        "UNION_TYPE_CHOICES",
                        "Value of field \"type\" must be one of "
                                + allowed.stream().sorted().toList() + ".");
            one(component, at);
        }
    }

    private void one(JsonObject component, String at) {
        int type = Components.type(component);
        switch (type) {
            case Components.ROW -> row(nested(component, at), at + ".components");
            case Components.BUTTON -> button(component, at);
            case SECTION -> section(component, at);
            case TEXT_DISPLAY -> text(component, at);
            case GALLERY -> {
                int items = component.getJsonArray("items", new JsonArray()).size();
                Refusal.checkCount(at + ".items", items, 1, GALLERY_MAX);
            }
            case CONTAINER -> children(nested(component, at), at + ".components", IN_CONTAINER);
            default -> {
                if (type >= STRING_SELECT && type <= CHANNEL_SELECT) select(component, at);
            }
        }
    }

    private static JsonArray nested(JsonObject component, String at) {
        JsonArray nested = component.getJsonArray("components", new JsonArray());
        if (nested.isEmpty()) throw Refusal.badForm(at + ".components", "BASE_TYPE_REQUIRED", "This field is required");
        return nested;
    }

    /** Up to five buttons, or one menu. */
    private void row(JsonArray inside, String at) {
        boolean menu = Components.type(inside.getJsonObject(0)) != Components.BUTTON;
        Refusal.checkCount(at, inside.size(), 1, menu ? 1 : BUTTONS_MAX);
        children(inside, at, menu ? Set.of(3, 5, 6, 7, 8) : Set.of(Components.BUTTON));
    }

    private void section(JsonObject section, String at) {
        JsonArray texts = nested(section, at);
        Refusal.checkCount(at + ".components", texts.size(), 1, SECTION_TEXTS_MAX);
        children(texts, at + ".components", Set.of(TEXT_DISPLAY));
        if (!(section.getValue("accessory") instanceof JsonObject accessory))
            throw Refusal.badForm(at + ".accessory", "BASE_TYPE_REQUIRED", "This field is required");
        int type = Components.type(accessory);
        if (type != Components.BUTTON && type != THUMBNAIL)
            throw Refusal.badForm(
                    at + ".accessory.type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (2, 11).");
        one(accessory, at + ".accessory");
    }

    private void text(JsonObject text, String at) {
        String content = text.getString("content", "");
        Refusal.checkLength(at + ".content", content, 1, TEXT_MAX);
        texts += content.length();
        if (texts > TEXT_MAX)
            throw Refusal.badForm(
                    "components",
                    "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                    "Total displayable text size exceeds maximum size of " + TEXT_MAX);
    }

    private void button(JsonObject button, String at) {
        int style = button.getInteger("style", 0);
        if (style < 1 || style > PREMIUM)
            throw Refusal.badForm(at + ".style", "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5, 6}.");
        String label = button.getString("label", "");
        Refusal.checkMaxLength(at + ".label", label, LABEL_MAX);
        if (style < PREMIUM && label.isEmpty() && button.getValue("emoji") == null)
            throw Refusal.badForm(at, "BUTTON_COMPONENT_INVALID_LABEL", "A label or an emoji is required");
        boolean url = !button.getString("url", "").isEmpty();
        if (style == LINK && !url) throw Refusal.badForm(at + ".url", "BASE_TYPE_REQUIRED", "This field is required");
        if (style < LINK) customId(button, at);
        else if (button.getValue("custom_id") != null)
            throw Refusal.badForm(at, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "Only one of the two");
    }

    private void select(JsonObject select, String at) {
        customId(select, at);
        if (Components.type(select) != STRING_SELECT) return;
        JsonArray options = select.getJsonArray("options", new JsonArray());
        Refusal.checkCount(at + ".options", options.size(), 1, OPTIONS_MAX);
        Set<String> values = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            JsonObject option = options.getJsonObject(i);
            String here = at + ".options." + i;
            Refusal.checkLength(here + ".label", option.getString("label", ""), 1, OPTION_MAX);
            Refusal.checkLength(here + ".value", option.getString("value", ""), 1, OPTION_MAX);
            if (!values.add(option.getString("value")))
                throw Refusal.badForm(
                        here + ".value",
                        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                        "The specified option value is already used");
        }
        if (select.getInteger("min_values", 1) > select.getInteger("max_values", 1))
            throw Refusal.badForm(at + ".min_values", "NUMBER_TYPE_MAX", "must not be above max_values");
    }

    private void customId(JsonObject component, String at) {
        String id = component.getString("custom_id", "");
        Refusal.checkLength(at + ".custom_id", id, 1, CUSTOM_ID_MAX);
        if (!ids.add(id))
            throw Refusal.badForm(
                    at + ".custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }
}
