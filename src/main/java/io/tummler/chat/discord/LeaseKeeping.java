package io.tummler.chat.discord;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps leases where several processes can share a database, which they can in PostgreSQL alone. */
final class LeaseKeeping {
    private static final int NAME_MAX = 100;

    @Produces
    @Singleton
    static ShardLeases leases(
            DataSource database,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "tummler.replica") Optional<String> replica,
            @ConfigProperty(name = "tummler.discord.shards") OptionalInt shards) {
        shards.ifPresent(wanted -> {
            if (wanted < 1)
                throw new IllegalArgumentException(
                        "tummler.discord.shards (TUMMLER_DISCORD_SHARDS) must be 1 or more, but is " + wanted);
        });
        if (!url.startsWith("jdbc:postgresql:")) return new ShardLeases.Everything(shards);
        String name = replica.orElseGet(LeaseKeeping::hostName);
        return new PostgresLeases(
                database,
                name.substring(0, Math.min(name.length(), NAME_MAX)),
                UUID.randomUUID(),
                shards,
                Shards.LEASE_LASTS);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "tummler";
        }
    }
}
