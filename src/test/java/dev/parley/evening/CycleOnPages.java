package dev.parley.evening;

import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** What Ana and Bo do in the same weeks where there is nothing but the web: nobody writes to them, and everything waits on their pages. */
final class CycleOnPages {
    private static final String JOURNAL = "/coaching/journal";

    private final Town town;
    private final PageSeat ana;
    private final PageSeat bo;
    private final Transcript transcript = new Transcript(Town.ZONE);

    CycleOnPages(Town town, PageSeat ana, PageSeat bo) {
        this.town = town;
        this.ana = ana;
        this.bo = bo;
    }

    /** Lives it, until the journals can be read. */
    Transcript lived() {
        try {
            live();
        } catch (AssertionError | RuntimeException trouble) {
            throw new AssertionError(trouble.getMessage() + "\nafter:\n" + transcript, trouble);
        }
        return transcript;
    }

    private void live() {
        begins();
        first();
        second();
        subscribes();
        shares();
        third();
        transcript.chapter("The journal");
        ana.text("/coaching/journal.md").lines().forEach(transcript::aside);
    }

    private void begins() {
        transcript.chapter("Two people agree, and meetings come from a calendar");
        Told cycles = fills("Ana", ana, PageSeat.HOME, "Ask somebody to work with you", Map.of("name", "Bo"));
        Told parts = presses("Ana", ana, cycles, "The impact cycle");
        presses("Ana", ana, parts, "Coach");
        String page = ana.partnership();
        fills("Bo", bo, PageSeat.HOME, "Change it", Map.of("zone", "America/Chicago", "from", "18:00", "to", "07:00"));
        presses("Ana", ana, page, "I agree");
        presses("Bo", bo, page, "I agree");
        fills(
                "Ana",
                ana,
                page,
                "Change it",
                Map.of(
                        "current_reality", "Four of them talk, twenty listen",
                        "goal", "Everybody has a reason to speak",
                        "strategy", "Ask, then wait",
                        "progress", "We count nothing; we listen to a recording"));
        town.calendar.becomes(Cycle.SERIES);
        fills("Ana", ana, page, "Calendar", Map.of("address", Town.ADDRESS, "word", "Coaching"));
    }

    private void first() {
        transcript.chapter("The first meeting");
        at("2027-03-15T17:58");
        asked();
        answers("Ana", ana, "We both stopped talking when somebody knocked\nand then we laughed, both of us");
        answers("Ana", ana, "That waiting is work");
        answers("Ana", ana, "I will wait five seconds");
        Told when = presses("Bo", bo, PageSeat.HOME, "Later");
        transcript.line(town.now(), "Bo", "presses [In three hours]");
        told("Bo", bo.presses(when, PageSeat.HOME, "In three hours"));
        at("2027-03-15T21:05");
        answers("Bo", bo, "When we looked at the seating plan together");
        presses("Bo", bo, PageSeat.HOME, "Skip this one");
        answers("Bo", bo, "A question that I do not know the answer to");
    }

    private void second() {
        transcript.chapter("The second meeting was moved");
        at("2027-03-21T12:00");
        town.calendar.becomes(Cycle.SERIES + Cycle.CHANGES);
        town.looks();
        at("2027-03-22T20:00");
        asked();
        at("2027-03-24T07:01");
        asked();
        presses("Ana", ana, PageSeat.HOME, "Not this time");
    }

    private void subscribes() {
        transcript.chapter("A calendar of one's own, for a program of somebody else's: no names, and nobody's words");
        presses("Ana", ana, PageSeat.HOME, "Make a calendar address");
        String address = ana.page(PageSeat.HOME).select("#feed").attr("value");
        ana.text(URI.create(address).getPath())
                .lines()
                .filter(line -> line.matches("(SUMMARY|DTSTART|DTEND|STATUS|DESCRIPTION|ATTENDEE|ORGANIZER)\\b.*"))
                .map(Transcript::plain)
                .forEach(transcript::aside);
    }

    private void shares() {
        transcript.chapter("One item is shared by both, and taken back");
        at("2027-03-28T12:00");
        String page = ana.partnership();
        presses("Ana", ana, JOURNAL, "Share with Bo");
        opened("Bo", bo, page);
        presses("Bo", bo, JOURNAL, "Share with Ana");
        opened("Bo", bo, page);
        opened("Ana", ana, page);
        presses("Ana", ana, JOURNAL, "Take it back");
        opened("Bo", bo, page);
        fills(
                "Ana",
                ana,
                PageSeat.HOME,
                "One thing I will try",
                Map.of("text", "Wait five seconds after each question"));
    }

    private void third() {
        transcript.chapter("The third meeting, after the clocks have changed; the fourth was called off");
        at("2027-03-29T17:56");
        asked();
        answers("Ana", ana, "That I did not fill the silence");
        answers("Ana", ana, "Less in a hurry");
        answers("Ana", ana, "Waiting seven seconds");
        at("2027-03-29T18:00");
        fills("Ana", ana, PageSeat.HOME, "Tell", Map.of("text", "Somebody spoke who never does"));
        at("2027-04-06T12:00");
        asked();
    }

    private void asked() {
        asked("Ana", ana);
        asked("Bo", bo);
    }

    private void asked(String name, PageSeat who) {
        List<String> waiting = who.asked();
        transcript.line(
                town.now(), name + "'s page", waiting.isEmpty() ? "nothing waits" : String.join(" / ", waiting));
    }

    private void opened(String name, PageSeat who, String page) {
        String shared = who.page(page).select("[aria-labelledby=shared]").text();
        transcript.line(
                town.now(), name + "'s page of the partnership", shared.isEmpty() ? "nothing is shared" : shared);
    }

    private void answers(String name, PageSeat who, String words) {
        transcript.line(town.now(), name, "answers on the page: " + Transcript.plain(words));
        told(name, who.answers(words));
    }

    private Told presses(String name, PageSeat who, String page, String label) {
        transcript.line(town.now(), name, "presses [" + label + "]");
        return told(name, who.presses(page, label));
    }

    private Told presses(String name, PageSeat who, Told on, String label) {
        transcript.line(town.now(), name, "presses [" + label + "]");
        return told(name, who.presses(on, PageSeat.HOME, label));
    }

    private Told fills(String name, PageSeat who, String page, String label, Map<String, String> fields) {
        transcript.line(town.now(), name, "fills in [" + label + "]");
        return told(name, who.fills(page, label, fields));
    }

    private Told told(String name, Told told) {
        town.settle();
        transcript.told(town.now(), name, told);
        return told;
    }

    private void at(String local) {
        town.until(LocalDateTime.parse(local).atZone(Town.ZONE).toInstant(), () -> {});
    }
}
