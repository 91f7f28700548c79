package dev.parley.platform.discord.local;

import dev.parley.platform.local.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds who answers a method and a path. */
final class Routes {

    /** Answers a call; what it does not carry out it refuses by throwing a Refusal. */
    interface Handler {
        Answer answer(RestCall call);
    }

    /** A route that fits a path, and what stands there for the parts that vary. */
    record Found(String template, @Nullable Handler handler, List<String> parts) {}

    private static final String ANY = "{}";
    private final Node root = new Node();

    void on(String method, String template, Handler handler) {
        Node node = root;
        for (String part : template.substring(1).split("/")) {
            node = node.next.computeIfAbsent(part, unseen -> new Node());
        }
        node.template = template;
        node.handlers.put(method, handler);
    }

    /** Null where there is no such path; without a handler where there is no such method. */
    @Nullable
    Found find(String method, String path) {
        List<String> parts = new ArrayList<>(3);
        Node node = find(root, path.split("/"), 1, parts);
        return node == null ? null : new Found(node.template, node.handlers.get(method), parts);
    }

    private static @Nullable Node find(Node node, String[] path, int at, List<String> parts) {
        if (at == path.length) {
            return node.handlers.isEmpty() ? null : node;
        }
        Node named = node.next.get(path[at]);
        Node found = named == null ? null : find(named, path, at + 1, parts);
        if (found != null) {
            return found;
        }
        Node any = node.next.get(ANY);
        if (any == null) {
            return null;
        }
        parts.add(path[at]);
        found = find(any, path, at + 1, parts);
        if (found == null) {
            parts.removeLast();
        }
        return found;
    }

    private static final class Node {
        final Map<String, Node> next = new HashMap<>();
        final Map<String, Handler> handlers = new HashMap<>();
        String template = "";
    }
}
