package io.tummler.brand;

import io.tummler.api.Audience;
import io.tummler.api.CommunityId;
import io.tummler.api.Policy;
import io.tummler.api.PolicyEffect;
import io.tummler.api.Sentence;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which tasks come, go or change with a policy, and how many members can see each. */
@Singleton
record TasksEffect(Audience audience) implements PolicyEffect {
    @Override
    public List<Sentence> of(CommunityId community, Policy before, Policy after) {
        Map<String, Task> old = byKey(before);
        Map<String, Task> now = byKey(after);
        if (old.equals(now)) return List.of();
        Map<String, Audience.Size> seen = audience.of(community).stream()
                .collect(Collectors.toMap(Audience.Seen::task, Audience.Seen::size, (one, _) -> one));
        List<Says.TaskEffect> effects = new ArrayList<>();
        now.forEach((key, task) -> {
            if (task.equals(old.get(key))) return;
            effects.add(effect(task, old.containsKey(key) ? Says.Change.CHANGED : Says.Change.NEW, seen));
        });
        old.forEach((key, task) -> {
            if (!now.containsKey(key)) effects.add(effect(task, Says.Change.GONE, seen));
        });
        return List.of(new Says.TasksAffected(List.copyOf(effects)));
    }

    private static Says.TaskEffect effect(Task task, Says.Change change, Map<String, Audience.Size> seen) {
        return new Says.TaskEffect(
                task.of().name(),
                task.settings().title(),
                change,
                seen.getOrDefault(task.key(), new Audience.Size.Few()));
    }

    private static Map<String, Task> byKey(Policy policy) {
        Map<String, Task> tasks = new LinkedHashMap<>();
        Board.tasks(policy).forEach(task -> tasks.put(task.key(), task));
        return tasks;
    }
}
