package io.tummler.chat.discord;

import io.quarkus.arc.All;
import io.tummler.api.CommunityRef;
import io.tummler.api.Naming;
import io.tummler.api.PlatformCheck;
import io.tummler.api.Policy;
import io.tummler.api.PolicyCheck.Objection;
import io.tummler.api.Wanted;
import io.tummler.api.Wants;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Asks Discord's REST API for a guild, and looks whether a policy fits it. The gateway is not needed. */
@Singleton
class GuildInspection implements PlatformCheck {
    private static final Set<Integer> NOT_IN_GUILD = Set.of(403, 404);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String NO_TOKEN = "There is no token to ask Discord with. Set the environment variable"
            + " DISCORD_TOKEN to your bot's token: discord.com/developers, your application, Bot, Reset Token";

    private final Instance<Optional<DiscordEndpoint>> endpoint;
    private final List<Wants> wants;

    GuildInspection(Instance<Optional<DiscordEndpoint>> endpoint, @All List<Wants> wants) {
        this.endpoint = endpoint;
        this.wants = wants;
    }

    @Override
    public Answer look(CommunityRef community, Policy policy) {
        List<Wanted> wanted =
                wants.stream().flatMap(engine -> engine.of(policy).stream()).toList();
        return endpoint.get()
                .map(discord -> look(discord, community.id(), wanted))
                .orElseGet(() -> new Answer.Unanswered(NO_TOKEN));
    }

    static Answer look(DiscordEndpoint discord, String guild, List<Wanted> wanted) {
        if (!Naming.isId(guild))
            return guildItself(
                    "'" + guild + "' is no guild's id",
                    "17 to 20 digits: with Discord's Developer Mode on, the menu of the server has Copy Server ID");
        try {
            return new Answer.Seen(GuildFit.objections(view(discord, guild), wanted));
        } catch (NotInGuild e) {
            return guildItself(
                    "the bot is not in the guild " + guild,
                    "a guild that it is in: open its invitation (discord.com/developers, your application, OAuth2) and"
                            + " choose this one");
        } catch (Gateway.WrongToken | NotNow e) {
            return new Answer.Unanswered(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Answer.Unanswered("Discord can't be reached (" + e.getMessage()
                    + "). Look whether this machine may connect to discord.com, and try again");
        } catch (ParsingException e) {
            return new Answer.Unanswered("Discord answers something unknown (" + e.getMessage() + "). Is it Discord?");
        }
    }

    private static Answer guildItself(String what, String allowed) {
        return new Answer.Seen(List.of(new Objection("", "", what, allowed)));
    }

    private static GuildView view(DiscordEndpoint discord, String guild) throws IOException {
        OkHttpClient http = new OkHttpClient();
        String self = ask(http, discord, "users/@me", DataObject::fromJson).getString("id");
        String at = "guilds/" + guild;
        return GuildView.of(
                ask(http, discord, at, DataObject::fromJson),
                ask(http, discord, at + "/channels", DataArray::fromJson),
                ask(http, discord, at + "/members/" + self, DataObject::fromJson));
    }

    private static <T> T ask(OkHttpClient http, DiscordEndpoint discord, String path, Function<InputStream, T> read)
            throws IOException {
        try (Response response = http.newCall(discord.request(path)).execute()) {
            int status = response.code();
            if (response.isSuccessful() && response.body() != null)
                return read.apply(response.body().byteStream());
            if (status == Gateway.UNAUTHORIZED) throw new Gateway.WrongToken();
            if (NOT_IN_GUILD.contains(status)) throw new NotInGuild();
            throw new NotNow(
                    status == TOO_MANY_REQUESTS
                            ? "Discord has been asked too often (429). Try again in "
                                    + response.header("Retry-After", "60") + " seconds"
                            : "Discord answers " + status + " now. Try again later");
        }
    }

    private static final class NotInGuild extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Discord has no answer at this moment. */
    private static final class NotNow extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotNow(String why) {
            super(why);
        }
    }
}
