package dev.parley.command;

import static java.util.Objects.requireNonNull;

import dev.parley.conversation.Filing;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Said;
import dev.parley.conversation.filing.Replay;
import dev.parley.recap.Asked;
import dev.parley.recap.Entry;
import dev.parley.recap.Material;
import dev.parley.recap.Naming;
import dev.parley.recap.Recap;
import dev.parley.recap.Terms;
import dev.parley.transcript.Transcript;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The recap of an archived chat. */
final class ReplayedRecap {

    private ReplayedRecap() {}

    static Recap of(String title, Transcript transcript, List<Said> messages, Replay replay) {
        Set<String> timed = transcript.lines().stream()
                .filter(line -> line.at().isPresent())
                .map(line -> Integer.toString(line.number()))
                .collect(Collectors.toSet());
        Predicate<Said> known = said -> timed.contains(said.message().id());
        List<Said> withTimes = messages.stream().filter(known).toList();
        Map<String, Said> byId = messages.stream()
                .collect(Collectors.toMap(said -> said.message().id(), said -> said));
        List<Asked> asked = replay.questions().values().stream()
                .map(question -> new Asked(
                        question.number(),
                        question.text(),
                        question.posts().stream()
                                .findFirst()
                                .map(post -> byId.get(post.id()))
                                .filter(known)
                                .map(Said::at)))
                .toList();
        List<Entry> entries = messages.stream()
                .filter(said -> !replay.replaced().containsKey(said.message()))
                .map(said -> entry(said, requireNonNull(replay.filings().get(said.message())), known.test(said)))
                .toList();
        return Recap.of(
                new Material(
                        title,
                        "",
                        first(withTimes),
                        last(withTimes),
                        asked,
                        entries,
                        Optional.empty(),
                        Set.of(),
                        Naming.ALL),
                Terms.in(Running.LOCALE));
    }

    private static Entry entry(Said said, Filing filing, boolean timed) {
        Optional<PersonId> author =
                Optional.of(said.author()).filter(person -> !person.value().isEmpty());
        return new Entry(
                said.message(),
                author,
                said.author().value(),
                said.text(),
                timed ? Optional.of(said.at()) : Optional.empty(),
                filing,
                false,
                Map.of(),
                Optional.empty());
    }

    private static Optional<Instant> first(List<Said> messages) {
        return messages.isEmpty()
                ? Optional.empty()
                : Optional.of(messages.getFirst().at());
    }

    private static Optional<Instant> last(List<Said> messages) {
        return messages.isEmpty()
                ? Optional.empty()
                : Optional.of(messages.getLast().at());
    }
}
