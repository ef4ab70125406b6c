package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.chat.SandboxHost.WhereTo;
import org.junit.jupiter.api.Test;

/** Where a bot logs in. */
class SandboxHostTest {
    @Test
    void production_without_a_token_is_refused_unless_the_sandbox_is_asked_for_by_name() {
        assertThat(SandboxHost.whereTo(false, true, false, false)).isEqualTo(WhereTo.REFUSED);
        assertThat(SandboxHost.whereTo(false, true, false, true)).isEqualTo(WhereTo.SANDBOX);
    }

    @Test
    void a_token_goes_before_the_sandbox() {
        assertThat(SandboxHost.whereTo(false, true, true, true)).isEqualTo(WhereTo.DISCORD);
        assertThat(SandboxHost.whereTo(false, false, true, true)).isEqualTo(WhereTo.DISCORD);
    }

    @Test
    void a_command_needs_no_sandbox_and_asks_discord_where_it_may() {
        assertThat(SandboxHost.whereTo(true, true, true, true)).isEqualTo(WhereTo.DISCORD);
        assertThat(SandboxHost.whereTo(true, true, false, true)).isEqualTo(WhereTo.NOWHERE);
        assertThat(SandboxHost.whereTo(false, false, false, false)).isEqualTo(WhereTo.NOWHERE);
    }
}
