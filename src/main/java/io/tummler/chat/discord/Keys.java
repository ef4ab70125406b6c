package io.tummler.chat.discord;

import java.util.Optional;
import net.dv8tion.jda.api.entities.Guild;
import org.jspecify.annotations.Nullable;

/** The custom ids of buttons. One in a direct message bears its community, which Discord does not tell there. */
final class Keys {
    private static final char AT = '@';

    private Keys() {}

    record Pressed(String guild, String button) {}

    static String write(String button, String guild) {
        return button + AT + guild;
    }

    /** Empty for an id that is none of ours. */
    static Optional<Pressed> read(String customId, @Nullable Guild guild) {
        int at = customId.lastIndexOf(AT);
        if (at < 0) return Optional.empty();
        String written = customId.substring(at + 1);
        // Where Discord does tell, it knows better than what a client sent.
        return Optional.of(new Pressed(guild == null ? written : guild.getId(), customId.substring(0, at)));
    }
}
