package io.tummler.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.Settings;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SectionDiscoveryTest.SampleFolder.class)
class SectionDiscoveryTest {
    @Inject
    Settings settings;

    @Test
    void a_record_with_the_annotation_is_a_section_without_being_listed_anywhere() {
        assertThat(settings.everywhere().section(Town.class)).isEqualTo(new Town("moderators", 12));
        assertThat(settings.everywhere().folder(Shop.class)).isEqualTo(Map.of("flour", new Shop("The Mill")));
    }

    public static class SampleFolder implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tummler.bot-config", "src/test/resources/io/tummler/config/folder");
        }
    }
}
