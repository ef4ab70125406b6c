package io.tummler.brand;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tummler.api.Section;
import java.util.HashSet;
import java.util.List;

/** One brand: a file of {@code bot-config/brands/}. */
@RegisterForReflection(registerFullHierarchy = true)
@Section(value = "brands", folder = true)
public record BrandSettings(
        @Section.Key(value = "Whether members see its tasks.", or = "true")
        boolean enabled,

        @Section.Key(value = "What members know the brand by.", longest = 30)
        String name,

        @Section.Key(value = "Who the brand is, in a few words.", longest = 160)
        String about,

        @Section.Key(
                value = "Whether it pays for this bot: then it sponsors introductions, and earns goodwill with both by"
                        + " those that both say helped.",
                or = "false")
        boolean sponsorsIntroductions,

        @Section.Key("The favours that it asks of members; may be empty.")
        List<TaskSettings> tasks) {
    public BrandSettings {
        Length.check("name", name, 30);
        Length.check("about", about, 160);
        for (String said : List.of(name, about)) Sentiment.refuse(said);
        tasks = List.copyOf(tasks);
        var keys = new HashSet<String>();
        for (TaskSettings task : tasks)
            if (!keys.add(task.key()))
                throw new IllegalArgumentException("two tasks have the key " + task.key() + ": give each its own");
    }
}
