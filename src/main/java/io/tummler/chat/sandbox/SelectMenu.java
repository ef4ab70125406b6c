package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/** A select menu, under a message or in a form, and what may be chosen in it. */
record SelectMenu(JsonObject menu) {
    static final int STRING = 3;
    private static final int USER = 5;
    private static final int ROLE = 6;
    private static final int MENTIONABLE = 7;
    private static final int CHANNEL = 8;
    private static final Set<Integer> TYPES = Set.of(STRING, USER, ROLE, MENTIONABLE, CHANNEL);

    static boolean is(JsonObject component) {
        return TYPES.contains(Components.type(component));
    }

    /**
     * What was chosen, in Discord's words.
     *
     * @param required whether nothing at all is too little, where the menu asks for something
     */
    JsonObject chosen(List<String> values, boolean required, Resolved resolved) {
        int least = menu.getInteger("min_values", 1);
        int most = menu.getInteger("max_values", 1);
        if (values.size() > most) throw Refusal.plain(400, "Choose at most " + most);
        if (values.size() < least && (required || !values.isEmpty()))
            throw Refusal.plain(400, "Choose at least " + least);
        if (Set.copyOf(values).size() < values.size()) throw Refusal.plain(400, "Choose each only once");
        for (String value : values) check(value, resolved);
        return new JsonObject()
                .put("type", Components.type(menu))
                .put("custom_id", menu.getString("custom_id"))
                .put("values", new JsonArray(List.copyOf(values)));
    }

    private void check(String value, Resolved resolved) {
        String field = menu.getString("placeholder", "The menu");
        switch (Components.type(menu)) {
            case STRING -> {
                boolean known = menu.getJsonArray("options", new JsonArray()).stream()
                        .anyMatch(it -> ((JsonObject) it).getString("value").equals(value));
                if (!known) throw Refusal.plain(400, "The menu has no such entry");
            }
            case USER -> resolved.person(value, field);
            case ROLE -> resolved.role(value, field);
            case MENTIONABLE -> resolved.personOrRole(value, field);
            default -> resolved.channel(value, field, menu.getJsonArray("channel_types", new JsonArray()));
        }
    }
}
