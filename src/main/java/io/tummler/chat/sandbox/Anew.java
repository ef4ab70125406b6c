package io.tummler.chat.sandbox;

/** What a guild that was put back to what the cast has tells of itself: whatever is otherwise than before. */
record Anew(World world, Guild old, Guild fresh) {
    void tell() {
        old.threads().forEach(thread -> world.publish(new Change.ThreadGone(thread)));
        for (Place channel : old.channels())
            if (!fresh.places.containsKey(channel.id)) world.publish(new Change.ChannelGone(channel));
        for (Role role : old.roles.values())
            if (!fresh.roles.containsKey(role.id())) world.publish(new Change.RoleGone(fresh, role));
        old.events.values().forEach(event -> world.publish(new Change.EventGone(event)));
        for (Member member : fresh.members.values())
            if (member.person.portrait.bot() && !old.has(member.person))
                world.publish(new Change.GuildEntered(fresh, member.person));
        fresh.roles.values().forEach(this::tell);
        for (Place channel : fresh.channels())
            world.publish(
                    old.places.containsKey(channel.id)
                            ? new Change.ChannelChanged(channel)
                            : new Change.ChannelOpened(channel));
        fresh.members.values().forEach(this::tell);
    }

    private void tell(Role role) {
        Role before = old.roles.get(role.id());
        if (before == null) world.publish(new Change.RoleMade(fresh, role));
        else if (!before.equals(role)) world.publish(new Change.RoleChanged(fresh, role));
    }

    private void tell(Member member) {
        Member before = old.members.get(member.id());
        if (before == null) world.publish(new Change.Joined(member));
        else if (!before.roles.equals(member.roles)) world.publish(new Change.MemberChanged(member));
    }
}
