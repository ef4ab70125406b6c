package io.tummler.chat.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;

/** A community: who is in it, which roles there are, and where it talks. Guarded by the world's lock. */
final class Guild {
    private static final int AUDIT_MAX = 1_000;

    final long id;
    final String name;
    final String description;
    final long owner;
    /** The first is {@code @everyone}, which bears the guild's id. */
    final Map<Long, Role> roles = new LinkedHashMap<>();

    final Map<Long, Member> members = new LinkedHashMap<>();
    /** Channels and threads. */
    final Map<Long, Place> places = new LinkedHashMap<>();

    final Map<Long, ScheduledEvent> events = new LinkedHashMap<>();
    /** Why, by whom it is about. */
    final Map<Long, Optional<String>> bans = new LinkedHashMap<>();
    /** What the bot did, oldest first. */
    final Deque<AuditEntry> audit = new ArrayDeque<>();

    Guild(long id, String name, String description, long owner) {
        this.id = id;
        this.name = name;
        this.description = description;
        this.owner = owner;
    }

    boolean has(Person person) {
        return members.containsKey(person.id());
    }

    Optional<Member> find(long person) {
        return Optional.ofNullable(members.get(person));
    }

    Member member(long person) {
        return find(person).orElseThrow(() -> Refusal.unknown(10007, "Member"));
    }

    Member admit(Person person) {
        return members.computeIfAbsent(person.id(), _ -> new Member(this, person));
    }

    void put(Role role) {
        roles.put(role.id(), role);
    }

    Role role(long id) {
        Role role = roles.get(id);
        if (role == null) throw Refusal.unknown(10011, "Role");
        return role;
    }

    /**
     * @throws NoSuchElementException if the guild has no such role
     */
    Role roleNamed(String name) {
        return roles.values().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no role of that name in " + this.name + ": " + name));
    }

    /** Where a member stands: as high as the highest of their roles. */
    int rank(Member member) {
        return member.id() == owner
                ? Integer.MAX_VALUE
                : member.roles.stream()
                        .mapToInt(it -> role(it).position())
                        .max()
                        .orElse(0);
    }

    ScheduledEvent event(long id) {
        ScheduledEvent event = events.get(id);
        if (event == null) throw Refusal.unknown(10070, "Guild Scheduled Event");
        return event;
    }

    AuditEntry log(AuditEntry entry) {
        audit.addLast(entry);
        if (audit.size() > AUDIT_MAX) audit.removeFirst();
        return entry;
    }

    List<Place> channels() {
        return places(it -> !it.kind.isThread());
    }

    List<Place> threads() {
        return places(it -> it.kind.isThread());
    }

    /** The threads that hang from a channel. */
    List<Place> threadsOf(Place channel) {
        return places(it -> it.kind.isThread() && it.parent == channel.id);
    }

    private List<Place> places(Predicate<Place> which) {
        return places.values().stream().filter(which).toList();
    }
}
