package dev.parley.engine.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.coaching.Look;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a button carries is read as it was meant. */
class MeaningsTest {

    private static final String ID = "0123456789abcdef";
    private static final String LONG = "a-framework-that-a-district-has-made-up";

    @Test
    void theNamesOfAFrameworkMayBeLong() {
        List<Meaning> onPages = List.of(
                new Meaning.Label(ID, "2026-11-23T16:00Z~2", Look.AHEAD, LONG, LONG),
                new Meaning.Unlabel(ID, "2026-11-23T16:00Z~2", Look.AHEAD, LONG, LONG),
                new Meaning.Place(LONG, LONG, LONG),
                new Meaning.Shelve(LONG, LONG));

        assertThat(onPages)
                .allSatisfy(meaning ->
                        assertThat(Meanings.of(Meanings.text(meaning))).contains(meaning));
    }

    @Test
    void whatAPlatformCarriesIsShort() {
        assertThatThrownBy(() -> Meanings.text(new Meaning.Reach(LONG, LONG + LONG)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Meanings.text(new Meaning.Reach(ID, "two words")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
