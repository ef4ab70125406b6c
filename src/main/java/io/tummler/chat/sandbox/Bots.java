package io.tummler.chat.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bots that may log in, and the one on whose behalf the world's lock is held: whatever is asked, answered or told is
 * so for one bot, and "me" is that one. Guarded by the world's lock.
 */
final class Bots {
    private static final int GUESTS_MAX = 100;
    private static final String SCHEME = "Bot ";

    private record Guest(Person person, long role) {}

    private final Map<String, Long> byToken = new LinkedHashMap<>();
    private final List<Guest> guests = new ArrayList<>();
    private long acting;

    /**
     * @param first the cast's own, which acts where no other does
     */
    Bots(long first) {
        acting = first;
    }

    void letIn(String token, long bot) {
        byToken.put(token, bot);
    }

    /** A bot beside the cast's own. */
    void add(Person bot, String token, World world) {
        if (guests.size() >= GUESTS_MAX) throw new IllegalStateException("a sandbox takes at most " + GUESTS_MAX);
        var guest = new Guest(bot, world.ids.next());
        guests.add(guest);
        letIn(token, bot.id());
        settle(guest, world);
        world.publish(new Change.RoleMade(world.home(), world.home().role(guest.role)));
        world.publish(new Change.Joined(world.home().member(bot.id())));
    }

    /** Brings all but the cast's own into a world that was filled anew. */
    void settleIn(World world) {
        guests.forEach(guest -> settle(guest, world));
    }

    /** A bot has a role of its own, which may what the cast's own may. */
    private static void settle(Guest guest, World world) {
        Guild home = world.home();
        world.people.put(guest.person.id(), guest.person);
        Role role = world.cast.roleFor(guest.person, guest.role, home);
        home.put(role);
        home.admit(guest.person).roles.add(role.id());
    }

    /** By the token of a login, which may come after "Bot ". */
    Optional<Long> byToken(@Nullable String token) {
        return token == null ? Optional.empty() : byHeader(token.startsWith(SCHEME) ? token : SCHEME + token);
    }

    Optional<Long> byHeader(@Nullable String authorization) {
        return authorization == null || !authorization.startsWith(SCHEME)
                ? Optional.empty()
                : Optional.ofNullable(byToken.get(authorization.substring(SCHEME.length())));
    }

    long acting() {
        return acting;
    }

    void run(long bot, Runnable work) {
        as(bot, () -> {
            work.run();
            return bot;
        });
    }

    <T> T as(long bot, Supplier<T> work) {
        long before = acting;
        acting = bot;
        try {
            return work.get();
        } finally {
            acting = before;
        }
    }
}
