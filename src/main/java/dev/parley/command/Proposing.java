package dev.parley.command;

import dev.parley.engine.coaching.Placed;
import dev.parley.engine.coaching.Rounds;
import dev.parley.platform.Account;
import dev.parley.platform.slack.SlackPlatform;
import dev.parley.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Proposes a partnership or a visit in the Parley that runs: what a command asks for, and what the running one makes of it. */
final class Proposing {

    /** What can be asked for, as the control door calls it. */
    static final String ROUND = "pair";

    static final String VISIT = "visit";

    /** What is answered where people were asked just now. */
    static final String ASKED = "asked";

    /** What is answered where they are together already. */
    static final String ALREADY = "already";

    private static final String CYCLE = "cycle";
    private static final String TITLE = "title";
    private static final String START = "start";
    private static final String END = "end";
    private static final String PROMPT = "prompt";

    private final Rounds rounds;
    private final Store store;
    private final String community;
    private final Set<String> workspaces;

    /** @param workspaces the ids of those that the settings name */
    Proposing(Rounds rounds, Store store, String community, Set<String> workspaces) {
        this.rounds = rounds;
        this.store = store;
        this.community = community;
        this.workspaces = workspaces;
    }

    /**
     * Somebody for whom a place was found.
     *
     * @param account such as {@code discord:123456789012345678}
     */
    record Person(String name, String account, String role) {}

    /** What to send for a partnership. */
    static Map<String, String> round(String cycle, List<Person> people) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(CYCLE, cycle);
        write(people, values);
        return values;
    }

    /** What to send for a visit. */
    static Map<String, String> visit(
            String cycle, String title, Instant start, Instant end, String prompt, List<Person> people) {
        Map<String, String> values = round(cycle, people);
        values.put(TITLE, title);
        values.put(START, start.toString());
        values.put(END, end.toString());
        values.put(PROMPT, prompt);
        return values;
    }

    private static void write(List<Person> people, Map<String, String> values) {
        for (int number = 0; number < people.size(); number++) {
            values.put("name" + number, people.get(number).name());
            values.put("account" + number, people.get(number).account());
            values.put("role" + number, people.get(number).role());
        }
    }

    /** Proposes a partnership. Throws {@link IllegalArgumentException} where it cannot be. */
    String round(Map<String, String> values) {
        return told(rounds.propose(values.getOrDefault(CYCLE, ""), people(values)));
    }

    /** Proposes a visit. Throws {@link IllegalArgumentException} where it cannot be. */
    String visit(Map<String, String> values) {
        return told(rounds.propose(new Rounds.Visit(
                values.getOrDefault(CYCLE, ""),
                values.getOrDefault(TITLE, ""),
                Instant.parse(values.getOrDefault(START, "")),
                Instant.parse(values.getOrDefault(END, "")),
                values.getOrDefault(PROMPT, ""),
                people(values))));
    }

    private static String told(CompletionStage<Boolean> proposed) {
        try {
            return proposed.toCompletableFuture().join() ? ASKED : ALREADY;
        } catch (CompletionException trouble) {
            throw trouble.getCause() instanceof RuntimeException cause ? cause : trouble;
        }
    }

    private List<Placed> people(Map<String, String> values) {
        List<Placed> people = new ArrayList<>();
        String account = values.get("account0");
        for (int number = 0; account != null; account = values.get("account" + ++number)) {
            people.add(new Placed(
                    account(account),
                    values.getOrDefault("name" + number, ""),
                    values.getOrDefault("role" + number, "")));
        }
        return people;
    }

    private Account account(String written) {
        int colon = written.indexOf(':');
        String platform = written.substring(0, Math.max(0, colon));
        String id = written.substring(colon + 1);
        boolean complete = !platform.equals(SlackPlatform.NAME) || id.contains("/");
        return new Account(platform, complete ? id : workspace(id) + "/" + id);
    }

    /** The one workspace that there is. */
    private String workspace(String id) {
        Set<String> known = new TreeSet<>(workspaces);
        if (known.isEmpty()) {
            known.addAll(workspacesOfPeople());
        }
        if (known.size() != 1) {
            throw new IllegalArgumentException("It is not clear in which workspace of Slack " + id
                    + " is; write it with its workspace, such as slack:T0123456789/" + id + ".");
        }
        return known.iterator().next();
    }

    private Set<String> workspacesOfPeople() {
        return store.read(reading -> reading.people(community).stream()
                .flatMap(person ->
                        Optional.ofNullable(
                                reading.accounts(community, person.id()).get(SlackPlatform.NAME))
                                .stream())
                .filter(account -> account.contains("/"))
                .map(account -> account.substring(0, account.indexOf('/')))
                .collect(Collectors.toSet()));
    }
}
