package io.tummler.listening;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.ChannelRef;
import io.tummler.api.Wanted;
import io.tummler.api.Wanted.Need;
import io.tummler.config.FixedSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WantedChannelsTest {
    private static List<Wanted> wanted(boolean enabled, String... channels) {
        return new WantedChannels()
                .of(new FixedSettings(new ListeningSettings(
                        enabled,
                        List.of(channels).stream().map(ChannelRef::new).toList(),
                        .7,
                        true,
                        Duration.ofHours(24))));
    }

    @Test
    void each_channel_that_is_listened_to_is_wanted_by_its_place_in_the_list() {
        assertThat(wanted(true, "help", "bikes"))
                .containsExactly(
                        new Wanted.Channel("listening", "channels[0]", new ChannelRef("help"), Set.of(Need.LISTEN)),
                        new Wanted.Channel("listening", "channels[1]", new ChannelRef("bikes"), Set.of(Need.LISTEN)));
    }

    @Test
    void where_every_channel_or_none_is_listened_to_nothing_is_wanted() {
        assertThat(wanted(true)).isEmpty();
        assertThat(wanted(false, "help")).isEmpty();
    }
}
