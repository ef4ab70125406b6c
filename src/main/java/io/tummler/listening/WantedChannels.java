package io.tummler.listening;

import io.tummler.api.Policy;
import io.tummler.api.Wanted;
import io.tummler.api.Wanted.Need;
import io.tummler.api.Wants;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The channels that are listened to by name or id; of every channel nothing is wanted. */
@Singleton
class WantedChannels implements Wants {
    @Override
    public List<Wanted> of(Policy policy) {
        var listening = policy.section(ListeningSettings.class);
        if (!listening.enabled()) return List.of();
        return IntStream.range(0, listening.channels().size())
                .<Wanted>mapToObj(i -> new Wanted.Channel(
                        "listening", "channels[" + i + "]", listening.channels().get(i), Set.of(Need.LISTEN)))
                .toList();
    }
}
