package io.tummler.chat;

class TempEndpoint {
    @jakarta.enterprise.inject.Produces
    @jakarta.inject.Singleton
    java.util.Optional<io.tummler.chat.discord.DiscordEndpoint> e() {
        return java.util.Optional.empty();
    }
}
