package io.tummler.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.SandboxOptions;
import java.io.IOException;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private final OkHttpClient http = new OkHttpClient();

    private Gateway asked(String token, String url) throws IOException {
        return Gateway.ask(http, new DiscordEndpoint(token, Optional.of(url), Optional.empty()));
    }

    @Test
    void discord_says_how_many_shards_and_how_many_at_once() throws IOException {
        try (var sandbox = Sandbox.start(SandboxOptions.defaults())) {
            assertThat(asked(sandbox.botToken(), sandbox.restUrl())).isEqualTo(new Gateway(1, 1));
        }
    }

    @Test
    void a_token_that_discord_does_not_know_is_said_to_be_none() {
        try (var sandbox = Sandbox.start(SandboxOptions.defaults())) {
            assertThatThrownBy(() -> asked("not-the-token", sandbox.restUrl()))
                    .isInstanceOf(Gateway.WrongToken.class)
                    .hasMessageContainingAll("401", "DISCORD_TOKEN", "Reset Token");
            assertThatThrownBy(() -> asked("with a line\nbreak", sandbox.restUrl()))
                    .isInstanceOf(Gateway.WrongToken.class);
        }
    }

    @Test
    void nobody_there_is_no_wrong_token() {
        assertThatThrownBy(() -> asked("any", "http://127.0.0.1:1/")).isInstanceOf(IOException.class);
    }
}
