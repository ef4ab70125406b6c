package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Roles: made, changed, deleted, given and taken, each below the bot's own. */
final class RoleRoutes {
    private static final int NAME_MAX = 100;
    private static final int ROLES_MAX = 250;
    private static final int COLORS_MAX = 0xFFFFFF;

    private final World world;
    private final DiscordJson json;
    private final Access access;

    RoleRoutes(World world, DiscordJson json, Access access) {
        this.world = world;
        this.json = json;
        this.access = access;
    }

    void on(Rest rest) {
        String roles = "/guilds/:guild/roles";
        rest.on(
                "GET",
                roles,
                call -> call.ok(DiscordJson.array(access.guild(call).roles.values(), json::role)));
        rest.on("GET", roles + "/:role", call -> {
            Guild guild = access.guild(call);
            return call.ok(json.role(guild.role(call.id("role"))));
        });
        rest.on("POST", roles, this::create);
        rest.on("PATCH", roles + "/:role", this::change);
        rest.on("DELETE", roles + "/:role", this::delete);
        rest.on("PUT", "/guilds/:guild/members/:user/roles/:role", call -> give(call, true));
        rest.on("DELETE", "/guilds/:guild/members/:user/roles/:role", call -> give(call, false));
    }

    private RestCall.Answer create(RestCall call) {
        Guild guild = access.guild(call, Permissions.MANAGE_ROLES);
        if (guild.roles.size() >= ROLES_MAX)
            throw new Refusal(400, 30005, "Maximum number of guild roles reached (" + ROLES_MAX + ")");
        long everyones = guild.role(guild.id).permissions() & access.mine(guild);
        var blank = new Role(world.ids.next(), "new role", "#000000", everyones, 0, 1, false, false);
        Role role = shaped(blank, call.body(), guild);
        makeRoom(guild);
        guild.put(role);
        world.publish(new Change.RoleMade(guild, role));
        world.audit(guild, AuditEntry.ROLE_CREATE, role.id(), call.reason());
        return call.ok(json.role(role));
    }

    /** A new role stands at the bottom, and what stood there above it. */
    private void makeRoom(Guild guild) {
        for (Role above : List.copyOf(guild.roles.values())) {
            if (above.id() == guild.id) continue;
            Role moved = above.withPosition(above.position() + 1);
            guild.put(moved);
            world.publish(new Change.RoleChanged(guild, moved));
        }
    }

    private Role shaped(Role before, JsonObject body, Guild guild) {
        String name = body.getString("name", before.name());
        Refusal.checkLength("name", name, 1, NAME_MAX);
        long permissions =
                body.getValue("permissions") == null ? before.permissions() : ChannelRoutes.bits(body, "permissions");
        // Nobody gives away what they do not have.
        access.need(guild, permissions & ~before.permissions());
        return new Role(
                before.id(),
                name,
                color(body, before.color()),
                permissions,
                before.bot(),
                before.position(),
                RestCall.flag(body, "hoist", before.hoist()),
                RestCall.flag(body, "mentionable", before.mentionable()));
    }

    private static String color(JsonObject body, String before) {
        Integer color = body.getValue("colors") instanceof JsonObject colors
                ? colors.getInteger("primary_color")
                : body.getInteger("color");
        if (color == null) return before;
        if (color < 0 || color > COLORS_MAX)
            throw Refusal.badForm("color", "NUMBER_TYPE_MAX", "int value should be less than or equal to 16777215.");
        return "#%06x".formatted(color);
    }

    private Role below(RestCall call, Guild guild) {
        Role role = guild.role(call.id("role"));
        access.outranks(guild, role);
        return role;
    }

    private RestCall.Answer change(RestCall call) {
        Guild guild = access.guild(call, Permissions.MANAGE_ROLES);
        Role role = shaped(below(call, guild), call.body(), guild);
        guild.put(role);
        world.publish(new Change.RoleChanged(guild, role));
        world.audit(guild, AuditEntry.ROLE_UPDATE, role.id(), call.reason());
        return call.ok(json.role(role));
    }

    private RestCall.Answer delete(RestCall call) {
        Guild guild = access.guild(call, Permissions.MANAGE_ROLES);
        Role role = below(call, guild);
        if (role.managed() || role.id() == guild.id) throw new Refusal(400, 50028, "Invalid role");
        List<Member> bearers = new ArrayList<>();
        for (Member member : guild.members.values()) if (member.roles.remove(role.id())) bearers.add(member);
        guild.places.values().forEach(place -> place.overwrites.remove(role.id()));
        guild.roles.remove(role.id());
        world.publish(new Change.RoleGone(guild, role));
        bearers.forEach(member -> world.publish(new Change.MemberChanged(member)));
        world.audit(guild, AuditEntry.ROLE_DELETE, role.id(), call.reason());
        return call.none();
    }

    private RestCall.Answer give(RestCall call, boolean give) {
        Guild guild = access.guild(call, Permissions.MANAGE_ROLES);
        Member member = guild.member(call.id("user"));
        Role role = below(call, guild);
        if (role.managed() || role.id() == guild.id) throw Access.missingPermissions();
        if (give ? member.roles.add(role.id()) : member.roles.remove(role.id())) {
            world.publish(new Change.MemberChanged(member));
            world.audit(guild, AuditEntry.MEMBER_ROLE_UPDATE, member.id(), call.reason());
        }
        return call.none();
    }
}
