package io.tummler.chat.sandbox;

import java.util.List;

/**
 * A thread as a person sees it.
 *
 * @param members usernames of those in it, the bot's too
 * @param messages what was said in it, oldest first
 */
public record ThreadView(
        long id,
        String name,
        long parentId,
        boolean isPrivate,
        boolean archived,
        boolean locked,
        List<String> members,
        List<MessageView> messages) {}
