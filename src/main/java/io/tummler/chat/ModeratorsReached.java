package io.tummler.chat;

import io.tummler.api.CommunityId;
import io.tummler.api.CommunityRef;
import io.tummler.api.Members;
import io.tummler.api.Moderators;
import io.tummler.api.Settings;
import jakarta.inject.Singleton;

/** The moderators, by the channel that they named. */
@Singleton
record ModeratorsReached(Members members, Settings settings, Platforms platforms) implements Moderators {
    @Override
    public boolean areReachable(CommunityId community) {
        CommunityRef ref = members.ref(community);
        var channel = settings.of(community).section(ChatSettings.class).moderatorsChannel();
        return platforms.of(ref).map(platform -> platform.canPost(ref, channel)).orElse(true);
    }
}
