package io.tummler.brand;

import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Policy;
import io.tummler.api.PolicyEffect;
import io.tummler.api.Purpose;
import io.tummler.api.Sentence;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which tasks come, go or change with a policy, and how many members can see each. */
@Singleton
record TasksEffect(Board board, Members members, Clock clock) implements PolicyEffect {
    @Override
    public List<Sentence> of(CommunityId community, Policy before, Policy after) {
        Map<String, Task> old = byKey(before);
        Map<String, Task> now = byKey(after);
        if (old.equals(now)) return List.of();
        List<Says.TaskEffect> effects = new ArrayList<>();
        Set<MemberId> asked = members.consenting(community, Purpose.TASKS);
        now.forEach((key, task) -> {
            if (task.equals(old.get(key))) return;
            long seen = asked.stream()
                    .filter(member -> board.isOpen(task, community, member, clock.instant()))
                    .count();
            effects.add(effect(task, old.containsKey(key) ? Says.Change.CHANGED : Says.Change.NEW, seen));
        });
        old.forEach((key, task) -> {
            if (!now.containsKey(key)) effects.add(effect(task, Says.Change.GONE, 0));
        });
        return List.of(new Says.TasksAffected(List.copyOf(effects)));
    }

    private static Says.TaskEffect effect(Task task, Says.Change change, long seen) {
        return new Says.TaskEffect(task.of().name(), task.settings().title(), change, seen);
    }

    private static Map<String, Task> byKey(Policy policy) {
        Map<String, Task> tasks = new LinkedHashMap<>();
        Board.tasks(policy).forEach(task -> tasks.put(task.key(), task));
        return tasks;
    }
}
