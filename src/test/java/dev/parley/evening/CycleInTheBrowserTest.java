package dev.parley.evening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.HandClock;
import dev.parley.web.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole cycle in the web alone, and its pages in a real browser. */
class CycleInTheBrowserTest {
    @TempDir
    Path folder;

    @Test
    void theSameWordsAreInTheJournalAndThePagesAreGoodToLookAt() throws IOException {
        HandClock clock = new HandClock(Instant.parse("2027-03-01T18:00:00Z"));
        try (Town town = new Town(folder, clock)) {
            PageSeat ana = PageSeat.joined(town, "Ana");
            PageSeat bo = PageSeat.joined(town, "Bo");

            Transcript transcript = new CycleOnPages(town, ana, bo).lived();

            transcript.isAsIn("a-whole-cycle-on-the-web.txt");
            assertThat(journal(transcript.toString()))
                    .isEqualTo(journal(Files.readString(Transcript.file("a-whole-cycle.txt"))));
            look(town, ana);
        }
    }

    private static List<String> journal(String transcript) {
        return transcript
                .lines()
                .dropWhile(line -> !line.equals(Transcript.ASIDE + "# Journal"))
                .filter(line -> line.startsWith(Transcript.ASIDE))
                .toList();
    }

    private static void look(Town town, PageSeat ana) {
        try (Chromium browser = new Chromium()) {
            browser.dark(false);
            browser.driver.get(town.server.address() + town.link(ana.account()));
            browser.click("main button");
            browser.find("#open");
            browser.look("cycle-home");
            browser.driver.get(town.server.address() + ana.partnership());
            browser.look("cycle-partnership");
            browser.driver.get(town.server.address() + "/coaching/journal");
            assertThat(browser.texts(".item")).hasSize(6);
            browser.look("cycle-journal");
        }
    }
}
