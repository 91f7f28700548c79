package dev.parley.evening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.engine.coaching.Item;
import dev.parley.engine.coaching.MyPartnership;
import dev.parley.platform.Order.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;

/** What Ana and Bo do in some weeks of coaching, wherever they sit, and what they are told. */
final class Cycle {
    private static final Pattern LINK = Pattern.compile("/coaching/in/[A-Za-z0-9_-]+");

    static final String SERIES = """
            BEGIN:VEVENT
            UID:monday@calendar.example
            SUMMARY:Coaching with Bo
            DTSTART;TZID=Europe/Berlin:20270315T170000
            DTEND;TZID=Europe/Berlin:20270315T174500
            RRULE:FREQ=WEEKLY;COUNT=4
            END:VEVENT
            BEGIN:VEVENT
            UID:dentist@calendar.example
            SUMMARY:Dentist
            DTSTART;TZID=Europe/Berlin:20270317T090000
            DTEND;TZID=Europe/Berlin:20270317T100000
            END:VEVENT
            """;

    /** The second is a day and half an hour later, the fourth will not be. */
    static final String CHANGES = """
            BEGIN:VEVENT
            UID:monday@calendar.example
            RECURRENCE-ID;TZID=Europe/Berlin:20270322T170000
            SUMMARY:Coaching with Bo
            DTSTART;TZID=Europe/Berlin:20270323T173000
            DTEND;TZID=Europe/Berlin:20270323T181500
            END:VEVENT
            BEGIN:VEVENT
            UID:monday@calendar.example
            RECURRENCE-ID;TZID=Europe/Berlin:20270405T170000
            SUMMARY:Coaching with Bo
            STATUS:CANCELLED
            DTSTART;TZID=Europe/Berlin:20270405T170000
            DTEND;TZID=Europe/Berlin:20270405T174500
            END:VEVENT
            """;

    private final Town town;
    private final Seat ana;
    private final Seat bo;
    private final Transcript transcript = new Transcript(Town.ZONE);
    private final Map<Seat, List<Told>> read = new HashMap<>();
    private final Map<Seat, Told> last = new HashMap<>();
    private final Runnable between;

    Cycle(Town town, Seat ana, Seat bo) {
        this(town, ana, bo, () -> {});
    }

    /** @param between is run before anybody does something in private, and wherever time has passed */
    Cycle(Town town, Seat ana, Seat bo, Runnable between) {
        this.town = town;
        this.ana = ana;
        this.bo = bo;
        this.between = between;
    }

    /**
     * Lives it.
     *
     * @param proposal Ana orders a partnership with Bo
     * @param coach she presses what makes her the coach in it
     */
    Transcript lived(Supplier<Told> proposal, UnaryOperator<Told> coach) {
        try {
            live(proposal, coach);
        } catch (AssertionError | RuntimeException trouble) {
            throw new AssertionError(trouble.getMessage() + "\nafter:\n" + transcript, trouble);
        }
        return transcript;
    }

    private void live(Supplier<Told> proposal, UnaryOperator<Told> coach) {
        begins(proposal, coach);
        plans();
        first();
        second();
        shares();
        third();
        fourth();
        looksBack();
    }

    private void begins(Supplier<Told> proposal, UnaryOperator<Told> coach) {
        transcript.chapter("Two people agree");
        says(ana, "orders: partner Bo, impact");
        Told parts = told(ana, proposal.get());
        says(ana, "presses [Coach]");
        told(ana, coach.apply(parts));
        presses(ana, orders(ana, Kind.OVERVIEW, ""), "I agree");
        at("2027-03-01T19:05");
        orders(bo, Kind.CLOCK, "America/Chicago");
        at("2027-03-01T20:00");
        presses(bo, letter(bo, "would like to work with you"), "I agree");
        at("2027-03-02T15:05");
        Told goal = orders(ana, Kind.GOAL, "");
        fills(
                ana,
                goal,
                "Change it",
                Map.of(
                        "current_reality", "Four of them talk, twenty listen",
                        "goal", "Everybody has a reason to speak",
                        "strategy", "Ask, then wait",
                        "progress", "We count nothing; we listen to a recording"));
        orders(bo, Kind.GOAL, "");
    }

    private void plans() {
        transcript.chapter("Meetings come from a calendar");
        town.calendar.becomes(SERIES);
        PageSeat page = inside(ana);
        says(ana, "gives the address of a calendar on the page of the partnership");
        told(ana, page.fills(page.partnership(), "Calendar", Map.of("address", Town.ADDRESS, "word", "Coaching")));
        orders(bo, Kind.OVERVIEW, "");
    }

