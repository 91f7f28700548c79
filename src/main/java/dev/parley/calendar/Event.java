package dev.parley.calendar;

import java.util.List;
import java.util.Optional;

/**
 * One VEVENT, read: an event, a whole series, or a changed meeting of one.
 *
 * @param line where it begins
 * @param sequence how often it was changed, as its calendar counts; the highest is the newest
 * @param replaces which meeting of a series it is a change of
 * @param extra meetings besides the rules'
 * @param except meetings that the rules have and that are not
 */
record Event(
        int line,
        String uid,
        String title,
        int sequence,
        boolean cancelled,
        List<String> attendees,
        When start,
        Length length,
        Optional<When> replaces,
        List<Rule> rules,
        List<Extra> extra,
        List<When> except) {

    /** A meeting besides the rules', with a length of its own where it has one. */
    record Extra(When start, Length length) {}

    boolean repeats() {
        return !rules.isEmpty() || !extra.isEmpty();
    }

    Event calledOff() {
        return new Event(line, uid, title, sequence, true, attendees, start, length, replaces, rules, extra, except);
    }

    Event named(String other) {
        return new Event(
                line, other, title, sequence, cancelled, attendees, start, length, replaces, rules, extra, except);
    }

    Meeting meeting(String instance, When begins, Length lasts) {
        return new Meeting(
                uid, instance, title, begins.instant(), lasts.from(begins), begins.isDay(), cancelled, attendees);
    }
}
