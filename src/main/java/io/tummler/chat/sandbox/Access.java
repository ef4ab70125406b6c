package io.tummler.chat.sandbox;

import static io.tummler.chat.sandbox.Permissions.has;

/** What the bot may see and do: what it may not is refused as Discord refuses it. Called inside the world's lock. */
final class Access {
    private final World world;

    Access(World world) {
        this.world = world;
    }

    static Refusal missingAccess() {
        return new Refusal(403, 50001, "Missing Access");
    }

    static Refusal missingPermissions() {
        return new Refusal(403, 50013, "Missing Permissions");
    }

    static Refusal wrongKind() {
        return new Refusal(400, 50024, "Cannot execute action on this channel type");
    }

    static Refusal inDirectMessages() {
        return new Refusal(403, 50003, "Cannot execute action on a DM channel");
    }

    static Refusal archived() {
        return new Refusal(400, 50083, "Thread is archived");
    }

    /** The channel in a request's path, which the bot must see. */
    Place place(RestCall call) {
        Place place = world.place(call.id("channel"));
        boolean sees = place.isDm() ? place.people.contains(world.self()) : world.sees(world.bot(), place);
        if (!sees) throw missingAccess();
        return place;
    }

    /** The channel in a request's path, where the bot must have all these permissions. */
    Place place(RestCall call, long needed) {
        Place place = place(call);
        need(place, needed);
        return place;
    }

    /** A channel or thread that messages stand in. */
    Place talk(RestCall call, long needed) {
        Place place = place(call);
        if (!place.kind.holdsMessages()) throw wrongKind();
        need(place, needed);
        return place;
    }

    /** The message in a request's path. What only one person sees is nobody else's, the bot's neither. */
    Post post(RestCall call) {
        Post post = world.post(call.id("channel"), call.id("message"));
        if (post.isEphemeral()) throw Refusal.unknown(10008, "Message");
        return post;
    }

    Place thread(RestCall call) {
        Place place = place(call);
        if (!place.kind.isThread()) throw wrongKind();
        return place;
    }

    boolean may(Place place, long permissions) {
        return world.may(world.bot(), place, permissions);
    }

    void need(Place place, long permissions) {
        if (!may(place, permissions)) throw missingPermissions();
    }

    /** The right to speak, which in a thread is another than in a channel. */
    static long speaking(Place place) {
        return place.kind.isThread() ? Permissions.SEND_MESSAGES_IN_THREADS : Permissions.SEND_MESSAGES;
    }

    /** The guild in a request's path, which the bot must be in. */
    Guild guild(RestCall call) {
        Guild guild = world.guild(call.id("guild"));
        if (!guild.has(world.bot())) throw Refusal.unknown(10004, "Guild");
        return guild;
    }

    Guild guild(RestCall call, long needed) {
        Guild guild = guild(call);
        need(guild, needed);
        return guild;
    }

    void need(Guild guild, long permissions) {
        if (!has(mine(guild), permissions)) throw missingPermissions();
    }

    /** What the bot may do in the guild as a whole. */
    long mine(Guild guild) {
        return Permissions.of(guild.member(world.self()));
    }

    /** Nobody touches a role that does not stand below their own. */
    void outranks(Guild guild, Role role) {
        if (guild.rank(guild.member(world.self())) <= role.position()) throw missingPermissions();
    }

    void outranks(Guild guild, Member member) {
        if (guild.rank(guild.member(world.self())) <= guild.rank(member)) throw missingPermissions();
    }
}
