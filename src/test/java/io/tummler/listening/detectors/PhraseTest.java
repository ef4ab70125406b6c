package io.tummler.listening.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PhraseTest {
    private static final List<String> EXPRESSIONS = List.of(
            "thanks|thank (?:you|u)|ty(?= |$|,)|(?:i )?(?:really )?appreciate it|'d appreciate",
            "any ?one|any1|u|who(?! is)",
            "(?:if|in case) (?:someone|jemand) (?=.{3,20} braucht)|kann|könnte|über|ñam",
            "(?:estoy buscando|busco) (?=(?:una?|alguien) )|¿quién|[0-9]+ euros?",
            "(?:(?:or|and) )?help|he+lp");
    private static final List<String> PIECES = List.of(
            "thanks",
            "Thank you",
            "TY",
            "ty",
            "i really appreciate it",
            "I'd appreciate",
            "anyone",
            "ANY one",
            "any1",
            "u",
            "who is",
            "who",
            "if someone",
            "in case jemand Brot braucht",
            "kann",
            "Könnte",
            "ÜBER",
            "über",
            "ñam",
            "busco una",
            "busco",
            "¿quién",
            "12 euros",
            "1 Euro",
            "or help",
            "heeelp",
            "\u212Aann",
            "thank\u017F",
            "x",
            "h",
            "é",
            "e\u0301",
            "'",
            "-",
            ",",
            ".",
            "?",
            "日本",
            "🎉",
            "_",
            "7");

    @Test
    void finds_what_the_expression_alone_would_find() {
        var chance = new Random(7);
        for (String expression : EXPRESSIONS) {
            var phrase = new Phrase(expression);
            var alone = Pattern.compile(
                    "\\b(?:" + expression + ")",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
            for (int i = 0; i < 20_000; i++) {
                String text = text(chance);
                Matcher expected = alone.matcher(text);
                Matcher found = phrase.find(text, 0);
                while (expected.find()) {
                    assertThat(found).as("/%s/ in \"%s\"", expression, text).isNotNull();
                    assertThat(found.toMatchResult().start()).as(text).isEqualTo(expected.start());
                    assertThat(found.end()).as(text).isEqualTo(expected.end());
                    found = phrase.find(text, found.end());
                }
                assertThat(found).as("/%s/ in \"%s\"", expression, text).isNull();
            }
        }
    }

    private static String text(Random chance) {
        var text = new StringBuilder();
        for (int i = chance.nextInt(6); i >= 0; i--)
            text.append(PIECES.get(chance.nextInt(PIECES.size()))).append(chance.nextInt(3) == 0 ? "" : " ");
        return text.toString();
    }
}
