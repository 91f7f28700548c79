package dev.parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One occurrence of a series, settled: when, where, with whom and with which script. A plan is kept with the conversation, so
 * that a script file edited on Monday does not change last week's chat.
 *
 * @param series the series' title
 * @param hashtag how people name the chat elsewhere, with its #; empty where there is none
 * @param script what is asked
 * @param start when it opens
 * @param end when it ends
 * @param grace how late it may still open, and how late after its end it is still closed with a word
 * @param slow how long questions stay open after the end
 * @param announcements how long before the start it is announced, the longest first
 * @param rooms where it is held, at least one
 * @param hosts who may steer it besides the community's hosts
 * @param next when the series meets again, if that is known
 */
public record Plan(
        String series,
        String hashtag,
        Script script,
        Instant start,
        Instant end,
        Duration grace,
        Duration slow,
        List<Duration> announcements,
        List<RoomId> rooms,
        Set<PersonId> hosts,
        Optional<Instant> next) {

    /** The same at another time. */
    Plan at(Instant otherStart, Instant otherEnd) {
        return new Plan(series, hashtag, script, otherStart, otherEnd, grace, slow, announcements, rooms, hosts, next);
    }

    public Plan {
        announcements = List.copyOf(announcements);
        rooms = List.copyOf(rooms);
        hosts = Set.copyOf(hosts);
    }
}
