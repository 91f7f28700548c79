package dev.parley.site.coaching;

import dev.parley.calendar.CalendarFeed;
import dev.parley.engine.coaching.Journals;
import dev.parley.engine.coaching.MyCalendar;
import dev.parley.voice.Voice;
import dev.parley.web.Problem;
import dev.parley.web.Visit;
import dev.parley.web.WebServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * A person's private calendar feed. Its address is the feed's random name with our signature, which is compared in a time that tells
 * nothing before anything is looked up; whoever sees the stored name does not have the address. An event says when, and no more.
 */
final class CalendarPage {
    private static final String PATH = "/coaching/calendar/";
    private static final String PURPOSE = "calendar";
    private static final String ENDING = ".ics";
    private static final Duration REFRESH = Duration.ofHours(1);

    private final WebServer server;
    private final Journals journals;
    private final Voice voice;

    CalendarPage(WebServer server, Journals journals, Voice voice) {
        this.server = server;
        this.journals = journals;
        this.voice = voice;
        server.get(PATH + "{file}", this::feed);
    }

    /** The path of a feed. */
    static String path(WebServer server, String name) {
        return PATH + name + "." + server.sign(PURPOSE, name) + ENDING;
    }

    private void feed(Visit visit) {
        Door.close(visit);
        MyCalendar calendar = name(visit.path("file"))
                .flatMap(journals::calendar)
                .orElseThrow(() -> {
                    server.guess(visit);
                    return Problem.notFound();
                });
        CalendarFeed feed = new CalendarFeed(
                voice.say(PagePhrase.CALENDAR_NAME),
                REFRESH,
                calendar.occasions().stream()
                        .map(occasion -> entry(occasion, visit.site() + "/coaching"))
                        .toList());
        visit.bytes("text/calendar; charset=utf-8", feed.text().getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> name(String file) {
        int dot = file.indexOf('.');
        if (dot < 1 || !file.endsWith(ENDING) || file.length() - ENDING.length() <= dot) {
            return Optional.empty();
        }
        String name = file.substring(0, dot);
        String signature = file.substring(dot + 1, file.length() - ENDING.length());
        return server.signed(PURPOSE, name, signature) ? Optional.of(name) : Optional.empty();
    }

    private CalendarFeed.Entry entry(MyCalendar.Occasion occasion, String link) {
        boolean meeting = occasion.meeting();
        return new CalendarFeed.Entry(
                occasion.name() + "@parley",
                occasion.start(),
                occasion.end(),
                occasion.changed(),
                voice.say(meeting ? PagePhrase.CALENDAR_MEETING : PagePhrase.CALENDAR_REFLECT),
                link,
                Optional.of(link),
                meeting,
                occasion.calledOff());
    }
}
