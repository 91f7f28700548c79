package dev.parley.engine.coaching;

import static java.util.Objects.requireNonNull;

import dev.parley.coaching.Framework;
import dev.parley.coaching.Principle;
import dev.parley.coaching.Tag;
import dev.parley.coaching.programme.Exemplar;
import dev.parley.coaching.programme.Figures;
import dev.parley.coaching.programme.Programme;
import dev.parley.coaching.programme.Theme;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.platform.Choice;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is about the whole programme: what a lead may know, and the shelf. */
final class LeadPages {

    /** The ids of the prompts for leads, one a month in turn. */
    static final List<String> PROMPTS = Stream.of(
                    CoachingPhrase.LEAD_EASIER,
                    CoachingPhrase.LEAD_TIME,
                    CoachingPhrase.LEAD_LISTENED,
                    CoachingPhrase.LEAD_LEARNED,
                    CoachingPhrase.LEAD_STOPPED,
                    CoachingPhrase.LEAD_THANKED)
            .map(CoachingPhrase::name)
            .toList();

    private final Common common;
    private final Programmes programmes;

    LeadPages(Common common, Programmes programmes) {
        this.common = common;
        this.programmes = programmes;
    }

    LeadView view() {
        Map<YearMonth, Figures> frozen = common.programme(Programme::figures);
        List<LeadView.Month> months = frozen.entrySet().stream()
                .sorted(Map.Entry.<YearMonth, Figures>comparingByKey().reversed())
                .flatMap(one -> one.getValue().counts().stream()
                        .map(counts -> new LeadView.Month(
                                one.getKey(), counts.partnerships(), counts.meetings(), counts.begun())))
                .toList();
        return new LeadView(
                months,
                months.isEmpty()
                        ? List.of()
                        : themes(requireNonNull(frozen.get(months.getFirst().month()))),
                helped(),
                needs(),
                asked(frozen));
    }

    /** What helped in the last year that is over. */
    private List<String> helped() {
        int year = common.now().atZone(common.plan().usual().zone()).getYear() - 1;
        return common.programme(programme -> programme.helped(year)).stream()
                .map(helped -> title(helped.theme()))
                .toList();
    }

    private List<String> themes(Figures figures) {
        return figures.themes().stream().map(shared -> title(shared.theme())).toList();
    }

    private String title(Theme theme) {
        return switch (theme) {
            case Theme.OfPrinciple(Principle principle) -> common.say(CoachingPhrase.of(principle));
            case Theme.OfDomain(Tag tag) ->
                common.plan().frameworks().stream()
                        .filter(framework -> framework.name().equals(tag.framework()))
                        .flatMap(framework -> framework.domains().stream())
                        .filter(domain -> domain.name().equals(tag.domain()))
                        .map(Framework.Domain::title)
                        .findFirst()
                        .orElse(tag.domain());
        };
    }

    private List<LeadView.Need> needs() {
        return programmes.open().stream()
                .map(open -> new LeadView.Need(
                        programmes.called(open.need()),
                        open.text(),
                        common.plainName(open.need().by()),
                        open.need().at(),
                        List.of(common.other(new Meaning.NeedMet(open.need().id()), CoachingPhrase.NEED_SEE_TO))))
                .toList();
    }

    /** The question of the latest month; what is answered goes to the lead's own journal. */
    private List<Asked> asked(Map<YearMonth, Figures> frozen) {
        return frozen.keySet().stream()
                .max(YearMonth::compareTo)
                .map(month -> new Asked(
                        common.say(CoachingPhrase.LEAD_MONTH),
                        month.atEndOfMonth()
                                .atStartOfDay(common.plan().usual().zone())
                                .toInstant(),
                        List.of(new Asked.Question(
                                prompt(Programme.promptOf(month, PROMPTS)),
                                common.textForm(
                                        new Meaning.WriteNote(),
                                        CoachingPhrase.NOTE_TITLE,
                                        CoachingPhrase.NOTE_FIELD,
                                        "",
                                        CoachingPhrase.KEEP),
                                List.of())),
                        List.of()))
                .stream()
                .toList();
    }

    /** What a lead is asked by a prompt of this id. */
    String prompt(String id) {
        return common.say(CoachingPhrase.valueOf(id));
    }

    Shelf shelf(PersonId me) {
        Map<MessageId, String> words = common.ledger().words(common.programme());
        List<Exemplar> all = List.copyOf(common.programme(Programme::shelf));
        List<Shelf.Section> sections = new ArrayList<>();
        List<Choice> choices = new ArrayList<>();
        for (Framework framework : common.plan().frameworks()) {
            for (Framework.Domain domain : framework.domains()) {
                Tag tag = new Tag(framework.name(), domain.name());
                sections.add(new Shelf.Section(domain.title(), domain.about(), resources(me, all, tag, words)));
                choices.add(common.other(
                        new Meaning.Shelve(framework.name(), domain.name()),
                        common.say(CoachingPhrase.SHELF_PUT, Map.of("domain", domain.title()))));
            }
        }
        return new Shelf(sections, choices);
    }

    private List<Shelf.Resource> resources(PersonId me, List<Exemplar> all, Tag tag, Map<MessageId, String> words) {
        return all.stream()
                .filter(one -> one.domain().filter(tag::equals).isPresent() && words.containsKey(one.words()))
                .sorted(Comparator.comparing(Exemplar::at, Comparator.<Instant>reverseOrder()))
                .map(one -> new Shelf.Resource(
                        words.getOrDefault(one.words(), ""),
                        common.plainName(one.by()),
                        one.by().equals(me)
                                ? List.of(common.ending(new Meaning.Unshelve(one.id()), CoachingPhrase.TAKE_BACK))
                                : List.of()))
                .toList();
    }
}
