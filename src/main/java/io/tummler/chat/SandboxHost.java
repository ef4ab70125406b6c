package io.tummler.chat;

import jakarta.inject.Singleton;
import java.time.Clock;

@Singleton
class SandboxHost {
    Clock clock() {
        return Clock.systemUTC();
    }
}
