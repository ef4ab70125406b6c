package io.tummler.brand;

import io.tummler.api.Button;
import io.tummler.api.CommunityId;
import io.tummler.api.Ids;
import io.tummler.api.MemberId;
import io.tummler.api.Policy;
import io.tummler.api.Reciprocity;
import io.tummler.api.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The brands' tasks, and who did which. */
@ApplicationScoped
@Transactional
class Board {
    private final Settings settings;
    private final Reciprocity reciprocity;
    private final EntityManager entities;
    private final Ids ids;

    Board(Settings settings, Reciprocity reciprocity, EntityManager entities, Ids ids) {
        this.settings = settings;
        this.reciprocity = reciprocity;
        this.entities = entities;
        this.ids = ids;
    }

    /** How a task stands to a member. */
    sealed interface Look {
        record Open(Task task) implements Look {}

        record AlreadyDone(Task task) implements Look {}

        record Ended(Task task) implements Look {}

        /** What is sure of the member's reciprocity is below what the task asks for. */
        record NotFor(Task task) implements Look {}

        record Gone() implements Look {}
    }

    /** What this member may do now, in the order of the files. */
    List<Task> openTo(CommunityId community, MemberId member, Instant at) {
        Reciprocity.Standing standing = reciprocity.of(community, member);
        Set<String> done = doneKeys(member);
        return tasks(community).stream()
                .map(it -> look(it, done, standing, at))
                .flatMap(it -> it instanceof Look.Open(Task task) ? Stream.of(task) : Stream.empty())
                .toList();
    }

    /** How the task of this {@link Task#key()} stands to a member. */
    Look look(String key, CommunityId community, MemberId member, Instant at) {
        Optional<Task> task =
                tasks(community).stream().filter(it -> it.key().equals(key)).findFirst();
        if (task.isEmpty()) return new Look.Gone();
        return look(task.get(), doneKeys(member), reciprocity.of(community, member), at);
    }

    private static Look look(Task task, Set<String> done, Reciprocity.Standing standing, Instant at) {
        if (done.contains(task.key())) return new Look.AlreadyDone(task);
        if (task.settings().endedBy(LocalDate.ofInstant(at, ZoneOffset.UTC))) return new Look.Ended(task);
        if (!reaches(standing, task.settings().minimumReciprocity())) return new Look.NotFor(task);
        return new Look.Open(task);
    }

    private static boolean reaches(Reciprocity.Standing standing, int minimum) {
        return switch (standing) {
            case Reciprocity.Standing.NotYetKnown _ -> minimum == 0;
            case Reciprocity.Standing.Known known -> known.atLeast() >= minimum;
        };
    }

    /** All that can be seen by somebody, in the order of the files. */
    List<Task> tasks(CommunityId community) {
        return tasks(settings.of(community)).toList();
    }

    static Stream<Task> tasks(Policy policy) {
        return policy.folder(BrandSettings.class).entrySet().stream()
                .filter(brand -> brand.getValue().enabled())
                .flatMap(brand ->
                        brand.getValue().tasks().stream().map(it -> new Task(brand.getKey(), brand.getValue(), it)))
                .filter(Board::fitsAButton);
    }

    /** {@link TasksCheck} tells moderators. */
    static boolean fitsAButton(Task task) {
        return task.key().length() <= Button.ARGUMENT_MAX;
    }

    /** By {@link Task#key()}. */
    private Set<String> doneKeys(MemberId member) {
        return doneBy(member).stream().map(it -> it.brand + "/" + it.task).collect(Collectors.toSet());
    }

    /** What a member did, oldest first. */
    List<Done> doneBy(MemberId member) {
        return entities.createQuery("from Done d where d.member = :member order by d.at, d.id", Done.class)
                .setParameter("member", member.value())
                .getResultList();
    }

    void markDone(MemberId member, Task task, Instant at) {
        entities.persist(Done.of(ids.next(), member, task, at));
    }

    void forget(MemberId member) {
        entities.createQuery("delete from Done d where d.member = :member")
                .setParameter("member", member.value())
                .executeUpdate();
    }
}
