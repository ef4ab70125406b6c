package io.tummler.listening;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateNode.Origin;
import io.tummler.api.Sentence;
import io.tummler.api.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a template says, wordings escaped for markdown. */
final class Rendered {
    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new ResultMapper() {
                @Override
                public boolean appliesTo(Origin origin, Object result) {
                    return result instanceof Wording;
                }

                @Override
                public String map(Object result, Expression expression) {
                    return escaped((Wording) result);
                }
            })
            .build();

    private Rendered() {}

    static String text(String template, Sentence the) {
        try (var in = Rendered.class.getResourceAsStream("/templates/say/en/listening/" + template + ".txt")) {
            assertThat(in).as(template).isNotNull();
            String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ENGINE.parse(source).data("the", the).render().strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String escaped(Wording wording) {
        var out = new StringBuilder();
        for (char c : wording.text().toCharArray()) {
            if ("\\*_`~|<>@#[]()-+.!:".indexOf(c) >= 0) out.append('\\');
            out.append(c);
        }
        return out.toString();
    }
}
