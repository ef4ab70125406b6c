package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What commands are called in the languages that Discord speaks. */
final class Locales {
    static final String DEFAULT = "en-US";
    static final List<String> NAMED = List.of("name_localizations", "description_localizations");

    private static final Set<String> KNOWN = Set.of(
            "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu",
            "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi",
            "zh-CN", "zh-TW");

    private Locales() {}

    static boolean isKnown(String locale) {
        return KNOWN.contains(locale);
    }

    /** A field of a command, an option or a choice as somebody of that locale reads it. */
    static String in(String locale, JsonObject of, String field) {
        String plain = of.getString(field, "");
        return of.getValue(field + "_localizations") instanceof JsonObject others
                ? others.getString(locale, plain)
                : plain;
    }

    static void check(JsonObject of, String field, Predicate<String> isGood) {
        if (!(of.getValue(field + "_localizations") instanceof JsonObject others)) return;
        for (String locale : others.fieldNames()) {
            String path = field + "_localizations." + locale;
            if (!KNOWN.contains(locale))
                throw Refusal.badForm(path, "ENUM_TYPE_COERCE", "\"" + locale + "\" is no locale of Discord's");
            String said = others.getString(locale);
            if (said != null && !isGood.test(said))
                throw Refusal.badForm(path, "APPLICATION_COMMAND_INVALID_NAME", "is invalid: " + said);
        }
    }
}
