package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever can be read is there, and has the form that Discord's own description gives it. */
class SandboxReadTest {
    private final Map<String, String> ids = new LinkedHashMap<>();
    private Sandbox sandbox;
    private RestBot rest;

    @BeforeEach
    void a_guild_that_has_some_of_everything() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withLimits(Limits.announcedOnly()));
        rest = new RestBot(sandbox);
        sandbox.botRights().grant("ADMINISTRATOR");
        Persona ada = sandbox.persona("ada");
        MessageView said = ada.says("general", "Who comes?");
        ada.reacts(said, "👍");
        ids.put("guild", Long.toString(sandbox.guildId()));
        ids.put("channel", Long.toString(sandbox.channelId("general")));
        ids.put("message", Long.toString(said.id()));
        ids.put("user", Long.toString(ada.id()));
        ids.put("application", Long.toString(sandbox.botId()));
        ids.put("banned", Long.toString(sandbox.persona("dov").id()));
        ids.put("role", ids.get("guild"));
        rest.does("PUT", at("/channels/{channel}/messages/pins/{message}"));
        rest.does("PUT", at("/guilds/{guild}/bans/{banned}"), new JsonObject());
        make("thread", "/channels/{channel}/threads", "{'name':'Us','type':12}");
        rest.does("PUT", at("/channels/{thread}/thread-members/{user}"));
        make(
                "event",
                "/guilds/{guild}/scheduled-events",
                "{'name':'Bake','privacy_level':2,'entity_type':3,'scheduled_start_time':'2030-01-01T10:00:00Z',"
                        + "'scheduled_end_time':'2030-01-01T12:00:00Z','entity_metadata':{'location':'Kitchen'}}");
        ada.attends("Bake", true);
        make("command", "/applications/{application}/commands", "{'name':'ask','description':'Look for help'}");
        make(
                "own",
                "/applications/{application}/guilds/{guild}/commands",
                "{'name':'offer','description':'Say what you offer','options':"
                        + "[{'type':3,'name':'what','description':'It','required':true}]}");
    }

    @AfterEach
    void stop() {
        rest.close();
        sandbox.close();
    }

    private void make(String what, String path, String json) {
        JsonObject made = rest.does("POST", at(path), new JsonObject(json.replace('\'', '"')));
        ids.put(what, made.getString("id"));
    }

    private String at(String path) {
        String at = path;
        for (Map.Entry<String, String> id : ids.entrySet()) at = at.replace("{" + id.getKey() + "}", id.getValue());
        return at;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gateway",
                "/gateway/bot",
                "/users/@me",
                "/users/@me/guilds",
                "/users/@me/guilds?with_counts=true",
                "/users/{user}",
                "/applications/@me",
                "/oauth2/applications/@me",
                "/applications/{application}/commands",
                "/applications/{application}/commands?with_localizations=true",
                "/applications/{application}/commands/{command}",
                "/applications/{application}/guilds/{guild}/commands",
                "/applications/{application}/guilds/{guild}/commands/{own}",
                "/guilds/{guild}",
                "/guilds/{guild}?with_counts=true",
                "/guilds/{guild}/channels",
                "/guilds/{guild}/roles",
                "/guilds/{guild}/roles/{role}",
                "/guilds/{guild}/members?limit=100",
                "/guilds/{guild}/members/search?query=ad",
                "/guilds/{guild}/members/{user}",
                "/guilds/{guild}/bans",
                "/guilds/{guild}/bans/{banned}",
                "/guilds/{guild}/audit-logs",
                "/guilds/{guild}/threads/active",
                "/guilds/{guild}/scheduled-events",
                "/guilds/{guild}/scheduled-events?with_user_count=true",
                "/guilds/{guild}/scheduled-events/{event}",
                "/guilds/{guild}/scheduled-events/{event}/users?with_member=true",
                "/channels/{channel}",
                "/channels/{thread}",
                "/channels/{channel}/messages",
                "/channels/{channel}/messages/{message}",
                "/channels/{channel}/messages/pins",
                "/channels/{channel}/pins",
                "/channels/{channel}/messages/{message}/reactions/%F0%9F%91%8D",
                "/channels/{channel}/threads/archived/public",
                "/channels/{channel}/threads/archived/private",
                "/channels/{channel}/users/@me/threads/archived/private",
                "/channels/{thread}/thread-members",
                "/channels/{thread}/thread-members?with_member=true",
                "/channels/{thread}/thread-members/{user}?with_member=true"
            })
    void it_can_be_read(String path) {
        HttpResponse<String> answer = rest.send(rest.request(at(path)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        if (answer.body().startsWith("["))
            assertThat(new JsonArray(answer.body()).isEmpty()).isEqualTo(path.contains("archived"));
        else assertThat(new JsonObject(answer.body())).isNotEmpty();
    }
}
