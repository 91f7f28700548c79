package dev.parley.engine;

import dev.parley.conversation.Effect;
import dev.parley.conversation.Receipt;
import dev.parley.conversation.RoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Receipts of one batch, made one effect for each room, so that a lively minute is a few rows and not thousands. */
final class Together {

    /** What a platform that takes four a second shows well within a lease, after which somebody else would try. */
    private static final int MOST = 50;

    private Together() {}

    private record Where(RoomId room, Instant until) {}

    /** The same effects in the same order, but that receipts which came one by one are last, and together. */
    static List<Effect> receipts(List<Effect> effects) {
        Map<Where, List<Effect.React>> waiting = new LinkedHashMap<>();
        List<Effect> all = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.React react) {
                Where where = new Where(react.message().room(), react.until());
                waiting.computeIfAbsent(where, _ -> new ArrayList<>()).add(react);
            } else {
                all.add(effect);
            }
        }
        waiting.forEach((where, reacts) -> {
            for (int from = 0; from < reacts.size(); from += MOST) {
                all.add(together(where, reacts.subList(from, Math.min(from + MOST, reacts.size()))));
            }
        });
        return all;
    }

    private static Effect together(Where where, List<Effect.React> reacts) {
        Effect.React first = reacts.getFirst();
        if (reacts.size() == 1) {
            return first;
        }
        SequencedMap<String, Receipt> receipts = new LinkedHashMap<>();
        reacts.forEach(react -> receipts.put(react.message().id(), react.receipt()));
        return new Effect.Receipts(first.key() + "+" + (reacts.size() - 1), where.room(), receipts, where.until());
    }
}
