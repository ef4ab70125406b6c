package io.tummler.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelRefTest {
    private static final String ID = "1434829707018240021";

    @Test
    void a_channel_goes_by_its_name_with_or_without_its_sign_and_in_any_capitals() {
        assertThat(new ChannelRef("#Help").is(ID, "help")).isTrue();
        assertThat(new ChannelRef("help")).isEqualTo(new ChannelRef("#help")).hasToString("#help");
        assertThat(new ChannelRef("help").is(ID, "help-desk")).isFalse();
    }

    @Test
    void an_id_means_the_one_channel_that_has_it() {
        assertThat(new ChannelRef(ID).is(ID, "whatever it is called now")).isTrue();
        assertThat(new ChannelRef(ID).is("1434829707018240022", ID)).isFalse();
        assertThat(new ChannelRef(ID)).hasToString(ID);
    }

    @Test
    void a_role_goes_by_the_name_that_moderators_see() {
        assertThat(new RoleRef("@everyone").is(ID, "@everyone")).isTrue();
        assertThat(new RoleRef("Master Bakers").is(ID, "master bakers")).isTrue();
        assertThat(new RoleRef("@bakers")).isEqualTo(new RoleRef("bakers")).hasToString("@bakers");
        assertThat(new RoleRef(ID).is(ID, "bakers")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "#", "two\nlines"})
    void what_names_nothing_is_refused(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ChannelRef(written));
        assertThatIllegalArgumentException().isThrownBy(() -> new RoleRef(written.replace('#', '@')));
    }

    @Test
    void no_name_is_longer_than_discords() {
        assertThat(new ChannelRef("a".repeat(100)).named()).hasSize(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChannelRef("a".repeat(101)))
                .withMessageContaining("at most 100");
    }
}
