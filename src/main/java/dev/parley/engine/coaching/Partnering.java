package dev.parley.engine.coaching;

import dev.parley.coaching.Cycle;
import dev.parley.coaching.partnership.Aspect;
import dev.parley.coaching.partnership.PartnershipCommand;
import dev.parley.coaching.partnership.PartnershipEvent;
import dev.parley.coaching.partnership.Shape;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Fact;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.platform.Choice;
import dev.parley.platform.Form;
import dev.parley.platform.Note;
import dev.parley.platform.Order;
import dev.parley.recap.format.Escape;
import dev.parley.store.Person;
import dev.parley.store.Spoken;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** How partnerships begin and end, and what people want in them. */
final class Partnering {

    private static final String NAME = "name";

    private final Common common;

    Partnering(Common common) {
        this.common = common;
    }

    /**
     * Proposes a partnership.
     *
     * @param wanted the name or title of a cycle; empty to be asked which
     */
    CompletionStage<Note> propose(PersonId by, Optional<Order.Named> with, String wanted) {
        if (with.isEmpty()) {
            return said(CoachingPhrase.PARTNER_NOBODY);
        }
        PersonId other =
                common.ledger().known(with.get().account(), with.get().name()).id();
        List<Cycle> fitting =
                companies().stream().filter(cycle -> isMeant(cycle, wanted)).toList();
        if (other.equals(by)) {
            return said(CoachingPhrase.PARTNER_ONESELF);
        }
        if (fitting.isEmpty()) {
            String names =
                    companies().stream().map(Cycle::title).map(Escape::heading).collect(Collectors.joining(", "));
            return names.isEmpty()
                    ? said(CoachingPhrase.PARTNER_NO_CYCLES)
                    : CompletableFuture.completedStage(
                            common.note(CoachingPhrase.PARTNER_NO_CYCLE, Map.of("names", names)));
        }
        return fitting.size() == 1 ? propose(by, other, fitting.getFirst(), Optional.empty()) : which(other, fitting);
    }

    private static boolean isMeant(Cycle cycle, String wanted) {
        String wish = wanted.strip().toLowerCase(Locale.ROOT);
        return wish.isEmpty()
                || cycle.name().startsWith(wish.replace(' ', '-'))
                || cycle.title().toLowerCase(Locale.ROOT).contains(wish);
    }

    /** The form that asks whom somebody would like to work with. */
    Form inviteForm(Meaning.Invite meaning) {
        return new Form(
                Meanings.text(meaning),
                common.say(CoachingPhrase.INVITE_TITLE),
                common.say(CoachingPhrase.INVITE_NEXT),
                List.of(new Form.Field(NAME, common.say(CoachingPhrase.INVITE_FIELD), "", false, true, 60)));
    }

    /** Finds the one who was named. Nobody is guessed. */
    CompletionStage<Note> invited(PersonId by, Map<String, String> fields) {
        String name = common.typed(fields, NAME);
        List<PersonId> named = common.ledger().people().stream()
                .filter(person -> person.name().equalsIgnoreCase(name))
                .map(Person::id)
                .toList();
        Map<String, String> values = Map.of("name", Escape.heading(name));
        if (named.contains(by)) {
            return said(CoachingPhrase.PARTNER_ONESELF);
        }
        return switch (named.size()) {
            case 0 -> CompletableFuture.completedStage(common.note(CoachingPhrase.PARTNER_UNKNOWN, values));
            case 1 -> which(named.getFirst(), companies());
            default -> CompletableFuture.completedStage(common.note(CoachingPhrase.PARTNER_SEVERAL, values));
        };
    }

    /** The cycles in which people are partners. */
    private List<Cycle> companies() {
        return common.plan().cycles().values().stream()
                .filter(cycle -> !cycle.visits() && cycle.roles().size() > 1)
                .toList();
    }

    private CompletionStage<Note> which(PersonId other, List<Cycle> cycles) {
        List<Choice> choices = cycles.stream()
                .map(cycle -> common.other(new Meaning.Propose(other, cycle.name()), cycle.title()))
                .toList();
        String each = cycles.stream()
                .map(cycle -> common.say(
                        CoachingPhrase.PARTNER_CYCLE,
                        Map.of("cycle", Escape.heading(cycle.title()), "about", cycle.about())))
                .collect(Collectors.joining("\n\n"));
        return CompletableFuture.completedStage(
                new Note(common.say(CoachingPhrase.PARTNER_WHICH, Map.of("cycles", each)), choices));
    }

