package dev.parley.setup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.setup.VisitFile.Guest;
import java.util.ArrayList;
import java.util.List;

/** Makes a group visit of a lead's file. */
final class VisitText {

    private static final Rules RULES = Rules.of("visit.schema.json");
    private static final String PEOPLE = "/people";
    private static final String USUAL = "group-visit";

    private final Tree tree;
    private final Problems problems;

    VisitText(Tree tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
    }

    /** The visit; broken where problems were told. */
    Reading<VisitFile> read() {
        RULES.check(tree, problems);
        if (!problems.none()) {
            return new Reading.Broken<>(problems.list());
        }
        JsonNode root = tree.root();
        VisitFile visit = new VisitFile(
                root.path("title").asText(),
                root.path("when").asText(),
                root.path("prompt").asText().strip(),
                root.path("cycle").asText(USUAL),
                people(root.path("people")));
        return Reading.of(visit, problems.list());
    }

    private List<Guest> people(JsonNode list) {
        Accounts accounts = new Accounts(tree, problems);
        List<Guest> people = new ArrayList<>();
        for (JsonNode one : list) {
            String name = one.path("name").asText();
            accounts.read(name, Tree.below(PEOPLE, people.size()));
            people.add(new Guest(name, one.path("account").asText()));
        }
        if (people.size() < 2) {
            problems.add(tree.key(PEOPLE), "One person alone is no group", "Add somebody, up to twelve in all.");
        }
        return people;
    }
}
