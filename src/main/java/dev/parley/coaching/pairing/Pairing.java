package dev.parley.coaching.pairing;

import java.util.ArrayList;
import java.util.List;

/** Proposes who meets whom. */
public final class Pairing {

    private Pairing() {}

    /**
     * A proposal in which everybody meets somebody and no wish is broken, with the fewest repeats and then the least ungranted: the
     * best that there is for coaches and for up to eighteen equals, and near to it for more (the figures say how near). The same
     * round and the same seed bring the same proposal; of proposals that are equally good each seed has its own.
     */
    public static Proposal propose(Round round, long seed) {
        Draw draw = new Draw(seed);
        List<Person> people = new ArrayList<>(round.people());
        draw.shuffle(people);
        return round.coaches().isEmpty()
                ? new AmongEquals(round, people, draw).propose()
                : new WithCoaches(round, people).propose();
    }
}
