package dev.parley.platform.talk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishTest {

    @ParameterizedTest
    @CsvSource({"file,123,456", "file,123,456.789", "mine,'',0", "panel,123,''"})
    void isReadAsItWasWritten(String name, String room, String detail) {
        Wish id = new Wish(name, room, detail);

        assertThat(Wish.of(id.toString())).isEqualTo(id);
    }

    @Test
    void theMarksOfPostsSayNoRoom() {
        assertThat(Wish.of("answer.abc_-9")).isEqualTo(new Wish("answer", "", "abc_-9"));
        assertThat(Wish.of("")).isEqualTo(new Wish("", "", ""));
        assertThat(Wish.of("of somebody else")).isEqualTo(new Wish("of somebody else", "", ""));
    }
}
