package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Discord's limits on embeds. */
final class EmbedRules {
    private static final int EMBEDS_MAX = 10;
    private static final int TITLE_MAX = 256;
    private static final int DESCRIPTION_MAX = 4_096;
    private static final int FIELDS_MAX = 25;
    private static final int FIELD_NAME_MAX = 256;
    private static final int FIELD_VALUE_MAX = 1_024;
    private static final int FOOTER_MAX = 2_048;
    private static final int AUTHOR_MAX = 256;
    private static final int TOTAL_MAX = 6_000;

    private EmbedRules() {}

    static void check(JsonArray embeds) {
        Refusal.checkCount("embeds", embeds.size(), 0, EMBEDS_MAX);
        int total = 0;
        for (int i = 0; i < embeds.size(); i++) total += length(embeds.getJsonObject(i), "embeds." + i);
        if (total > TOTAL_MAX)
            throw Refusal.badForm(
                    "embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of " + TOTAL_MAX);
    }

    private static int length(JsonObject embed, String path) {
        int total = text(embed, "title", path, TITLE_MAX) + text(embed, "description", path, DESCRIPTION_MAX);
        JsonArray fields = embed.getJsonArray("fields", new JsonArray());
        Refusal.checkCount(path + ".fields", fields.size(), 0, FIELDS_MAX);
        for (int i = 0; i < fields.size(); i++) {
            JsonObject field = fields.getJsonObject(i);
            String at = path + ".fields." + i;
            if (field.getString("name", "").isEmpty()
                    || field.getString("value", "").isEmpty())
                throw Refusal.badForm(at, "BASE_TYPE_REQUIRED", "This field is required");
            total += text(field, "name", at, FIELD_NAME_MAX) + text(field, "value", at, FIELD_VALUE_MAX);
        }
        if (embed.getValue("footer") instanceof JsonObject footer)
            total += text(footer, "text", path + ".footer", FOOTER_MAX);
        if (embed.getValue("author") instanceof JsonObject author)
            total += text(author, "name", path + ".author", AUTHOR_MAX);
        return total;
    }

    private static int text(JsonObject of, String field, String path, int max) {
        String text = of.getString(field);
        if (text == null) return 0;
        Refusal.checkMaxLength(path + "." + field, text, max);
        return text.length();
    }
}
