package io.tummler.chat.discord;

import io.tummler.api.ChatPlatform.Presence;
import io.tummler.api.CommunityRef;
import io.tummler.api.PersonRef;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;

/** Asks Discord who is still there. Without the Guild Members intent it tells nobody of itself, but answers about one. */
final class RollCall {
    private final JDA jda;

    RollCall(JDA jda) {
        this.jda = jda;
    }

    Presence of(CommunityRef community, PersonRef person) {
        Guild guild = jda.getGuildById(community.id());
        if (guild == null) return Presence.UNKNOWN;
        try {
            // What JDA remembers of somebody is from when they last did something.
            Voice.wait(guild.retrieveMemberById(person.id()).useCache(false));
            return Presence.PRESENT;
        } catch (ErrorResponseException e) {
            return switch (e.getErrorResponse()) {
                case UNKNOWN_MEMBER, UNKNOWN_USER -> Presence.GONE;
                default -> Presence.UNKNOWN;
            };
        } catch (RuntimeException notNow) {
            return Presence.UNKNOWN;
        }
    }

    /** By what the gateway told at the login and since; a guild in an outage is one that the bot is in. */
    Presence of(CommunityRef community) {
        if (jda.getGuildById(community.id()) != null) return Presence.PRESENT;
        boolean told =
                jda.getStatus() == JDA.Status.CONNECTED && !jda.isUnavailable(Long.parseUnsignedLong(community.id()));
        return told ? Presence.GONE : Presence.UNKNOWN;
    }
}
