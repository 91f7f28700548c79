package dev.parley.engine.coaching;

import dev.parley.coaching.Cycle;
import dev.parley.coaching.partnership.PartnershipCommand;
import dev.parley.coaching.partnership.Shape;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.store.Person;
import dev.parley.store.Spoken;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** What a lead has made up outside of the conversation: partnerships of a round, and group visits. Everybody is asked whether they agree. */
public final class Rounds {

    private final Common common;

    Rounds(Common common) {
        this.common = common;
    }

    /**
     * A visit that is to be proposed.
     *
     * @param cycle the name of its cycle
     * @param title what people see
     * @param prompt the one question for all
     * @param people the first is whose room it is, or who asks for it
     */
    public record Visit(String cycle, String title, Instant start, Instant end, String prompt, List<Placed> people) {
        public Visit {
            people = List.copyOf(people);
        }
    }

    /**
     * Proposes a partnership of a round.
     *
     * @return false where these people are together in this cycle already, or have been asked; once all is durable
     * @throws IllegalArgumentException where it cannot be, with a sentence that says why
     */
    public CompletionStage<Boolean> propose(String cycle, List<Placed> people) {
        Cycle found = cycle(cycle);
        Map<PersonId, String> members = members(found, people, Shape.PARTNERS);
        return form(
                members,
                shared -> shared.cycle().name().equals(cycle),
                new PartnershipCommand.Form(
                        found, Shape.PARTNERS, members, common.plan().rhythm(), Optional.empty()),
                Map.of());
    }

    /**
     * Proposes a group visit.
     *
     * @return false where these people have been asked to it already; once all is durable
     * @throws IllegalArgumentException where it cannot be, with a sentence that says why
     */
    public CompletionStage<Boolean> propose(Visit visit) {
        if (!visit.start().isAfter(common.now())) {
            throw new IllegalArgumentException("The visit would have begun already.");
        }
        Cycle cycle = cycle(visit.cycle()).called(visit.title());
        Map<PersonId, String> members = members(cycle, visit.people(), Shape.VISIT);
        PersonId first = members.keySet().iterator().next();
        MessageId prompt = Common.fresh();
        return form(
                members,
                shared -> shared.cycle().title().equals(visit.title())
                        && shared.seen().meetings().stream()
                                .anyMatch(meeting -> meeting.start().equals(visit.start())),
                new PartnershipCommand.Visit(
                        cycle, members, common.plan().rhythm(), first, visit.start(), visit.end(), prompt),
                Map.of(prompt, new Spoken(first, visit.prompt())));
    }

    private Cycle cycle(String name) {
        return Optional.ofNullable(common.plan().cycles().get(name))
                .orElseThrow(() -> new IllegalArgumentException("There is no cycle \"" + name
                        + "\" here. There are: "
                        + String.join(", ", common.plan().cycles().keySet()) + "."));
    }

    private Map<PersonId, String> members(Cycle cycle, List<Placed> people, Shape shape) {
        if (people.size() < 2 || people.size() > shape.most()) {
            throw new IllegalArgumentException(
                    "It takes two to " + shape.most() + " people, and these are " + people.size() + ".");
        }
        Map<PersonId, String> members = new LinkedHashMap<>();
        for (Placed one : people) {
            if (members.putIfAbsent(person(one), role(cycle, one.role())) != null) {
                throw new IllegalArgumentException(
                        "\"" + one.name() + "\" is somebody who is in the same group already, by another account.");
            }
        }
        return members;
    }

    /** What people call themselves is not changed by a file. */
    private PersonId person(Placed one) {
        return common.ledger()
                .behind(one.account())
                .filter(person -> !person.name().isBlank())
                .or(() -> Optional.of(common.ledger().known(one.account(), one.name())))
                .map(Person::id)
                .orElseThrow();
    }

    private static String role(Cycle cycle, String wanted) {
        return cycle.roles().stream()
                .map(Cycle.Role::name)
                .filter(wanted::equals)
                .findFirst()
                .orElse(cycle.roles().getFirst().name());
    }

    private CompletionStage<Boolean> form(
            Map<PersonId, String> members,
            Predicate<Shared> same,
            PartnershipCommand command,
            Map<MessageId, Spoken> words) {
        boolean already = common.partnerships(members.keySet().iterator().next()).stream()
                .filter(Shared::isOpen)
                .filter(same)
                .anyMatch(shared -> shared.seen().members().keySet().equals(Set.copyOf(members.keySet())));
        if (already) {
            return CompletableFuture.completedStage(false);
        }
        ConversationId story = common.partnership(Common.chance(8));
        return common.ledger().ask(story, command, words).thenApply(facts -> !facts.isEmpty());
    }
}
