package dev.parley.platform.talk;

import dev.parley.conversation.MessageId;
import dev.parley.platform.Incoming;
import dev.parley.platform.PrivateGap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Hears what was said, edited and deleted in a private room while nobody listened. What has a receipt or an answer was heard; what is kept
 * is compared with what stands there.
 */
final class CatchingUp {
    private final Privately privately;
    private final Patience patience;

    CatchingUp(Privately privately, Patience patience) {
        this.privately = privately;
        this.patience = patience;
    }

    /** Returns when all of it is dealt with. */
    void on(PrivateGap gap, PrivateHistory history) {
        Set<MessageId> inChats = new HashSet<>();
        privately.inChats(gap.with()).forEach(id -> history.message(id).ifPresent(inChats::add));
        Set<MessageId> known = new HashSet<>(gap.known());
        known.addAll(inChats);
        PrivateHistory.Past past = history.since(gap.from(), known);
        List<CompletionStage<Void>> heard = new ArrayList<>();
        past.gone().forEach((message, said) -> {
            if (inChats.contains(message) || isAlone(said, past.oldest())) {
                heard.add(privately.deleted(message, history.id(message)));
            }
        });
        for (PrivateHistory.Found found : past.words()) {
            boolean kept = known.contains(found.word().said().message());
            heard.addAll(kept ? kept(found) : missed(found, gap));
        }
        heard.forEach(one -> Patience.await(one, patience.keeping()));
    }

    /**
     * Whether a person took away this one: where a platform deletes by itself whatever is old, or shows nothing, the question before it is
     * gone as well, and a reflection is not.
     */
    private static boolean isAlone(Instant said, Optional<Instant> oldest) {
        return oldest.filter(said::isAfter).isPresent();
    }

    private List<CompletionStage<Void>> kept(PrivateHistory.Found found) {
        List<CompletionStage<Void>> heard = new ArrayList<>();
        Incoming.Said said = found.word().said();
        if (said.revised().isAfter(said.at())) {
            heard.add(privately.edited(found.word()));
        }
        if (!found.dealtWith()) {
            heard.add(privately.received(found.word()));
        }
        return heard;
    }

    private List<CompletionStage<Void>> missed(PrivateHistory.Found found, PrivateGap gap) {
        boolean spokenOf = !found.word().said().at().isBefore(gap.spokenOf());
        return found.dealtWith() ? List.of() : List.of(privately.missed(found.word(), spokenOf));
    }
}
