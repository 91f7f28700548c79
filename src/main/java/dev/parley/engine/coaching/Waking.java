package dev.parley.engine.coaching;

import dev.parley.coaching.OwnTime;
import dev.parley.coaching.notebook.Notebook;
import dev.parley.coaching.notebook.NotebookCommand;
import dev.parley.coaching.partnership.Choosing;
import dev.parley.coaching.partnership.Ending;
import dev.parley.coaching.partnership.Meeting;
import dev.parley.coaching.partnership.Partnership;
import dev.parley.coaching.partnership.PartnershipCommand;
import dev.parley.coaching.partnership.PartnershipEvent;
import dev.parley.coaching.programme.Contribution;
import dev.parley.coaching.programme.Programme;
import dev.parley.coaching.programme.ProgrammeCommand;
import dev.parley.conversation.Ask;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Fact;
import dev.parley.conversation.PersonId;
import dev.parley.engine.Ledger;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What stories are told when something in them may be due: clocks, and what others know. */
final class Waking {

    private final Common common;

    Waking(Common common) {
        this.common = common;
    }

    /** All that counts is looked at at once: many are woken at the same time. */
    Ask partnership(ConversationId story) {
        Instant since = common.now().minus(Choosing.REST);
        Map<PersonId, List<ConversationId>> theirs = common.ledger().members(story);
        return common.ledger().look(stories -> {
            Map<PersonId, OwnTime> clocks = new LinkedHashMap<>();
            Set<String> elsewhere = new HashSet<>();
            for (PersonId person : stories.apply(story).people()) {
                clocks.put(person, common.plan().usual());
                for (ConversationId other : theirs.getOrDefault(person, List.of())) {
                    if (other.equals(common.notebook(person))) {
                        ((Notebook) stories.apply(other)).clock().ifPresent(clock -> clocks.put(person, clock));
                    } else if (other.kind().equals(Partnership.KIND) && !other.equals(story)) {
                        elsewhere.addAll(((Partnership) stories.apply(other)).askedSince(person, since));
                    }
                }
            }
            return new PartnershipCommand.Wake(clocks, elsewhere);
        });
    }

    /** What waits for somebody's quiet hours to end may have to wait no longer, or longer, since they have changed their clock. */
    CompletionStage<Void> wake(PersonId person) {
        CompletableFuture<?>[] all = common.ledger().memberships(person).stream()
                .filter(story ->
                        story.kind().equals(Partnership.KIND) || story.kind().equals(Notebook.KIND))
                .map(story -> common.ledger()
                        .ask(story, story.kind().equals(Notebook.KIND) ? notebook() : partnership(story)))
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(all);
    }

    /** Whoever has told about a meeting is asked about what they wanted to try: one thing after the other. */
    void woken(ConversationId story, List<Fact> facts) {
        for (Fact fact : facts) {
            if (fact instanceof PartnershipEvent.Reflected(String meeting, PersonId person, Ending ending)
                    && ending == Ending.DONE) {
                common.ledger()
                        .look(story, one -> ((Partnership) one).meeting(meeting).map(Meeting::start))
                        .ifPresent(start -> common.ledger()
                                .ask(common.notebook(person), new NotebookCommand.Meet(start))
                                .join());
            }
        }
    }

    Ask notebook() {
        return new NotebookCommand.Wake(common.plan().usual());
    }

    Ask programme() {
        Map<PersonId, OwnTime> leads = new LinkedHashMap<>();
        common.leads().forEach(person -> leads.put(person, common.clock(person)));
        boolean freezing =
                common.programme(programme -> !programme.toFreeze(common.now()).isEmpty());
        return new ProgrammeCommand.Wake(leads, LeadPages.PROMPTS, freezing ? contributions() : List.of());
    }

    private List<Contribution> contributions() {
        Ledger ledger = common.ledger();
        return List.copyOf(
                ledger.survey(ledger.stories(Partnership.KIND), story -> ((Partnership) story).contribution())
                        .values());
    }

    /** Opens the programme where it is not open yet. */
    void open() {
        if (!common.programme(Programme::exists)) {
            common.ledger()
                    .ask(
                            common.programme(),
                            new ProgrammeCommand.Open(common.plan().usual().zone()))
                    .join();
        }
    }
}
