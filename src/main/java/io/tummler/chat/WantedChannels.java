package io.tummler.chat;

import io.tummler.api.Policy;
import io.tummler.api.Wanted;
import io.tummler.api.Wanted.Need;
import io.tummler.api.Wants;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The channels that the bot speaks in. */
@Singleton
class WantedChannels implements Wants {
    private static final String SECTION = "community";

    @Override
    public List<Wanted> of(Policy policy) {
        var chat = policy.section(ChatSettings.class);
        List<Wanted> wanted = new ArrayList<>();
        wanted.add(new Wanted.Channel(SECTION, "moderators-channel", chat.moderatorsChannel(), Set.of(Need.SPEAK)));
        wanted.add(new Wanted.Channel(
                SECTION, "introductions-channel", chat.introductionsChannel(), Set.of(Need.OPEN_PRIVATE_THREADS)));
        chat.welcomeChannel()
                .ifPresent(channel ->
                        wanted.add(new Wanted.Channel(SECTION, "welcome-channel", channel, Set.of(Need.SPEAK))));
        return wanted;
    }
}