    private void first() {
        transcript.chapter("The first meeting: answers in parts, an edit, a deletion, a label, a dialog, a snooze");
        at("2027-03-15T17:58");
        Object twice = writes(ana, "We both stopped talking when the bell rang");
        pass(Duration.ofSeconds(8));
        writes(ana, "and then we laughed, both of us");
        pass(Duration.ofSeconds(30));
        writes(ana, "3: I will wait five seconds");
        Object mistake = writes(ana, "this belongs into another window");
        edits(ana, twice, "We both stopped talking when somebody knocked");
        deletes(ana, mistake, "this belongs into another window");
        pass(Duration.ofMinutes(1));
        fills(ana, letter(ana, "Looking at it."), "Write", Map.of("at", "That waiting is work"));
        pass(Duration.ofMinutes(1));

        presses(bo, letter(bo, "Looking back."), "Later");
        presses(bo, told(bo), "In three hours");
        at("2027-03-15T21:05");
        writes(bo, "When we looked at the seating plan together");
        pass(Duration.ofMinutes(1));
        presses(bo, letter(bo, "Looking at it."), "Skip this one");
        pass(Duration.ofMinutes(1));
        writes(bo, "A question that I do not know the answer to");
        pass(Duration.ofMinutes(1));
    }

    private void second() {
        transcript.chapter("The second meeting was moved: not this time, a nudge, and silence");
        at("2027-03-21T12:00");
        says(ana, "moves the second meeting in her calendar and calls the fourth off");
        town.calendar.becomes(SERIES + CHANGES);
        town.looks();
        at("2027-03-21T13:00");
        orders(ana, Kind.OVERVIEW, "");
        at("2027-03-22T20:00");
        at("2027-03-24T07:01");
        presses(ana, letter(ana, "Tuesday, 23 March"), "Not this time");
        at("2027-03-28T12:00");
    }

    private void shares() {
        transcript.chapter("One item is shared by both, and taken back");
        Told thanks = letter(ana, "Thank you. It is in your journal");
        Told chosen = presses(ana, thanks, "Share what I see looking back");
        at("2027-03-28T13:00");
        orders(bo, Kind.OVERVIEW, "");
        at("2027-03-28T15:00");
        presses(bo, letter(bo, "Thank you. It is in your journal"), "Share what I see looking back");
        pass(Duration.ofMinutes(1));
        reads(bo);
        presses(ana, chosen, "Take it back");
        pass(Duration.ofMinutes(1));
        reads(bo);
        at("2027-03-28T16:00");
        fills(ana, thanks, "One thing I will try", Map.of("text", "Wait five seconds after each question"));
    }

    private void third() {
        transcript.chapter("The third meeting, after the clocks have changed: something to try is asked about once");
        at("2027-03-29T17:56");
        writes(ana, "That I did not fill the silence");
        pass(Duration.ofMinutes(1));
        writes(ana, "Less in a hurry");
        pass(Duration.ofMinutes(1));
        writes(ana, "Waiting seven seconds");
        pass(Duration.ofMinutes(1));
        replies(ana, letter(ana, "you wanted to try this"), "Somebody spoke who never does");
        comes(ana, "Thank you. Kept");
        at("2027-03-31T12:00");
    }

    private void fourth() {
        transcript.chapter("The fourth meeting was called off: nobody is asked");
        at("2027-04-12T12:00");
    }

    private void looksBack() {
        transcript.chapter("The journal, the lead's view, and leaving");
        PageSeat page = inside(ana);
        Document journal = page.page("/coaching/journal");
        assertThat(journal.text()).contains("somebody knocked").doesNotContain("bell rang", "another window");
        says(ana, "takes her journal along as Markdown");
        page.text("/coaching/journal.md").lines().forEach(transcript::aside);
        leadLearnsNothing();
        Told which = orders(bo, Kind.LEAVE, "");
        presses(bo, which, "Leave The impact cycle with Ana");
        pass(Duration.ofMinutes(1));
        orders(ana, Kind.OVERVIEW, "");
        assertThat(journal(ana)).contains("somebody knocked");
        assertThat(journal(bo)).contains("seating plan");
    }

    private void leadLearnsNothing() {
        assertThat(town.coaching.journals().lead(Town.LEAD).orElseThrow()).satisfies(view -> {
            assertThat(view.enough()).isFalse();
            assertThat(view.months()).isEmpty();
            assertThat(view.themes()).isEmpty();
            assertThat(view.helped()).isEmpty();
        });
        assertThat(town.coaching.journals().lead(ana.account())).isEmpty();
        transcript.line(
                town.now(), "Lena, who leads", "opens her page; there are too few partnerships to show anything");
    }

