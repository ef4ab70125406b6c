package io.tummler.config;

import io.tummler.api.Section;
import java.util.List;
import java.util.stream.Collectors;

/** Describes all sections to people, as a page of Markdown. */
final class Manual {
    private static final String HEAD = """
            # Every key of bot-config

            Generated from the program; [bot-config.md](bot-config.md) says how the folder works. Instead of any single
            value `{env:NAME}` may stand there: what the environment variable of that name says. A key without a default
            must be there.
            """;

    private Manual() {}

    static String of(Sections sections) {
        return HEAD + sections.all().stream().map(Manual::section).collect(Collectors.joining());
    }

    private static String section(Sections.Entry section) {
        StringBuilder text = new StringBuilder("\n## ")
                .append(section.listing())
                .append(section.folder() ? "*.yaml" : "")
                .append("\n| key | meaning | type | allowed | default | since |\n"
                        + "| --- | --- | --- | --- | --- | --- |\n");
        rows("", section.shape(), text);
        return text.toString();
    }

    private static void rows(String within, Shape.Group group, StringBuilder text) {
        for (Shape.Key key : group.keys()) {
            Section.Key said = Schemas.said(group, key);
            String name = within + key.name();
            text.append(row(List.of(
                    code(name),
                    key.meaning(),
                    type(key.shape()),
                    allowed(key.shape()),
                    fallback(key, said),
                    said.since())));
            nested(name, key.shape(), text);
        }
    }

    private static void nested(String name, Shape shape, StringBuilder text) {
        switch (shape) {
            case Shape.Group group -> rows(name + ".", group, text);
            case Shape.ListOf list -> nested(name + "[]", list.entry(), text);
            case Shape.Maybe maybe -> nested(name, maybe.shape(), text);
            case Shape.Scalar _ -> {}
        }
    }

    private static String type(Shape shape) {
        return switch (shape) {
            case Shape.Group _ -> "group";
            case Shape.ListOf list -> "list: " + type(list.entry());
            case Shape.Maybe maybe -> type(maybe.shape());
            case Shape.Flag _ -> "switch";
            case Shape.Whole _ -> "whole number";
            case Shape.Decimal _ -> "number";
            case Shape.Text _ -> "text";
            case Shape.Choice _ -> "word";
            case Shape.Span _ -> "duration";
            case Shape.Day _ -> "day";
            case Shape.Named named -> named.what;
            case Shape.Zone _ -> "time zone";
        };
    }

    private static String allowed(Shape shape) {
        return switch (shape) {
            case Shape.Group _ -> "the keys below";
            case Shape.ListOf list -> "any number of entries, each " + allowed(list.entry());
            case Shape.Maybe maybe -> allowed(maybe.shape());
            case Shape.Scalar scalar -> scalar.allowed();
        };
    }

    private static String fallback(Shape.Key key, Section.Key said) {
        if (key.required()) return "";
        return key.shape() instanceof Shape.Maybe ? "nothing" : code(said.or());
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"))
                .replace("|  |", "| |");
    }
}
