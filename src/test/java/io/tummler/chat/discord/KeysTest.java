package io.tummler.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeysTest {
    @Property(tries = 200, seed = "20260302")
    void a_button_in_a_direct_message_tells_its_community(@ForAll String button) {
        assertThat(Keys.read(Keys.write(button, "42"), null)).contains(new Keys.Pressed("42", button));
    }

    @Test
    void an_id_that_is_none_of_ours_is_none() {
        assertThat(Keys.read("somebody-elses", null)).isEmpty();
    }
}
