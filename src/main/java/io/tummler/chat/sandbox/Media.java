package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Says of pictures and embeds what Discord adds by itself, so that clients can read them back. Nothing is fetched. */
final class Media {
    private static final List<String> OF_EMBEDS = List.of("image", "thumbnail");
    private static final List<String> OF_COMPONENTS = List.of("media", "file");

    private Media() {}

    static JsonArray inEmbeds(JsonArray embeds) {
        for (Object each : embeds) {
            if (!(each instanceof JsonObject embed)) throw Refusal.badForm("embeds", "is no object");
            if (!embed.containsKey("type")) embed.put("type", "rich");
            OF_EMBEDS.forEach(field -> complete(embed, field));
        }
        return embeds;
    }

    static JsonArray inComponents(JsonArray components, Snowflakes ids) {
        for (JsonObject component : Components.all(components)) {
            OF_COMPONENTS.forEach(field -> identify(component, field, ids));
            if (component.getValue("items") instanceof JsonArray items)
                for (Object item : items) if (item instanceof JsonObject picture) identify(picture, "media", ids);
        }
        return components;
    }

    private static void identify(JsonObject of, String field, Snowflakes ids) {
        complete(of, field);
        if (of.getValue(field) instanceof JsonObject media && !media.containsKey("id"))
            media.put("id", DiscordJson.text(ids.next()));
    }

    private static void complete(JsonObject of, String field) {
        if (!(of.getValue(field) instanceof JsonObject media) || media.containsKey("proxy_url")) return;
        String url = media.getString("url", "");
        media.put("proxy_url", url).put("width", 0).put("height", 0).put("content_type", "image/png");
    }
}
