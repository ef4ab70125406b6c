package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scheduled events that take place somewhere outside of Discord. */
final class EventRoutes {
    private static final int NAME_MAX = 100;
    private static final int DESCRIPTION_MAX = 1_000;
    private static final int LOCATION_MAX = 100;
    private static final int EVENTS_MAX = 100;
    private static final int PAGE_MAX = 100;
    private static final Map<Integer, Set<Integer>> NEXT = Map.of(
            ScheduledEvent.SCHEDULED, Set.of(ScheduledEvent.ACTIVE, ScheduledEvent.CANCELED),
            ScheduledEvent.ACTIVE, Set.of(ScheduledEvent.COMPLETED));

    private final World world;
    private final DiscordJson json;
    private final Access access;

    EventRoutes(World world, DiscordJson json, Access access) {
        this.world = world;
        this.json = json;
        this.access = access;
    }

    void on(Rest rest) {
        String events = "/guilds/:guild/scheduled-events";
        rest.on(
                "GET",
                events,
                call -> call.ok(DiscordJson.array(access.guild(call).events.values(), this::form)));
        rest.on("POST", events, this::create);
        rest.on("GET", events + "/:event", call -> {
            Guild guild = access.guild(call);
            return call.ok(form(guild.event(call.id("event"))));
        });
        rest.on("PATCH", events + "/:event", this::change);
        rest.on("DELETE", events + "/:event", this::delete);
        rest.on("GET", events + "/:event/users", this::users);
    }

    private JsonObject form(ScheduledEvent event) {
        return event.toJson().put("creator", json.user(world.person(event.creator)));
    }

    private RestCall.Answer create(RestCall call) {
        Guild guild = access.guild(call, Permissions.CREATE_EVENTS);
        JsonObject body = call.body();
        if (guild.events.size() >= EVENTS_MAX)
            throw new Refusal(400, 30038, "Maximum number of uncompleted guild scheduled events reached");
        checkOutside(RestCall.number(body, "entity_type", 0));
        Instant start = time(body, "scheduled_start_time");
        if (start == null) throw required("scheduled_start_time");
        var event = new ScheduledEvent(world.ids.next(), guild, world.self(), start);
        shape(event, body);
        if (!event.start.isAfter(world.clock.instant()))
            throw Refusal.badForm(
                    "scheduled_start_time",
                    "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST",
                    "Cannot schedule event in the past.");
        guild.events.put(event.id, event);
        world.publish(new Change.EventMade(event));
        world.audit(guild, AuditEntry.EVENT_CREATE, event.id, call.reason());
        return call.ok(form(event));
    }

    private static void checkOutside(int type) {
        if (type != ScheduledEvent.EXTERNAL)
            throw new Refusal(501, 0, "The sandbox has events outside of Discord only, entity_type 3");
    }

    private static Refusal required(String field) {
        return Refusal.badForm(field, "BASE_TYPE_REQUIRED", "This field is required");
    }

    private static @Nullable Instant time(JsonObject body, String field) {
        String given = body.getString(field);
        return given == null ? null : RestCall.time(field, given);
    }

    /** Puts what is named into the event, or refuses and leaves it as it was. */
    private static void shape(ScheduledEvent event, JsonObject body) {
        RestCall.unsupported(body, "recurrence_rule", "image");
        String name = body.getString("name", event.name);
        String description = body.containsKey("description") && body.getValue("description") == null
                ? ""
                : body.getString("description", event.description);
        String location = body.getValue("entity_metadata") instanceof JsonObject about
                ? about.getString("location", "")
                : event.location;
        Instant start = body.containsKey("scheduled_start_time") ? time(body, "scheduled_start_time") : event.start;
        Instant end = body.containsKey("scheduled_end_time") ? time(body, "scheduled_end_time") : event.end;
        Refusal.checkLength("name", name, 1, NAME_MAX);
        Refusal.checkLength("description", description, 0, DESCRIPTION_MAX);
        Refusal.checkLength("entity_metadata.location", location, 1, LOCATION_MAX);
        if (start == null) throw required("scheduled_start_time");
        if (end == null) throw required("scheduled_end_time");
        if (!end.isAfter(start))
            throw Refusal.badForm(
                    "scheduled_end_time",
                    "GUILD_SCHEDULED_EVENT_END_BEFORE_START",
                    "The end of an event must be after its start.");
        event.name = name;
        event.description = description;
        event.location = location;
        event.start = start;
        event.end = end;
    }

    /** Who made an event may change it, with the right to make one; others need the right to manage them. */
    private ScheduledEvent mine(RestCall call) {
        Guild guild = access.guild(call);
        ScheduledEvent event = guild.event(call.id("event"));
        access.need(guild, event.creator == world.self() ? Permissions.CREATE_EVENTS : Permissions.MANAGE_EVENTS);
        return event;
    }

    private RestCall.Answer change(RestCall call) {
        ScheduledEvent event = mine(call);
        JsonObject body = call.body();
        if (body.getValue("entity_type") instanceof Integer type) checkOutside(type);
        int status = RestCall.number(body, "status", event.status);
        if (status != event.status && !NEXT.getOrDefault(event.status, Set.of()).contains(status))
            throw Refusal.badForm(
                    "status", "GUILD_SCHEDULED_EVENT_STATUS_INVALID", "An event cannot go to that status.");
        shape(event, body);
        event.status = status;
        world.publish(new Change.EventChanged(event));
        world.audit(event.guild, AuditEntry.EVENT_UPDATE, event.id, call.reason());
        // What is over is no longer listed.
        if (status == ScheduledEvent.COMPLETED || status == ScheduledEvent.CANCELED)
            event.guild.events.remove(event.id);
        return call.ok(form(event));
    }

    private RestCall.Answer delete(RestCall call) {
        ScheduledEvent event = mine(call);
        event.guild.events.remove(event.id);
        world.publish(new Change.EventGone(event));
        world.audit(event.guild, AuditEntry.EVENT_DELETE, event.id, call.reason());
        return call.none();
    }

    private RestCall.Answer users(RestCall call) {
        Guild guild = access.guild(call);
        ScheduledEvent event = guild.event(call.id("event"));
        long after = call.queryId("after");
        long before = call.queryId("before");
        List<Long> page = event.interested.stream()
                .filter(it -> it > after && (before == 0 || it < before))
                .sorted()
                .limit(call.query("limit", PAGE_MAX, PAGE_MAX))
                .toList();
        boolean withMember = call.query("with_member").equals("true");
        return call.ok(DiscordJson.array(page, who -> {
            JsonObject interested = new JsonObject()
                    .put("guild_scheduled_event_id", DiscordJson.text(event.id))
                    .put("user_id", DiscordJson.text(who))
                    .put("response", 1)
                    .put("user", json.user(world.person(who)));
            if (withMember) guild.find(who).ifPresent(it -> interested.put("member", json.member(it)));
            return interested;
        }));
    }
}
