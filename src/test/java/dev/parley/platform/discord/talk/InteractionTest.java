package dev.parley.platform.discord.talk;

import static org.assertj.core.api.Assertions.assertThat;

import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InteractionTest {

    private static Interaction in(int channelType) {
        return Interaction.of(DataObject.fromJson("""
                {"id": "500", "token": "t", "application_id": "9", "type": 2, "channel_id": "400",
                 "channel": {"id": "400", "type": %d, "parent_id": "100"},
                 "member": {"user": {"id": "7", "username": "ana"}, "roles": []}}""".formatted(channelType))).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11})
    void aThreadThatEverybodyReadsBelongsToItsChannel(int type) {
        assertThat(in(type).parent()).contains("100");
    }

    @Test
    void aPrivateThreadAndAChannelOfACategoryBelongToNone() {
        assertThat(in(12).parent()).isEmpty();
        assertThat(in(0).parent()).isEmpty();
    }
}
