package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Who there is and what was said. One lock guards all of it: whoever reads or writes does so inside {@link #with} or
 * {@link #run}, and whoever watches is told inside it too, so that everybody sees everything in one order.
 */
final class World {
    /** Older messages of a place are forgotten. */
    private static final int POSTS_MAX = 5_000;

    private static final int EMOJI_MAX = 64;

    final SandboxClock clock = new SandboxClock();
    final Snowflakes ids = new Snowflakes(clock);
    final Cast cast = new Cast();
    final Map<Long, Person> people = new LinkedHashMap<>();
    final Map<Long, Place> places = new LinkedHashMap<>();
    final Map<Long, NavigableMap<Long, Post>> posts = new LinkedHashMap<>();
    final Map<Long, JsonObject> commands = new LinkedHashMap<>();
    final Map<Long, Interaction> interactions = new LinkedHashMap<>();
    boolean botOnline;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Consumer<Change>> watchers = new CopyOnWriteArrayList<>();

    World() {
        refill();
    }

    private void refill() {
        people.clear();
        places.clear();
        posts.clear();
        interactions.clear();
        cast.people().forEach(person -> people.put(person.id(), person));
        cast.channels().forEach(channel -> places.put(channel.id, channel));
        cast.messages().forEach(this::put);
    }

    <T> T with(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void run(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for something to become true, looking after every change; false if it did not in time. */
    boolean await(Duration atMost, BooleanSupplier what) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!what.getAsBoolean()) {
                if (left <= 0) return false;
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    void watch(Consumer<Change> watcher) {
        watchers.add(watcher);
    }

    void publish(Change change) {
        changed.signalAll();
        watchers.forEach(watcher -> watcher.accept(change));
    }

    Person bot() {
        return person(cast.bot);
    }

    Person person(long id) {
        Person person = people.get(id);
        if (person == null) throw Refusal.unknown(10013, "User");
        return person;
    }

    /** A person who is in the guild. */
    Person member(long id) {
        Person person = person(id);
        if (person.gone) throw Refusal.unknown(10007, "Member");
        return person;
    }

    Optional<Person> named(String username) {
        return people.values().stream()
                .filter(it -> it.username().equals(username))
                .findFirst();
    }

    Place place(long id) {
        Place place = places.get(id);
        if (place == null) throw Refusal.unknown(10003, "Channel");
        return place;
    }

    /** A channel or thread by its name, with or without {@code #}, or by its id. */
    Place placeNamed(String nameOrId) {
        String name = nameOrId.startsWith("#") ? nameOrId.substring(1) : nameOrId;
        Place byId = places.get(Snowflakes.parse(name));
        if (byId != null) return byId;
        return places.values().stream()
                .filter(it -> it.kind != Place.Kind.DM && it.name.equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown(10003, "Channel " + nameOrId));
    }

    Place thread(long id) {
        Place place = place(id);
        if (!place.kind.isThread()) throw new Refusal(400, 50024, "Cannot execute action on this channel type");
        return place;
    }

    List<Place> places(Place.Kind... kinds) {
        return places.values().stream()
                .filter(it -> List.of(kinds).contains(it.kind))
                .toList();
    }

    NavigableMap<Long, Post> postsIn(long place) {
        return posts.computeIfAbsent(place, _ -> new TreeMap<>());
    }

    Post post(long place, long id) {
        Post post = postsIn(place).get(id);
        if (post == null) throw Refusal.unknown(10008, "Message");
        return post;
    }

    private void put(Post post) {
        NavigableMap<Long, Post> here = postsIn(post.channel);
        here.put(post.id, post);
        if (here.size() > POSTS_MAX) here.pollFirstEntry();
    }

    /** Says a message in its place. A thread that slept wakes up, whoever is mentioned in a private one joins it. */
    Post say(Post post) {
        Place place = place(post.channel);
        if (place.kind.isThread() && place.archived && !post.isEphemeral()) {
            place.archived = false;
            publish(new Change.ThreadChanged(place));
        }
        if (place.kind == Place.Kind.PRIVATE_THREAD && !post.isEphemeral())
            post.mentions.forEach(who -> join(place, who));
        boolean first = postsIn(place.id).isEmpty();
        put(post);
        if (first && place.kind == Place.Kind.DM) publish(new Change.DmOpened(place));
        publish(new Change.Posted(post));
        return post;
    }

    void delete(Post post) {
        postsIn(post.channel).remove(post.id);
        publish(new Change.Deleted(post));
    }

    void react(Post post, long who, String emoji, boolean add) {
        if (emoji.isBlank() || emoji.length() > EMOJI_MAX) throw new Refusal(400, 10014, "Unknown Emoji");
        Set<Long> same = post.reactions.computeIfAbsent(emoji, _ -> new LinkedHashSet<>());
        boolean changed = add ? same.add(who) : same.remove(who);
        if (same.isEmpty()) post.reactions.remove(emoji);
        if (changed) publish(new Change.Reacted(post, who, emoji, add));
    }

    void join(Place thread, long who) {
        Person person = people.get(who);
        if (person != null && !person.gone && thread.people.add(who))
            publish(new Change.ThreadPeople(thread, Set.of(who), Set.of()));
    }

    void part(Place thread, long who) {
        if (thread.people.remove(who)) publish(new Change.ThreadPeople(thread, Set.of(), Set.of(who)));
    }

    /** The direct conversation of two people, opened by the first if there was none. */
    Place dm(long opener, long other) {
        Set<Long> both = Set.of(opener, other);
        return places(Place.Kind.DM).stream()
                .filter(it -> it.people.equals(both))
                .findFirst()
                .orElseGet(() -> {
                    var dm = new Place(ids.next(), Place.Kind.DM, 0, opener, "");
                    dm.people.addAll(List.of(opener, other));
                    places.put(dm.id, dm);
                    publish(new Change.DmOpened(dm));
                    return dm;
                });
    }

    boolean sees(Person person, Place place) {
        return switch (place.kind) {
            case TEXT ->
                place.onlyFor.isEmpty()
                        || person.roles.stream().anyMatch(place.onlyFor::contains)
                        || person.portrait.bot();
            case PUBLIC_THREAD -> sees(person, place(place.parent));
            case PRIVATE_THREAD -> place.people.contains(person.id()) || may(person, Role.MANAGE_THREADS);
            // An empty conversation shows only on the side of whoever opened it.
            case DM ->
                place.people.contains(person.id())
                        && (place.owner == person.id() || !postsIn(place.id).isEmpty());
        };
    }

    boolean sees(Person person, Post post) {
        if (post.isEphemeral()) return post.onlyFor == person.id();
        Place place = places.get(post.channel);
        return place != null && sees(person, place);
    }

    boolean may(Person person, long permissions) {
        return (permissions(person) & permissions) == permissions;
    }

    long permissions(Person person) {
        if (person.id() == cast.owner)
            return cast.roles.values().stream().mapToLong(Role::permissions).reduce(0, (a, b) -> a | b);
        long all = role(cast.guild).permissions();
        for (long role : person.roles) all |= role(role).permissions();
        return all;
    }

    Role role(long id) {
        Role role = cast.roles.get(id);
        if (role == null) throw Refusal.unknown(10011, "Role");
        return role;
    }

    void leave(Person person) {
        person.gone = true;
        for (Place thread : places(Place.Kind.PUBLIC_THREAD, Place.Kind.PRIVATE_THREAD)) part(thread, person.id());
        publish(new Change.Left(person));
    }

    void comeBack(Person person) {
        person.gone = false;
        publish(new Change.Joined(person));
    }

    /** Everything as the cast has it; commands and the clock stay. */
    void reset() {
        List<Place> threads = places(Place.Kind.PUBLIC_THREAD, Place.Kind.PRIVATE_THREAD);
        Collection<Long> away = new ArrayList<>(
                people.values().stream().filter(it -> it.gone).map(Person::id).toList());
        refill();
        threads.forEach(thread -> publish(new Change.ThreadGone(thread)));
        away.forEach(id -> publish(new Change.Joined(person(id))));
        publish(new Change.Reset());
    }
}
