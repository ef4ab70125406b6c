package io.tummler.brand;

import io.tummler.api.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a member did a task. */
@Entity
@Immutable
@Table(name = "task_done")
class Done {
    @Id
    UUID id;

    @Column(name = "member_id")
    UUID member;

    @Column(name = "brand")
    String brand;

    @Column(name = "task")
    String task;

    @Column(name = "done_at")
    Instant at;

    static Done of(UUID id, MemberId member, Task task, Instant at) {
        var done = new Done();
        done.id = id;
        done.member = member.value();
        done.brand = task.brand();
        done.task = task.settings().key();
        done.at = at;
        return done;
    }
}
