package io.tummler.chat.discord;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while each shard that this process serves is connected; a replica that waits for shards is ready, too. */
@Readiness
@Singleton
class DiscordReadiness implements HealthCheck {
    private final DiscordPlatform platform;

    DiscordReadiness(DiscordPlatform platform) {
        this.platform = platform;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("Discord");
        return platform.shards()
                .map(shards -> response.status(shards.areComplete())
                        .withData("connected", shards.connected())
                        .withData("shards", shards.connections())
                        .build())
                .orElseGet(response.up()::build);
    }
}
