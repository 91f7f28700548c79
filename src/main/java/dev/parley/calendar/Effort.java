package dev.parley.calendar;

/** What working out recurrences may cost: for one event, and for a whole calendar. */
final class Effort {

    /** Times that are looked at: once a day for 270 years. */
    private static final int LOOKS = 100_000;

    private static final int LOOKS_OF_ALL = 2_000_000;
    private static final int MEETINGS = 1_000;
    private static final int MEETINGS_OF_ALL = 20_000;

    private int looks = LOOKS;
    private int looksOfAll = LOOKS_OF_ALL;
    private int meetings = MEETINGS;
    private int meetingsOfAll = MEETINGS_OF_ALL;

    /** Another event begins. */
    void begin() {
        looks = LOOKS;
        meetings = MEETINGS;
    }

    /** So many times are to be looked at. */
    void look(int times, int line) {
        looks -= times;
        looksOfAll -= times;
        if (looksOfAll < 0) {
            throw new Unreadable(line, "the rules of this calendar would take too long to work out");
        }
        if (looks < 0) {
            throw new Unreadable(line, "its rule would take too long to work out");
        }
    }

    /** So many meetings were found. */
    void found(int more, int line) {
        meetings -= more;
        if (meetings < 0) {
            throw new Unreadable(line, "it has more than " + MEETINGS + " meetings in the days that are asked about");
        }
        meetingsOfAll -= more;
        if (meetingsOfAll < 0) {
            throw new Unreadable(line, "this calendar has too many meetings");
        }
    }
}
