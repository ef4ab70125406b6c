package io.tummler.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a page of the manual tells operators to type. */
final class Manual {
    private static final Pattern SQL = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

    private Manual() {}

    /** The statements of the one block of SQL in it. */
    static List<String> sqlOf(String page) throws IOException {
        Matcher block = SQL.matcher(Files.readString(Path.of(page)));
        if (!block.find()) throw new IllegalStateException("no SQL in " + page);
        return Stream.of(block.group(1).split(";"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }
}