    /** What somebody has written, by their own journal. */
    String journal(Seat who) {
        return town.coaching.journals().journal(who.account()).orElseThrow().items().stream()
                .map(Item::words)
                .collect(Collectors.joining("\n"));
    }

    private void reads(Seat who) {
        String id = town.coaching
                .journals()
                .home(who.account())
                .orElseThrow()
                .partnerships()
                .getFirst()
                .id();
        MyPartnership seen =
                town.coaching.journals().partnership(who.account(), id).orElseThrow();
        String open = seen.open().stream()
                .flatMap(one -> one.words().stream())
                .map(words -> words.name() + ": " + words.words())
                .collect(Collectors.joining("; "));
        says(who, "reads on the page of the partnership: " + (open.isEmpty() ? "nothing is shared" : open));
    }

    /** Somebody opens the private pages by the link that they are told. */
    private PageSeat inside(Seat who) {
        Matcher link = LINK.matcher(orders(who, Kind.JOURNAL, "").text());
        assertThat(link.find()).isTrue();
        return new PageSeat(town.inside(link.group()));
    }

    private Told orders(Seat who, Kind kind, String text) {
        between.run();
        says(who, ("orders: " + kind.name().toLowerCase(java.util.Locale.ROOT) + " " + text).strip());
        return told(who, who.orders(kind, text));
    }

    private Told presses(Seat who, Told on, String label) {
        between.run();
        says(who, "presses [" + label + "]");
        return told(who, who.presses(on, label));
    }

    private Told fills(Seat who, Told on, String label, Map<String, String> fields) {
        between.run();
        says(
                who,
                "presses [" + label + "] and writes: "
                        + fields.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(Map.Entry::getValue)
                                .collect(Collectors.joining(" | ")));
        return told(who, who.fills(on, label, fields));
    }

    private Object writes(Seat who, String words) {
        between.run();
        says(who, "writes in private: " + words);
        Object written = who.writes(words);
        news();
        return written;
    }

    private void replies(Seat who, Told to, String words) {
        between.run();
        says(who, "replies to that: " + words);
        who.replies(to, words);
        news();
    }

    /** Waits until somebody is told this. */
    private Told comes(Seat who, String words) {
        await().until(() -> who.letters().stream()
                .anyMatch(letter -> Transcript.plain(letter.text()).contains(words)));
        news();
        return letter(who, words);
    }

    private void edits(Seat who, Object written, String words) {
        between.run();
        says(who, "edits: " + words);
        who.edits(written, words);
        await().until(() -> journal(who).contains(words));
        news();
    }

    private void deletes(Seat who, Object written, String words) {
        between.run();
        says(who, "deletes: " + words);
        assertThat(journal(who)).contains(words);
        who.deletes(written);
        await().until(() -> !journal(who).contains(words));
        news();
    }

    private void says(Seat who, String what) {
        transcript.line(town.now(), who.name(), what);
    }

    /** What somebody was told last, by a letter or in answer to what they did. */
    private Told told(Seat who) {
        return last.get(who);
    }

    private Told told(Seat who, Told told) {
        transcript.told(town.now(), who.name(), told);
        last.put(who, told);
        news();
        return told;
    }

    /** Tells what was written to both in private since this was asked last, and what was taken away again. */
    private void news() {
        town.settle();
        for (Seat who : List.of(ana, bo)) {
            List<Told> letters = who.letters();
            int stands = 0;
            for (Told before : read.getOrDefault(who, List.of())) {
                boolean still =
                        stands < letters.size() && letters.get(stands).text().equals(before.text());
                if (still) {
                    stands++;
                } else {
                    transcript.line(
                            town.now(),
                            "Parley",
                            "takes away, from " + who.name() + " alone: " + Transcript.plain(before.text()));
                }
            }
            for (Told letter : letters.subList(stands, letters.size())) {
                transcript.told(town.now(), who.name(), letter);
                last.put(who, letter);
            }
            read.put(who, letters);
        }
    }

    /** The last letter to somebody that has these words in it. */
    private static Told letter(Seat who, String words) {
        return who.letters().reversed().stream()
                .filter(letter -> Transcript.plain(letter.text()).contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(who.name() + " was never told: " + words));
    }

    private void at(String local) {
        until(LocalDateTime.parse(local).atZone(Town.ZONE).toInstant());
    }

    private void pass(Duration time) {
        until(town.now().plus(time));
    }

    private void until(Instant then) {
        town.until(then, () -> {
            between.run();
            news();
        });
    }
}
