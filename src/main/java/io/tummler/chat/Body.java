package io.tummler.chat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tummler.api.ChatPlatform;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an outbox row says, in words.
 *
 * @param words with members as {@link Words#mark marks}, which become mentions on delivery
 * @param token of an answer, what the platform wants to see with it
 * @param title of a thread
 * @param members of a thread
 */
@RegisterForReflection(registerFullHierarchy = true)
record Body(
        String words,
        List<ChatPlatform.Key> keys,
        @Nullable String token,
        @Nullable String title,
        List<UUID> members) {
    Body {
        keys = List.copyOf(keys);
        members = List.copyOf(members);
    }
}
