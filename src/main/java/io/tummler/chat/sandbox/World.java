package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Who there is and what was said. */
final class World extends Watched {
    /** Older messages of a place are forgotten. */
    private static final int POSTS_MAX = 5_000;

    private static final int EMOJI_MAX = 64;
    private static final int ASCII_MAX = 127;
    private static final int REACTIONS_MAX = 20;
    private static final int GUILDS_MAX = 10_000;

    final SandboxClock clock = new SandboxClock();
    final Snowflakes ids = new Snowflakes(clock);
    final Cast cast = new Cast();
    final Bots bots = new Bots(cast.bot);
    final Map<Long, Person> people = new LinkedHashMap<>();
    final Map<Long, Guild> guilds = new LinkedHashMap<>();
    /** All there are, whichever guild they are in. */
    final Map<Long, Place> places = new LinkedHashMap<>();

    final Map<Long, NavigableMap<Long, Post>> posts = new LinkedHashMap<>();
    final Map<Long, JsonObject> commands = new LinkedHashMap<>();
    final Map<Long, Interaction> interactions = new LinkedHashMap<>();
    final Attachments attachments = new Attachments();
    final ThreadLife threadLife = new ThreadLife(this);
    /** Where the sandbox is reached, known once it listens. */
    String origin = "";
    /** Of the bots that are there. */
    final Map<Long, Presence> botPresences = new LinkedHashMap<>();

    boolean botOnline;

    World() {
        refill();
    }

    private void refill() {
        posts.keySet().removeIf(place -> !places.containsKey(place) || isHome(places.get(place)));
        places.clear();
        interactions.clear();
        cast.people().forEach(person -> people.putIfAbsent(person.id(), person));
        people.values().forEach(Person::refresh);
        guilds.put(cast.guild, cast.guild(people));
        guilds.values().forEach(guild -> places.putAll(guild.places));
        cast.messages().forEach(this::put);
        bots.settleIn(this);
    }

    /** The cast's own guild, which the page shows. */
    Guild home() {
        return guild(cast.guild);
    }

    Guild guild(long id) {
        Guild guild = guilds.get(id);
        if (guild == null) throw Refusal.unknown(10004, "Guild");
        return guild;
    }

    /** A small guild beside the cast's. Ids are a millisecond apart, so that shards get one after the other. */
    Guild addGuild(String name) {
        if (guilds.size() >= GUILDS_MAX) throw new IllegalStateException("a sandbox holds at most " + GUILDS_MAX);
        long id = cast.guild + ((long) guilds.size() << Snowflakes.TIME_SHIFT);
        Guild made = cast.another(id, name, home());
        guilds.put(id, made);
        places.putAll(made.places);
        publish(new Change.GuildEntered(made, bot()));
        return made;
    }

    /** Whether the page shows it: what is in the cast's guild, and direct conversations. */
    boolean isHome(Place place) {
        return place.isDm() || place.guild().id == cast.guild;
    }

    boolean shareGuild(Person one, Person other) {
        return guilds.values().stream().anyMatch(it -> it.has(one) && it.has(other));
    }

    /** The bot that asks or is told. */
    Person bot() {
        return person(self());
    }

    /** People are always there, as somebody drives them. */
    Presence presence(Person person) {
        return person.portrait.bot() ? botPresences.getOrDefault(person.id(), Presence.OFFLINE) : Presence.ONLINE;
    }

    long self() {
        return bots.acting();
    }

    Person person(long id) {
        Person person = people.get(id);
        if (person == null) throw Refusal.unknown(10013, "User");
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
                .filter(it -> !it.isDm() && it.name.equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown(10003, "Channel " + nameOrId));
    }

    Place thread(long id) {
        Place place = place(id);
        if (!place.kind.isThread()) throw Access.wrongKind();
        return place;
    }

    void put(Place place) {
        places.put(place.id, place);
        if (!place.isDm()) place.guild().places.put(place.id, place);
    }

    void remove(Place place) {
        places.remove(place.id);
        posts.remove(place.id);
        if (!place.isDm()) place.guild().places.remove(place.id);
    }

