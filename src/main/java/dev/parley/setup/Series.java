package dev.parley.setup;

import dev.parley.schedule.Queue;
import dev.parley.schedule.Timetable;
import dev.parley.setup.Configuration.Room;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A chat that is held again and again.
 *
 * @param id its name in addresses and in the names of its chats
 * @param hashtag with its #; empty where there is none
 * @param timetable when it meets; without one it begins when the first person arrives
 * @param length how long a chat lasts
 * @param rooms its rooms, at least one
 * @param queue which script is used when
 * @param announcements how long before the start people are told, the longest first
 * @param grace how late a chat may still open, and how late after its end it is still closed with a word
 * @param slow how long the questions stay open after the end
 * @param readers who may read the recaps
 * @param names whether recaps say who said what, where the person allows it
 * @param threads whether each question has a thread for its answers, where the platform has threads
 * @param warnWeeks hosts are warned when fewer coming meetings than this have a script
 */
public record Series(
        String id,
        String title,
        String hashtag,
        Optional<Timetable> timetable,
        Duration length,
        List<Room> rooms,
        Queue queue,
        List<Duration> announcements,
        Duration grace,
        Duration slow,
        Readers readers,
        boolean names,
        boolean threads,
        int warnWeeks) {

    public Series {
        rooms = List.copyOf(rooms);
        announcements = List.copyOf(announcements);
    }

    /** Who may read a recap. */
    public enum Readers {
        /** Everybody. */
        PUBLIC,
        /** Whoever has joined the community. */
        MEMBERS,
        /** Those who host. */
        HOSTS
    }
}
