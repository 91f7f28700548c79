package dev.parley.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomIdTest {

    @ParameterizedTest
    @CsvSource({"file,123,456", "file,123,456.789", "mine,'',0", "panel,123,''"})
    void isReadAsItWasWritten(String name, String room, String detail) {
        CustomId id = new CustomId(name, room, detail);

        assertThat(CustomId.of(id.toString())).isEqualTo(id);
    }

    @Test
    void theMarksOfPostsSayNoRoom() {
        assertThat(CustomId.of("answer.abc_-9")).isEqualTo(new CustomId("answer", "", "abc_-9"));
        assertThat(CustomId.of("")).isEqualTo(new CustomId("", "", ""));
        assertThat(CustomId.of("of somebody else")).isEqualTo(new CustomId("of somebody else", "", ""));
    }
}