    List<Place> dms() {
        return places.values().stream().filter(Place::isDm).toList();
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

    /** The newest message of a place that everybody there may see. */
    Optional<Post> newestIn(long place) {
        return postsIn(place).descendingMap().values().stream()
                .filter(it -> !it.isEphemeral())
                .findFirst();
    }

    /** Says a message in its place. */
    Post say(Post post) {
        Place place = place(post.channel);
        if (place.kind.isThread() && !post.isEphemeral()) threadLife.beforeSaying(post, place);
        boolean first = postsIn(place.id).isEmpty();
        put(post);
        if (first && place.isDm()) publish(new Change.DmOpened(place));
        publish(new Change.Posted(post));
        return post;
    }

    void delete(Post post) {
        postsIn(post.channel).remove(post.id);
        publish(new Change.Deleted(post));
    }

    void delete(Place place, List<Post> together) {
        together.forEach(post -> postsIn(place.id).remove(post.id));
        publish(new Change.DeletedTogether(place, together));
    }

    void react(Post post, long who, String emoji, boolean add) {
        // No guild here has emojis of its own, which would be spelled name:id.
        boolean known = emoji.length() <= EMOJI_MAX && emoji.chars().anyMatch(it -> it > ASCII_MAX);
        if (!known) throw new Refusal(400, 10014, "Unknown Emoji");
        if (add && !post.reactions.containsKey(emoji) && post.reactions.size() >= REACTIONS_MAX)
            throw new Refusal(400, 30010, "Maximum number of reactions reached (" + REACTIONS_MAX + ")");
        Set<Long> same = post.reactions.computeIfAbsent(emoji, _ -> new LinkedHashSet<>());
        boolean changed = add ? same.add(who) : same.remove(who);
        if (same.isEmpty()) post.reactions.remove(emoji);
        if (changed) publish(new Change.Reacted(post, who, emoji, add));
    }

    /**
     * @param emoji empty for all
     */
    void clearReactions(Post post, String emoji) {
        if (emoji.isEmpty()) post.reactions.clear();
        else post.reactions.remove(emoji);
        publish(new Change.ReactionsCleared(post, emoji));
    }

    void join(Place thread, long who) {
        if (thread.guild().members.containsKey(who) && thread.people.add(who))
            publish(new Change.ThreadPeople(thread, Set.of(who), Set.of()));
    }

    void part(Place thread, long who) {
        if (thread.people.remove(who)) publish(new Change.ThreadPeople(thread, Set.of(), Set.of(who)));
    }

    /** The direct conversation of two people, opened by the first if there was none. */
    Place dm(long opener, long other) {
        Set<Long> both = Set.of(opener, other);
        return dms().stream().filter(it -> it.people.equals(both)).findFirst().orElseGet(() -> {
            Place dm = Place.dm(ids.next(), opener, other);
            put(dm);
            publish(new Change.DmOpened(dm));
            return dm;
        });
    }

    boolean sees(Person person, Place place) {
        // An empty conversation shows only on the side of whoever opened it.
        if (place.isDm())
            return place.people.contains(person.id())
                    && (place.owner == person.id() || !postsIn(place.id).isEmpty());
        long may = permissions(person, place);
        return Permissions.has(may, Permissions.VIEW_CHANNEL)
                && (place.kind != Place.Kind.PRIVATE_THREAD
                        || place.people.contains(person.id())
                        || Permissions.has(may, Permissions.MANAGE_THREADS));
    }

    boolean sees(Person person, Post post) {
        if (post.isEphemeral()) return post.onlyFor == person.id();
        Place place = places.get(post.channel);
        return place != null && sees(person, place);
    }

    /** What a person may do there; nothing, in a guild that they are not in. */
    long permissions(Person person, Place place) {
        if (place.isDm()) return place.people.contains(person.id()) ? Permissions.DIRECT : 0;
        return place.guild()
                .find(person.id())
                .map(it -> Permissions.in(place, it))
                .orElse(0L);
    }

    boolean may(Person person, Place place, long permissions) {
        return Permissions.has(permissions(person, place), permissions);
    }

    void leave(Member member) {
        Guild guild = member.guild;
        if (member.person.portrait.bot()) {
            guild.threads().forEach(thread -> thread.people.remove(member.id()));
            guild.members.remove(member.id());
            publish(new Change.GuildLeft(guild, member.person));
        } else {
            for (Place thread : guild.threads()) part(thread, member.id());
            guild.members.remove(member.id());
        }
        publish(new Change.Left(member));
    }

    void admit(Guild guild, Person person) {
        if (guild.has(person)) return;
        if (guild.bans.containsKey(person.id())) throw Refusal.plain(403, "Banned from " + guild.name);
        Member member = guild.admit(person);
        member.joined = clock.instant();
        if (person.portrait.bot()) {
            guild.roles.values().stream()
                    .filter(it -> it.bot() == person.id())
                    .forEach(own -> member.roles.add(own.id()));
            publish(new Change.GuildEntered(guild, person));
        }
        publish(new Change.Joined(member));
    }

    /** Whether somebody wants to come to an event. */
    void interest(ScheduledEvent event, long who, boolean interested) {
        if (interested ? event.interested.add(who) : event.interested.remove(who))
            publish(new Change.EventInterest(event, who, interested));
    }

    /** Writes down what the bot did to the guild, and why. */
    void audit(Guild guild, int action, long target, Optional<String> reason) {
        publish(new Change.Audited(guild, guild.log(new AuditEntry(ids.next(), action, target, self(), reason))));
    }

    /** Everything as the cast has it; commands, the clock and other guilds stay. */
    void reset() {
        Guild old = home();
        refill();
        new Anew(this, old, home()).tell();
        publish(new Change.Reset());
    }
}