    /**
     * Proposes it; where the two parts in it differ, asks first which is one's own.
     *
     * @param own the name of one's own part, once it has been said
     */
    private CompletionStage<Note> propose(PersonId by, PersonId other, Cycle cycle, Optional<String> own) {
        if (together(by, other, cycle)) {
            return CompletableFuture.completedStage(
                    common.note(CoachingPhrase.PARTNER_ALREADY, Map.of("names", common.name(other))));
        }
        Cycle.Role first = cycle.roles().get(0);
        Cycle.Role second = cycle.roles().get(1);
        boolean alike = first.title().equals(second.title());
        return own.isPresent() || alike
                ? form(by, other, cycle, own.filter(second.name()::equals).isPresent())
                : part(other, cycle);
    }

    private CompletionStage<Note> part(PersonId other, Cycle cycle) {
        List<Choice> choices = cycle.roles().stream()
                .limit(2)
                .map(part -> common.other(new Meaning.ProposeAs(other, cycle.name(), part.name()), part.title()))
                .toList();
        return CompletableFuture.completedStage(new Note(
                common.say(
                        CoachingPhrase.PARTNER_PART,
                        Map.of("cycle", Escape.heading(cycle.title()), "names", common.name(other))),
                choices));
    }

    private CompletionStage<Note> chosen(PersonId by, PersonId with, String cycle, Optional<String> part) {
        return companies().stream()
                .filter(one -> one.name().equals(cycle) && !with.equals(by))
                .findFirst()
                .map(found -> propose(by, with, found, part))
                .orElseGet(() -> said(CoachingPhrase.OUTDATED));
    }

    private boolean together(PersonId one, PersonId other, Cycle cycle) {
        return common.partnerships(one).stream()
                .filter(Shared::isOpen)
                .anyMatch(shared -> shared.cycle().name().equals(cycle.name())
                        && shared.others().equals(List.of(other)));
    }

    private CompletionStage<Note> form(PersonId by, PersonId other, Cycle cycle, boolean second) {
        Map<PersonId, String> members = new LinkedHashMap<>();
        members.put(by, cycle.roles().get(second ? 1 : 0).name());
        members.put(other, cycle.roles().get(second ? 0 : 1).name());
        String id = Common.chance(8);
        return common.ask(
                common.partnership(id),
                new PartnershipCommand.Form(
                        cycle, Shape.PARTNERS, members, common.plan().rhythm(), Optional.of(by)),
                Map.of(),
                _ -> proposed(other, cycle, id));
    }

    private Note proposed(PersonId other, Cycle cycle, String id) {
        return new Note(
                common.say(
                        CoachingPhrase.PARTNER_PROPOSED,
                        Map.of("names", common.name(other), "agreement", cycle.agreement())),
                agreeing(id));
    }

    /** How a partnership stands for the one who looks, in a few words. */
    String standing(Shared shared) {
        return switch (shared.seen().standing()) {
            case INVITED -> common.say(CoachingPhrase.OVERVIEW_INVITED);
            case WAITING -> common.say(CoachingPhrase.OVERVIEW_WAITING);
            case WITHIN -> shared.stage().title();
            case OVER, GONE -> common.say(CoachingPhrase.OVERVIEW_OVER);
        };
    }

    /** What can be answered to an invitation. */
    List<Choice> agreeing(String partnership) {
        return List.of(
                common.main(new Meaning.Agree(partnership), CoachingPhrase.AGREE),
                common.other(new Meaning.Decline(partnership), CoachingPhrase.DECLINE));
    }

