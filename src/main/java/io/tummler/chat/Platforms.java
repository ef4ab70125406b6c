package io.tummler.chat;

import io.quarkus.arc.All;
import io.tummler.api.ChatPlatform;
import io.tummler.api.CommunityRef;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The chat platforms that there are, by their names. */
@Singleton
class Platforms {
    private final Map<String, ChatPlatform> byName;

    Platforms(@All List<ChatPlatform> platforms) {
        byName = platforms.stream().collect(Collectors.toUnmodifiableMap(ChatPlatform::name, Function.identity()));
    }

    Optional<ChatPlatform> of(CommunityRef community) {
        return Optional.ofNullable(byName.get(community.platform()));
    }

    /** Whether this process is the one that answers for a community; for one of a platform that is not there, every one. */
    boolean serve(CommunityRef community) {
        return of(community).map(platform -> platform.serves(community)).orElse(true);
    }
}
