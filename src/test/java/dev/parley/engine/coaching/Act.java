package dev.parley.engine.coaching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Something that somebody does, told so that it can be done in more than one world.
 *
 * @param where which partnership, as a number that is taken by the number of those there are
 * @param who which of its people, likewise
 * @param which which of several things, likewise
 * @param number names the act; the words that are said in it carry it
 */
record Act(Deed deed, int where, int who, int which, int number) {

    /** What can be done. */
    enum Deed {
        PROPOSE(2),
        AGREE(5),
        DECLINE(1),
        LEAVE(1),
        GOAL(3),
        REACH(1),
        MEET(6),
        MOVE(2),
        CANCEL(2),
        CALENDAR(1),
        NO_CALENDAR(1),
        TIME(16),
        SAY(12),
        EDIT(3),
        UNSAY(2),
        WRITE(6),
        UNWRITE(2),
        SKIP(2),
        SNOOZE(2),
        LET_BE(1),
        STOP(1),
        RESUME(1),
        CHOOSE(10),
        TAKE_BACK(3),
        CHOOSE_PROGRAMME(5),
        TAKE_BACK_PROGRAMME(1),
        LABEL(2),
        PLACE(2),
        UNPLACE(1),
        NOTE(2),
        DROP_NOTE(1),
        TRY(2),
        TELL(2),
        WIN(4),
        UNWIN(1),
        NEED(2),
        TAKE_NEED_BACK(1),
        SHELVE(1),
        UNSHELVE(1),
        CLOCK(1),
        FEED(1),
        CLOSE_FEED(1),
        CLOSE_ROOM(1),
        ERASE(1);

        private final int weight;

        Deed(int weight) {
            this.weight = weight;
        }
    }

    private static final List<Deed> WEIGHED = weighed();

    private static List<Deed> weighed() {
        List<Deed> weighed = new ArrayList<>();
        Map<Deed, Integer> weights = new EnumMap<>(Deed.class);
        for (Deed deed : Deed.values()) {
            weights.put(deed, deed.weight);
        }
        weights.forEach((deed, weight) -> weighed.addAll(Collections.nCopies(weight, deed)));
        return weighed;
    }

    /** A history, the same for the same seed: meetings about which all write and much is chosen, and whatever else comes in between. */
    static List<Act> history(long seed, int length) {
        Random chance = new Random(seed);
        List<Act> acts = new ArrayList<>();
        while (acts.size() < length) {
            int where = chance.nextInt(1_000);
            add(acts, Deed.MEET, where, chance.nextInt(3), 3 * chance.nextInt(300));
            add(acts, Deed.TIME, where, 0, 3);
            tried(acts, chance, where);
            for (int who = 0; who < 3; who++) {
                amongOthers(acts, chance, Deed.WRITE, where, who);
                amongOthers(acts, chance, Deed.CHOOSE, where, who);
            }
        }
        return acts;
    }

    /** Somebody tries something, tells of it, and mostly would have that said. */
    private static void tried(List<Act> acts, Random chance, int where) {
        int who = chance.nextInt(3);
        add(acts, Deed.TRY, where, who, 0);
        add(acts, Deed.TELL, where, who, 0);
        add(acts, chance.nextInt(4) > 0 ? Deed.WIN : Deed.NOTE, where, who, 0);
    }

    private static void amongOthers(List<Act> acts, Random chance, Deed deed, int where, int who) {
        if (chance.nextInt(6) > 0) {
            add(acts, deed, where, who, chance.nextInt(1_000));
        }
        if (chance.nextInt(3) > 0) {
            Deed other = WEIGHED.get(chance.nextInt(WEIGHED.size()));
            int there = chance.nextBoolean() ? where : chance.nextInt(1_000);
            add(acts, other, there, chance.nextInt(1_000), chance.nextInt(1_000));
        }
    }

    private static void add(List<Act> acts, Deed deed, int where, int who, int which) {
        acts.add(new Act(deed, where, who, which, acts.size()));
    }
}