    CompletionStage<Note> pressed(PersonId by, Meaning.OfPartnership meaning) {
        return switch (meaning) {
            case Meaning.Propose(PersonId with, String cycle) -> chosen(by, with, cycle, Optional.empty());
            case Meaning.ProposeAs(PersonId with, String cycle, String part) ->
                chosen(by, with, cycle, Optional.of(part));
            case Meaning.Agree(String partnership) ->
                common.ask(
                        common.partnership(partnership),
                        new PartnershipCommand.Agree(by),
                        Map.of(),
                        facts -> common.note(
                                begun(facts) ? CoachingPhrase.AGREED_BEGUN : CoachingPhrase.AGREED_WAITING));
            case Meaning.Decline(String partnership) ->
                common.ask(
                        common.partnership(partnership),
                        new PartnershipCommand.Decline(by),
                        common.note(CoachingPhrase.DECLINED));
            case Meaning.Leave(String partnership) ->
                common.ask(
                        common.partnership(partnership),
                        new PartnershipCommand.Leave(by),
                        common.note(CoachingPhrase.LEFT));
            case Meaning.Goal(String partnership) ->
                CompletableFuture.completedStage(goal(common.own(partnership, by)));
            case Meaning.Reach(String partnership, String stage) -> reach(by, common.own(partnership, by), stage);
            case Meaning.Finish(String partnership) ->
                common.ask(
                        common.partnership(partnership),
                        new PartnershipCommand.Finish(by),
                        common.note(CoachingPhrase.FINISHED));
            case Meaning.Stop(String partnership) ->
                common.ask(
                        common.partnership(partnership),
                        new PartnershipCommand.Stop(by),
                        new Note(
                                common.say(CoachingPhrase.STOPPED),
                                List.of(common.other(new Meaning.Resume(partnership), CoachingPhrase.ASK_AGAIN))));
            case Meaning.Resume(String partnership) ->
                common.ask(
                        common.partnership(partnership),
                        new PartnershipCommand.Resume(by),
                        common.note(CoachingPhrase.RESUMED));
            case Meaning.ChangeGoal _, Meaning.Invite _ -> said(CoachingPhrase.OUTDATED);
        };
    }

    private static boolean begun(List<Fact> facts) {
        return facts.stream().anyMatch(PartnershipEvent.Begun.class::isInstance);
    }

    private CompletionStage<Note> reach(PersonId by, Shared shared, String stage) {
        String title = shared.cycle().stages().stream()
                .filter(one -> one.name().equals(stage))
                .map(Cycle.Stage::title)
                .findFirst()
                .orElse("");
        return common.ask(
                shared.story(),
                new PartnershipCommand.ReachStage(by, stage),
                common.note(CoachingPhrase.STAGE_REACHED, Map.of("stage", title)));
    }

    /** Shows the goal of the one partnership of somebody, or asks which. */
    Note goals(PersonId by) {
        List<Shared> within = common.within(by);
        if (within.isEmpty()) {
            return common.note(CoachingPhrase.MEET_NONE);
        }
        if (within.size() == 1) {
            return goal(within.getFirst());
        }
        return new Note(
                common.say(CoachingPhrase.GOAL_WHICH),
                within.stream()
                        .limit(10)
                        .map(shared -> common.other(new Meaning.Goal(shared.id()), title(shared)))
                        .toList());
    }

    /** What a button calls a partnership. */
    String title(Shared shared) {
        return shared.cycle().title() + ": " + common.names(shared.others());
    }

    private Note goal(Shared shared) {
        Map<Aspect, String> said = goal(shared, common.ledger().words(shared.story()));
        String aspects = List.of(Aspect.values()).stream()
                .map(aspect -> common.say(
                        CoachingPhrase.GOAL_ASPECT,
                        Map.of(
                                "aspect",
                                common.say(label(aspect)),
                                "text",
                                said.containsKey(aspect)
                                        ? Common.quoted(said.get(aspect))
                                        : common.say(CoachingPhrase.GOAL_NOTHING))))
                .collect(Collectors.joining("\n"));
        List<Choice> choices = new ArrayList<>();
        choices.add(common.other(new Meaning.ChangeGoal(shared.id()), CoachingPhrase.GOAL_CHANGE));
        shared.next()
                .ifPresent(stage -> choices.add(common.other(
                        new Meaning.Reach(shared.id(), stage.name()),
                        common.say(CoachingPhrase.STAGE_NEXT, Map.of("stage", stage.title())))));
        finishing(shared).ifPresent(choices::add);
        return new Note(
                common.say(
                        CoachingPhrase.GOAL,
                        Map.of(
                                "cycle", shared.cycle().title(),
                                "names", common.names(shared.others()),
                                "aspects", aspects)),
                choices);
    }

