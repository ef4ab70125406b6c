package io.tummler.chat.discord;

import static net.dv8tion.jda.api.Permission.MANAGE_SERVER;
import static net.dv8tion.jda.api.Permission.MESSAGE_SEND;
import static net.dv8tion.jda.api.Permission.VIEW_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.chat.discord.GuildView.Channel;
import io.tummler.chat.discord.GuildView.Overwrite;
import io.tummler.chat.discord.GuildView.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import org.junit.jupiter.api.Test;

/** Overwrites in Discord's order: everyone's, then the roles' taken together, then the member's. */
class GuildViewTest {
    private static final String GUILD = "1";
    private static final String BOTS = "2";
    private static final String HELPERS = "3";
    private static final String SELF = "9";

    private static Channel channel(Map<String, Overwrite> overwrites) {
        return new Channel("7", "help", ChannelType.TEXT, overwrites);
    }

    private static Overwrite allow(Permission permission) {
        return new Overwrite(permission.getRawValue(), 0);
    }

    private static Overwrite deny(Permission permission) {
        return new Overwrite(0, permission.getRawValue());
    }

    private static EnumSet<Permission> mine(Map<String, Overwrite> overwrites) {
        return Permission.getPermissions(guild("8", 0).mine(channel(overwrites)));
    }

    private static GuildView guild(String owner, long bots) {
        return new GuildView(
                GUILD,
                "Yard",
                owner,
                Map.of(
                        GUILD, new Role(GUILD, "@everyone", VIEW_CHANNEL.getRawValue()),
                        BOTS, new Role(BOTS, "Bots", bots | MESSAGE_SEND.getRawValue()),
                        HELPERS, new Role(HELPERS, "Helpers", 0)),
                List.of(),
                SELF,
                Set.of(BOTS, HELPERS));
    }

    @Test
    void without_overwrites_the_roles_decide() {
        assertThat(mine(Map.of())).containsExactlyInAnyOrder(VIEW_CHANNEL, MESSAGE_SEND);
    }

    @Test
    void a_roles_overwrite_outdoes_everyones() {
        assertThat(mine(Map.of(GUILD, deny(VIEW_CHANNEL)))).containsExactly(MESSAGE_SEND);
        assertThat(mine(Map.of(GUILD, deny(VIEW_CHANNEL), BOTS, allow(VIEW_CHANNEL))))
                .contains(VIEW_CHANNEL);
    }

    @Test
    void what_one_role_allows_no_other_denies() {
        assertThat(mine(Map.of(BOTS, deny(MESSAGE_SEND), HELPERS, allow(MESSAGE_SEND))))
                .contains(MESSAGE_SEND);
    }

    @Test
    void the_members_own_overwrite_has_the_last_word() {
        assertThat(mine(Map.of(HELPERS, allow(MESSAGE_SEND), SELF, deny(MESSAGE_SEND))))
                .doesNotContain(MESSAGE_SEND);
        assertThat(mine(Map.of(BOTS, deny(MESSAGE_SEND), SELF, allow(MESSAGE_SEND))))
                .contains(MESSAGE_SEND);
    }

    @Test
    void owner_and_administrator_may_do_anything_whatever_a_channel_denies() {
        Channel closed = channel(Map.of(GUILD, deny(VIEW_CHANNEL), SELF, deny(VIEW_CHANNEL)));
        assertThat(Permission.getPermissions(guild(SELF, 0).mine(closed))).contains(VIEW_CHANNEL, MANAGE_SERVER);
        assertThat(Permission.getPermissions(
                        guild("8", Permission.ADMINISTRATOR.getRawValue()).mine(closed)))
                .contains(VIEW_CHANNEL, MANAGE_SERVER);
    }

    @Test
    void anybody_has_what_everyone_has_and_no_more() {
        assertThat(guild("8", 0).anybodys(channel(Map.of(BOTS, deny(VIEW_CHANNEL)))))
                .isEqualTo(VIEW_CHANNEL.getRawValue());
        assertThat(guild("8", 0).anybodys(channel(Map.of(GUILD, deny(VIEW_CHANNEL)))))
                .isZero();
    }
}
