package io.tummler.chat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateNode.Origin;
import io.tummler.api.Policy;
import io.tummler.api.PolicyCheck;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether moderators' own words can be said: for a sentence that there is, and with no more in them than the sentence that ships
 * tells.
 */
@Singleton
record WordsCheck(Engine qute) implements PolicyCheck {
    private static final int LONGEST_QUOTE = 80;

    @Override
    public List<Objection> objections(Policy policy) {
        List<Objection> objections = new ArrayList<>();
        policy.words().forEach((sentence, text) -> look(sentence, text).ifPresent(objections::add));
        String language = policy.section(ChatSettings.class).language();
        if (!ships(language)
                && policy.words().keySet().stream().noneMatch(sentence -> sentence.startsWith(language + "/")))
            objections.add(new Objection(
                    "community",
                    "language",
                    "there are no words in the language '" + shortened(language) + "'",
                    "a folder of templates/say, such as " + Words.SHIPPED
                            + ", or a folder say/LANGUAGE with texts of your own"));
        return objections;
    }

    /** A language that ships has a template for each sentence, so that one tells. */
    private boolean ships(String language) {
        return qute.getTemplate(Words.FOLDER + language + "/" + Words.path(Says.Ready.class)) != null;
    }

    private Optional<Objection> look(String sentence, String text) {
        String section = Words.FOLDER + sentence;
        String name = sentence.substring(sentence.indexOf('/') + 1);
        Template shipped = qute.getTemplate(Words.FOLDER + Words.SHIPPED + "/" + name);
        if (shipped == null)
            return Optional.of(new Objection(
                    section,
                    "",
                    "there is no sentence '" + shortened(name) + "'",
                    "a sentence of the bot, by the name of its file in templates/say/" + Words.SHIPPED));
        Set<String> allowed = told(shipped);
        try {
            return qute.parse(text).getExpressions().stream()
                    .filter(expression -> !expression.isLiteral() && !allowed.contains(expression.toOriginalString()))
                    .findFirst()
                    .map(expression -> new Objection(
                            section,
                            place(expression.getOrigin(), text),
                            "'{" + shortened(expression.toOriginalString()) + "}' is nothing that this sentence tells",
                            allowed.isEmpty() ? "text alone" : "one of {" + String.join("}, {", allowed) + "}"));
        } catch (TemplateException broken) {
            return Optional.of(new Objection(
                    section,
                    broken.getOrigin() == null ? "" : place(broken.getOrigin(), text),
                    "this is no template: " + firstLine(broken),
                    "text, with what the sentence tells in braces"));
        }
    }

    private static Set<String> told(Template shipped) {
        Set<String> told = new TreeSet<>();
        for (Expression expression : shipped.getExpressions())
            if (!expression.isLiteral()) told.add(expression.toOriginalString());
        return told;
    }

    /** Qute counts on over the end of a line that it could not make sense of. */
    private static String place(Origin origin, String text) {
        int line = Math.max(1, origin.getLine());
        int last = text.lines().skip(line - 1L).findFirst().map(String::length).orElse(0) + 1;
        return line + ":" + Math.clamp(origin.getLineCharacterStart(), 1, last);
    }

    private static String firstLine(TemplateException broken) {
        return shortened(String.valueOf(broken.getMessage()).lines().findFirst().orElse(""));
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    }
}
