package io.tummler.brand;

import io.tummler.api.Audience;
import io.tummler.api.CommunityId;
import io.tummler.api.Members;
import io.tummler.api.Purpose;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts those to whom the board shows a task. */
@Singleton
record TasksAudience(Board board, Members members, Clock clock) implements Audience {
    @Override
    public List<Seen> of(CommunityId community) {
        Instant now = clock.instant();
        Map<String, Long> seen = members.consenting(community, Purpose.TASKS).stream()
                .flatMap(member -> board.openTo(community, member, now).stream())
                .collect(Collectors.groupingBy(Task::key, Collectors.counting()));
        return board.tasks(community).stream()
                .map(task -> new Seen(
                        task.key(),
                        task.of().name(),
                        task.settings().title(),
                        Size.of(seen.getOrDefault(task.key(), 0L))))
                .toList();
    }
}