    /** That the cycle is done can be said at its last stage. */
    Optional<Choice> finishing(Shared shared) {
        return Optional.of(shared)
                .filter(one -> one.shape() == Shape.PARTNERS && one.next().isEmpty())
                .map(one -> common.ending(new Meaning.Finish(one.id()), CoachingPhrase.FINISH));
    }

    /** What has been said of a goal and is still kept. */
    static Map<Aspect, String> goal(Shared shared, Map<MessageId, String> words) {
        Map<Aspect, String> said = new EnumMap<>(Aspect.class);
        shared.seen()
                .goal()
                .forEach((aspect, where) ->
                        Optional.ofNullable(words.get(where.words())).ifPresent(text -> said.put(aspect, text)));
        return said;
    }

    static CoachingPhrase label(Aspect aspect) {
        return switch (aspect) {
            case CURRENT_REALITY -> CoachingPhrase.GOAL_CURRENT_REALITY;
            case GOAL -> CoachingPhrase.GOAL_GOAL;
            case STRATEGY -> CoachingPhrase.GOAL_STRATEGY;
            case PROGRESS -> CoachingPhrase.GOAL_PROGRESS;
        };
    }

    /** The form that changes a goal. */
    Form goalForm(PersonId by, Meaning.ChangeGoal meaning) {
        Shared shared = common.own(meaning.partnership(), by);
        Map<Aspect, String> said = goal(shared, common.ledger().words(shared.story()));
        return new Form(
                Meanings.text(meaning),
                common.say(CoachingPhrase.GOAL_TITLE),
                common.say(CoachingPhrase.KEEP),
                List.of(Aspect.values()).stream()
                        .map(aspect -> new Form.Field(
                                field(aspect),
                                common.say(label(aspect)),
                                said.getOrDefault(aspect, ""),
                                true,
                                false,
                                Common.LONGEST))
                        .toList());
    }

    private static String field(Aspect aspect) {
        return aspect.name().toLowerCase(Locale.ROOT);
    }

    /** Keeps what was changed of a goal; an empty field takes that part away. */
    CompletionStage<Note> goalFilled(PersonId by, Meaning.ChangeGoal meaning, Map<String, String> fields) {
        Shared shared = common.own(meaning.partnership(), by);
        Map<Aspect, String> before = goal(shared, common.ledger().words(shared.story()));
        Map<Aspect, String> changed = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            String text = common.typed(fields, field(aspect));
            if (fields.containsKey(field(aspect)) && !text.equals(before.getOrDefault(aspect, ""))) {
                changed.put(aspect, text);
            }
        }
        return common.all(
                changed.entrySet().stream()
                        .map(aspect -> say(by, shared.story(), aspect.getKey(), aspect.getValue()))
                        .toList(),
                () -> common.note(CoachingPhrase.GOAL_KEPT));
    }

    private CompletableFuture<List<Fact>> say(PersonId by, ConversationId story, Aspect aspect, String text) {
        MessageId words = Common.fresh();
        return text.isEmpty()
                ? common.ledger().ask(story, new PartnershipCommand.DropGoal(by, aspect))
                : common.ledger()
                        .ask(
                                story,
                                new PartnershipCommand.SayGoal(by, aspect, words),
                                Map.of(words, new Spoken(by, text)));
    }

    /** Asks which partnership to leave. */
    Note leaving(PersonId by) {
        List<Choice> choices = common.partnerships(by).stream()
                .filter(Shared::canBeLeft)
                .limit(10)
                .map(shared -> common.ending(
                        new Meaning.Leave(shared.id()),
                        common.say(
                                CoachingPhrase.LEAVE,
                                Map.of(
                                        "cycle", shared.cycle().title(),
                                        "names", common.names(shared.others())))))
                .toList();
        return choices.isEmpty()
                ? common.note(CoachingPhrase.OVERVIEW_NONE)
                : new Note(common.say(CoachingPhrase.LEAVE_WHICH), choices);
    }

    private CompletionStage<Note> said(CoachingPhrase phrase) {
        return CompletableFuture.completedStage(common.note(phrase));
    }
}
