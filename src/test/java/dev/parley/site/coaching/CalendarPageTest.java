package dev.parley.site.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.calendar.Agenda;
import dev.parley.calendar.Meeting;
import dev.parley.calendar.Window;
import dev.parley.web.Client;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person's private calendar feed, as a calendar program fetches it: without a session. */
class CalendarPageTest {
    private static final Window WEEK = new Window(LocalDate.of(2026, 11, 24), 7, ZoneOffset.UTC);

    private final CoachingServer coaching = new CoachingServer();
    private final Client program = new Client(coaching.address());

    @AfterEach
    void close() {
        coaching.close();
    }

    /** The feed's path, from its owner's page. */
    private String feed() {
        Client ana = new Client(coaching.address());
        String link = coaching.link(FakeJournals.ANA);
        ana.page(link);
        ana.post(link);
        return URI.create(ana.page("/coaching").select("#feed").attr("value")).getPath();
    }

    @Test
    void itIsReadWithoutASessionByOurReaderAndByAnother() throws Exception {
        HttpResponse<String> answer = program.get(feed());

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar; charset=utf-8");
        Agenda agenda = Agenda.of(answer.body().getBytes(StandardCharsets.UTF_8), WEEK);
        assertThat(agenda.troubles()).isEmpty();
        assertThat(agenda.meetings())
                .extracting(Meeting::uid)
                .containsExactly("o-1@parley", "o-2@parley", "o-3@parley");
        assertThat(agenda.meetings())
                .extracting(Meeting::title)
                .containsExactly("Coaching meeting", "Time to reflect", "Coaching meeting");
        assertThat(agenda.meetings()).extracting(Meeting::cancelled).containsExactly(false, false, true);
        assertThat(new CalendarBuilder()
                        .build(new StringReader(answer.body()))
                        .validate()
                        .getEntries())
                .isEmpty();
    }

    @Test
    void itSaysNoNameAndNoWordOfAnybody() {
        String body = program.get(feed()).body();

        assertThat(body).contains("/coaching").doesNotContain("Ana", "Bo", "impact", FakeJournals.PARTNERSHIP);
    }

    @Test
    void itsAddressCannotBeMadeUpFromWhatIsStored() {
        String feed = feed();
        int dot = feed.indexOf('.');
        String signature = feed.substring(dot + 1, feed.length() - ".ics".length());

        assertThat(program.get("/coaching/calendar/" + FakeJournals.FEED + ".ics")
                        .statusCode())
                .isEqualTo(404);
        assertThat(program.get("/coaching/calendar/" + FakeJournals.FEED + ".." + "ics")
                        .statusCode())
                .isEqualTo(404);
        assertThat(program.get("/coaching/calendar/other." + signature + ".ics").statusCode())
                .isEqualTo(404);
        assertThat(program.get(feed.replace(".ics", "x.ics")).statusCode()).isEqualTo(404);
        assertThat(program.get("/coaching/calendar/.ics").statusCode()).isEqualTo(404);
    }

    @Test
    void aRevokedFeedIsGone() {
        String feed = feed();
        coaching.journals.calendars.clear();

        assertThat(program.get(feed).statusCode()).isEqualTo(404);
    }
}
