package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonObject;
import java.util.function.BiFunction;

/** How the bot answers: the callback, then the webhook of the interaction's token. */
final class InteractionRoutes {
    private static final int MESSAGE = 4;
    private static final int DEFERRED_MESSAGE = 5;
    private static final int DEFERRED_UPDATE = 6;
    private static final int UPDATE = 7;
    private static final int AUTOCOMPLETE = 8;
    private static final int MODAL = 9;
    private static final String ORIGINAL = "@original";

    private final World world;
    private final DiscordJson json;
    private final Interactions interactions;

    InteractionRoutes(World world, DiscordJson json, Interactions interactions) {
        this.world = world;
        this.json = json;
        this.interactions = interactions;
    }

    void on(Rest rest) {
        rest.open("POST", "/interactions/:interaction/:token/callback", call -> {
            Interaction asked = interactions.waiting(call.id("interaction"), call.text("token"));
            return world.bots.as(asked.application, () -> callback(call, asked));
        });
        String answers = "/webhooks/:application/:token";
        String answer = answers + "/messages/:message";
        open(rest, "POST", answers, this::followUp);
        open(rest, "GET", answer, (call, asked) -> call.ok(json.message(answer(call, asked))));
        open(rest, "PATCH", answer, this::edit);
        open(rest, "DELETE", answer, (call, asked) -> {
            world.delete(answer(call, asked));
            return call.none();
        });
    }

    /** Whoever knows the token is the bot that was asked. */
    private void open(Rest rest, String method, String path, BiFunction<RestCall, Interaction, RestCall.Answer> work) {
        rest.open(method, path, call -> {
            Interaction asked = interactions.going(call.text("token"));
            if (asked.application != call.id("application")) throw Refusal.unknown(10015, "Webhook");
            return world.bots.as(asked.application, () -> work.apply(call, asked));
        });
    }

    private RestCall.Answer callback(RestCall call, Interaction asked) {
        int type = RestCall.number(call.body(), "type", 0);
        var body = MessageBody.of(call.body().getJsonObject("data", new JsonObject()), call);
        checkFits(asked, type);
        switch (type) {
            case MESSAGE -> {
                Post post = fresh(asked, body.isEphemeral());
                body.into(post, world);
                asked.original = post.id;
                asked.answeredWith(post.id);
                world.say(post);
            }
            case DEFERRED_MESSAGE -> {
                Post post = fresh(asked, body.isEphemeral());
                post.flags |= Post.LOADING;
                asked.original = post.id;
                asked.state = Interaction.State.ACKNOWLEDGED;
                world.say(post);
            }
            case DEFERRED_UPDATE -> {
                asked.original = pressed(asked).id;
                asked.state = Interaction.State.ACKNOWLEDGED;
                world.publish(new Change.TakenUp(asked));
            }
            case UPDATE -> {
                Post post = pressed(asked);
                body.into(post, world);
                asked.original = post.id;
                edited(asked, post);
            }
            case AUTOCOMPLETE, MODAL -> {
                checkOffer(type, body.json());
                asked.offered = body.json();
                asked.state = Interaction.State.ANSWERED;
                world.publish(new Change.TakenUp(asked));
            }
            default -> throw Refusal.badForm("type", "must be 4 to 9: " + type);
        }
        return call.query("with_response").equals("true") ? call.ok(response(asked, type)) : call.none();
    }

    /** What is being typed gets choices and nothing else, and a form that was sent off is not answered with another. */
    private static void checkFits(Interaction asked, int type) {
        boolean typing = asked.type == Interaction.AUTOCOMPLETE;
        if (typing != (type == AUTOCOMPLETE) || type == MODAL && asked.type == Interaction.MODAL)
            throw Refusal.badForm("type", "BASE_TYPE_CHOICES", "is no answer to this interaction: " + type);
    }

    private static void checkOffer(int type, JsonObject offer) {
        if (type == MODAL) ModalRules.checkForm(offer);
        else ModalRules.checkChoices(offer);
    }

    private Post fresh(Interaction asked, boolean ephemeral) {
        var post = new Post(world.ids.next(), asked.channel, asked.application);
        post.origin = asked.origin();
        post.type = asked.type == Interaction.COMMAND
                ? asked.data.getInteger("type", 1) == 1 ? Post.COMMAND : Post.CONTEXT_MENU
                : Post.DEFAULT;
        if (ephemeral) {
            post.flags |= Post.EPHEMERAL;
            post.onlyFor = asked.user;
        }
        return post;
    }

    private Post pressed(Interaction asked) {
        if (asked.type != Interaction.COMPONENT && asked.message == 0)
            throw Refusal.badForm("type", "only a component's message can be updated");
        return world.post(asked.channel, asked.message);
    }

    private void edited(Interaction asked, Post post) {
        asked.answeredWith(post.id);
        post.editedAt = world.clock.instant();
        world.publish(new Change.Edited(post));
    }

    private JsonObject response(Interaction asked, int type) {
        var about = new JsonObject().put("id", DiscordJson.text(asked.id)).put("type", asked.type);
        var response = new JsonObject().put("interaction", about);
        Post post = world.postsIn(asked.channel).get(asked.original);
        if (post != null) {
            about.put("response_message_id", DiscordJson.text(post.id))
                    .put("response_message_loading", post.is(Post.LOADING))
                    .put("response_message_ephemeral", post.isEphemeral());
            if (type == MESSAGE || type == UPDATE)
                response.put("resource", new JsonObject().put("type", type).put("message", json.message(post)));
        }
        return response;
    }

    /** The first word after a deferral takes the place of "thinking"; every other stands beside. */
    private RestCall.Answer followUp(RestCall call, Interaction asked) {
        var body = MessageBody.of(call.body(), call);
        Post waiting = world.postsIn(asked.channel).get(asked.original);
        if (waiting != null && waiting.is(Post.LOADING)) {
            body.into(waiting, world);
            edited(asked, waiting);
            return call.ok(json.message(waiting));
        }
        Post post = fresh(asked, body.isEphemeral());
        body.into(post, world);
        asked.answeredWith(post.id);
        return call.ok(json.message(world.say(post)));
    }

    private RestCall.Answer edit(RestCall call, Interaction asked) {
        Post post = answer(call, asked);
        MessageBody.of(call.body(), call).into(post, world);
        edited(asked, post);
        return call.ok(json.message(post));
    }

    private Post answer(RestCall call, Interaction asked) {
        String which = call.text("message");
        long id = which.equals(ORIGINAL) ? asked.original : Snowflakes.parse(which);
        if (id != asked.original && !asked.answers.contains(id)) throw Refusal.unknown(10008, "Message");
        return world.post(asked.channel, id);
    }
}
