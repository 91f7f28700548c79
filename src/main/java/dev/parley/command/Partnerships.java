package dev.parley.command;

import dev.parley.coaching.pairing.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes partnerships of the groups of a round, in the Parley that runs. */
final class Partnerships {

    private static final String COACH = "coach";
    private static final String PARTNER = "partner";

    private final DataFolder data;
    private final String cycle;
    private final Map<String, String> accounts;

    /** @param accounts by name, of those who have one */
    Partnerships(DataFolder data, String cycle, Map<String, String> accounts) {
        this.data = data;
        this.cycle = cycle;
        this.accounts = accounts;
    }

    /** What became of a partnership. */
    enum State {
        ASKED,
        ALREADY,
        NO_ACCOUNT
    }

    /**
     * What became of one.
     *
     * @param without who of them has no account
     */
    record Told(List<String> names, State state, List<String> without) {

        boolean isSettled() {
            return state != State.NO_ACCOUNT;
        }
    }

    /** One that is to be. */
    private record Wanted(List<String> names, List<String> roles) {}

    /** Proposes all; throws {@link CannotStart} where no Parley runs, or one of them cannot be. */
    List<Told> propose(List<Group> groups) {
        if (data.running().isEmpty()) {
            throw notRunning();
        }
        List<Told> told = new ArrayList<>();
        groups.stream().flatMap(Partnerships::wanted).forEach(one -> told.add(propose(one, told)));
        return told;
    }

    /** A coach meets each partner by themselves. */
    private static Stream<Wanted> wanted(Group group) {
        return switch (group) {
            case Group.Together(List<String> names) ->
                Stream.of(new Wanted(names, names.stream().map(_ -> PARTNER).toList()));
            case Group.Coaching(String coach, List<String> partners) ->
                partners.stream().map(partner -> new Wanted(List.of(coach, partner), List.of(COACH, PARTNER)));
        };
    }

    private Told propose(Wanted wanted, List<Told> before) {
        List<String> without = wanted.names().stream()
                .filter(name -> !accounts.containsKey(name))
                .toList();
        if (!without.isEmpty()) {
            return new Told(wanted.names(), State.NO_ACCOUNT, without);
        }
        List<Proposing.Person> people = new ArrayList<>();
        for (int number = 0; number < wanted.names().size(); number++) {
            String name = wanted.names().get(number);
            people.add(new Proposing.Person(
                    name, accounts.getOrDefault(name, ""), wanted.roles().get(number)));
        }
        String answer = answer(wanted, before, Proposing.round(cycle, people)).orElseThrow(Partnerships::notRunning);
        return new Told(wanted.names(), answer.equals(Proposing.ASKED) ? State.ASKED : State.ALREADY, List.of());
    }

    private Optional<String> answer(Wanted wanted, List<Told> before, Map<String, String> values) {
        try {
            return Knock.at(data, Proposing.ROUND, values);
        } catch (CannotStart cannot) {
            boolean some = before.stream().anyMatch(one -> one.state() == State.ASKED);
            throw new CannotStart(String.join(" · ", wanted.names()) + ": " + cannot.getMessage()
                    + (some ? " Those before them have been asked." : ""));
        }
    }

    /** What to say where nobody answers the door. */
    static CannotStart notRunning() {
        return new CannotStart(
                "No Parley runs here, so nobody can be asked. Start it with ./parley, and run this again.");
    }
}
