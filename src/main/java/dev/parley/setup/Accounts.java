package dev.parley.setup;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** Where people are found in private, as a lead's file names it. One account is one person's. */
final class Accounts {

    private static final String ACCOUNT = "account";

    private final Tree tree;
    private final Problems problems;
    private final Map<String, String> byName = new HashMap<>();

    /** Pointers of items by account. */
    private final Map<String, String> first = new HashMap<>();

    Accounts(Tree tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
    }

    /** Reads what an item says about a person. */
    void read(String name, String item) {
        JsonNode account = tree.root().at(JsonPointer.compile(Tree.below(item, ACCOUNT)));
        if (!account.isTextual()) {
            return;
        }
        String before = first.putIfAbsent(account.asText(), item);
        if (before != null) {
            problems.add(
                    tree.value(Tree.below(item, ACCOUNT)),
                    "This is somebody else's account already",
                    "It is in line " + tree.value(Tree.below(before, ACCOUNT)).line()
                            + " as well; one of the two is wrong.");
        }
        byName.put(name, account.asText());
    }

    /** What was read. */
    Map<String, String> byName() {
        return byName;
    }
}
