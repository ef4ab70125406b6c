package io.tummler.credit;

import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.tummler.api.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** What a sentence's template makes of it, with ids where the platform would mention people. */
public final class Spoken {
    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .build();

    private Spoken() {}

    public static String english(Sentence sentence) {
        Class<?> type = sentence.getClass();
        String place = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        String name =
                type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        String path = "/templates/say/en/" + place + "/" + name + ".txt";
        try (var file = Objects.requireNonNull(Spoken.class.getResourceAsStream(path), path)) {
            String template = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return ENGINE.parse(template).data("the", sentence).render().strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
