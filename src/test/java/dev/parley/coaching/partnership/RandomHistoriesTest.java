package dev.parley.coaching.partnership;

import static dev.parley.coaching.partnership.Worked.ANA;
import static dev.parley.coaching.partnership.Worked.BEN;
import static dev.parley.coaching.partnership.Worked.CLEO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.coaching.Look;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Fact;
import dev.parley.conversation.Happened;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Partnerships in which anything may happen at any time, from a seed. What must hold, holds at every moment. */
class RandomHistoriesTest {

    private static final List<PersonId> ALL = List.of(ANA, BEN, CLEO);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void whateverHappensThePartnershipKeepsItsPromises(long start) {
        for (long seed = start * 1_000; seed < start * 1_000 + 30; seed++) {
            Worked worked = play(seed, (viewed, viewer) -> viewed.partnership.seenBy(viewer));
            assertThat(leaks).as("seed " + seed).isEmpty();
            check(worked, "seed " + seed);
        }
    }

    /** Somebody who would show an answer as soon as its writer has chosen, without waiting for the others. */
    @Test
    void anAnswerThatIsShownTooSoonIsCaught() {
        assertThat(caught((viewed, viewer) -> viewed.partnership.seenBy(viewer).map(seen -> opened(viewed, seen))))
                .isTrue();
    }

    /** Somebody who would show to one that the other has chosen. */
    @Test
    void aChoiceThatIsShownIsCaught() {
        assertThat(caught((viewed, viewer) -> viewed.partnership.seenBy(viewer).map(seen -> told(viewed, seen))))
                .isTrue();
    }

    private boolean caught(BiFunction<Worked, PersonId, Optional<Seen>> view) {
        for (long seed = 1; seed < 40; seed++) {
            play(seed, view);
            if (!leaks.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Seen opened(Worked worked, Seen seen) {
        return with(seen, question -> {
            Map<PersonId, List<MessageId>> open = new HashMap<>(question.open());
            worked.partnership.present().keySet().stream()
                    .filter(person -> !person.equals(seen.viewer()))
                    .forEach(person -> worked.partnership
                            .find(question.item(), person)
                            .filter(entry -> entry.has(Circle.PARTNER))
                            .ifPresent(entry -> open.put(person, entry.words())));
            return new Seen.Question(
                    question.item(),
                    question.prompt(),
                    question.mine(),
                    question.skipped(),
                    question.chosen(),
                    question.tags(),
                    open);
        });
    }

    private static Seen told(Worked worked, Seen seen) {
        return with(seen, question -> {
            boolean another = ALL.stream()
                    .filter(person -> !person.equals(seen.viewer()))
                    .flatMap(person -> worked.partnership.find(question.item(), person).stream())
                    .anyMatch(entry -> entry.has(Circle.PARTNER));
            return new Seen.Question(
                    question.item(),
                    question.prompt(),
                    question.mine(),
                    question.skipped() || another,
                    question.chosen(),
                    question.tags(),
                    question.open());
        });
    }

    private static Seen with(Seen seen, UnaryOperator<Seen.Question> change) {
        return new Seen(
                seen.viewer(),
                seen.standing(),
                seen.members(),
                seen.goal(),
                seen.stage(),
                seen.stages(),
                seen.meetings().stream()
                        .map(meeting -> new Seen.Meeting(
                                meeting.id(),
                                meeting.start(),
                                meeting.end(),
                                meeting.source(),
                                meeting.own(),
                                meeting.cancelled(),
                                meeting.changed(),
                                meeting.asking(),
                                meeting.snoozed(),
                                meeting.questions().stream().map(change).toList()))
                        .toList(),
                seen.prompts());
    }

    private final List<String> leaks = new ArrayList<>();

    private Worked play(long seed, BiFunction<Worked, PersonId, Optional<Seen>> view) {
        leaks.clear();
        Random random = new Random(seed);
        Worked worked = random.nextBoolean() ? Worked.among(ANA, BEN) : Worked.among(ANA, BEN, CLEO);
        if (random.nextInt(4) == 0) {
            worked.clocks.remove(BEN);
        }
        for (int step = 0; step < 150; step++) {
            PersonId person = ALL.get(random.nextInt(3));
            Map<PersonId, Optional<Seen>> before = new LinkedHashMap<>();
            ALL.forEach(other -> before.put(other, view.apply(worked, other)));
            int told = worked.happened.size();
            step(worked, person, random);
            look(worked, worked.happened.subList(told, worked.happened.size()), person, before, view);
        }
        worked.pass(Duration.ofDays(40));
        return worked;
    }

    private static void step(Worked worked, PersonId person, Random random) {
        Item item = item(worked, random);
        Duration within = Duration.ofMinutes(random.nextInt(60 * 24 * 5));
        Instant start = worked.now.plus(within).minus(Duration.ofHours(8));
        switch (random.nextInt(20)) {
            case 0 ->
                worked.tell(new PartnershipCommand.SetMeeting(
                        person, Source.COMMAND, start, start.plusSeconds(3600), Optional.empty()));
            case 1 ->
                worked.tell(new PartnershipCommand.MoveMeeting(person, item.meeting(), start, start.plusSeconds(1800)));
            case 2 -> worked.tell(new PartnershipCommand.CancelMeeting(person, item.meeting()));
            case 3 -> worked.tell(feed(worked, person, random));
            case 4, 5 -> worked.say(person, text(random));
            case 6 ->
                worked.tell(new PartnershipCommand.Write(
                        person, item, new MessageId(new RoomId("web", "page"), "p" + random.nextInt(100))));
            case 7 ->
                answer(worked, random)
                        .ifPresent(answered -> worked.edit(answered.words(), answered.person(), text(random)));
            case 8 ->
                answer(worked, random)
                        .ifPresent(answered -> worked.tell(new PartnershipCommand.Unhear(answered.words())));
            case 9 -> worked.tell(new PartnershipCommand.Skip(person, item));
            case 10 -> worked.tell(new PartnershipCommand.Snooze(person, item.meeting(), worked.now.plus(within)));
            case 11 -> worked.tell(new PartnershipCommand.LetBe(person, item.meeting()));
            case 12, 13, 14 ->
                ALL.forEach(other -> {
                    if (random.nextInt(3) > 0) {
                        worked.tell(new PartnershipCommand.Choose(other, item, circle(random)));
                    }
                });
            case 15 -> worked.tell(new PartnershipCommand.TakeBack(person, item, circle(random)));
            case 16 -> rarely(worked, person, random);
            case 17 -> worked.sleep(Duration.ofMinutes(random.nextInt(3000)));
            default -> worked.pass(Duration.ofSeconds(random.nextInt(random.nextBoolean() ? 60 : 200_000)));
        }
    }

    private static void rarely(Worked worked, PersonId person, Random random) {
        switch (random.nextInt(9)) {
            case 0 -> worked.tell(new PartnershipCommand.Leave(person));
            case 1 -> worked.tell(new PartnershipCommand.Forget(person));
            case 2, 3 -> worked.tell(new PartnershipCommand.Stop(person));
            case 4 -> worked.tell(new PartnershipCommand.Finish(person));
            default -> worked.tell(new PartnershipCommand.Resume(person));
        }
    }

    private static PartnershipCommand feed(Worked worked, PersonId person, Random random) {
        List<Occurrence> all = Stream.of("a", "b", "c")
                .filter(_ -> random.nextInt(4) > 0)
                .map(uid -> {
                    Instant start = worked.now.plus(Duration.ofHours(random.nextInt(100) - 30));
                    return new Occurrence(uid, "only", start, start.plusSeconds(2700), random.nextInt(6) == 0);
                })
                .toList();
        Set<String> unread = random.nextInt(4) == 0 ? Set.of("b") : Set.of();
        return new PartnershipCommand.Reconcile(
                person, "feed", worked.now.minus(Duration.ofDays(2)), worked.now.plus(Duration.ofDays(9)), all, unread);
    }

    private static Item item(Worked worked, Random random) {
        List<Meeting> meetings = List.copyOf(worked.partnership.meetings());
        int last = Math.min(3, meetings.size());
        String meeting = meetings.isEmpty()
                ? "none"
                : meetings.get(meetings.size() - 1 - random.nextInt(last)).id();
        return new Item(meeting, Look.values()[random.nextInt(3)]);
    }

    private static Circle circle(Random random) {
        return Circle.values()[random.nextInt(2)];
    }

    private static String text(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "1: the beginning";
            case 1 -> "3) what comes";
            case 2 -> "off the record: nothing";
            default -> "something that I think";
        };
    }

    private static Optional<PartnershipEvent.Answered> answer(Worked worked, Random random) {
        List<PartnershipEvent.Answered> all = worked.all(PartnershipEvent.Answered.class);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    /** What somebody may see changes only by what they may know of. */
    private void look(
            Worked worked,
            List<Happened> events,
            PersonId actor,
            Map<PersonId, Optional<Seen>> before,
            BiFunction<Worked, PersonId, Optional<Seen>> view) {
        for (PersonId viewer : ALL) {
            Optional<Seen> after = view.apply(worked, viewer);
            after.ifPresent(seen -> foreign(worked, viewer, seen));
            Set<Item> opened = Stream.concat(openItems(before.get(viewer)), openItems(after))
                    .collect(Collectors.toSet());
            boolean secret =
                    events.stream().map(Happened::event).allMatch(event -> isSecretFrom(worked, viewer, event, opened));
            if (secret && !after.equals(before.get(viewer))) {
                leaks.add(viewer + " sees that " + actor + " did something: " + events);
            }
        }
    }

    private static Stream<Item> openItems(Optional<Seen> seen) {
        return seen.stream()
                .flatMap(one -> one.meetings().stream())
                .flatMap(meeting -> meeting.questions().stream())
                .filter(question -> !question.open().isEmpty())
                .map(Seen.Question::item);
    }

    /** What others do alone with themselves is a secret, but for answers that are open. */
    private static boolean isSecretFrom(Worked worked, PersonId viewer, Fact event, Set<Item> opened) {
        return switch ((PartnershipEvent) event) {
            case PartnershipEvent.Answered one ->
                !one.person().equals(viewer) && !opened.contains(new Item(one.meeting(), one.look()));
            case PartnershipEvent.Unanswered(MessageId words) -> opened.isEmpty() && !isBy(worked, viewer, words);
            case PartnershipEvent.Skipped one -> !one.person().equals(viewer);
            case PartnershipEvent.Snoozed one -> !one.person().equals(viewer);
            case PartnershipEvent.Nudged one -> !one.person().equals(viewer);
            case PartnershipEvent.Reflected one -> !one.person().equals(viewer);
            case PartnershipEvent.Chosen one ->
                !one.person().equals(viewer) && !opened.contains(new Item(one.meeting(), one.look()));
            case PartnershipEvent.TakenBack one ->
                !one.person().equals(viewer) && !opened.contains(new Item(one.meeting(), one.look()));
            case PartnershipEvent.Stopped one -> !one.person().equals(viewer);
            case PartnershipEvent.Resumed one -> !one.person().equals(viewer);
            case PartnershipEvent.Asked one -> !one.person().equals(viewer);
            case PartnershipEvent.Put one -> !one.person().equals(viewer);
            case PartnershipEvent.Standing _, PartnershipEvent.Waited _, PartnershipEvent.Told _ -> true;
            default -> false;
        };
    }

    /** Words of others are seen only where every one of them, and the viewer, has chosen so and not taken it back: told from the events. */
    private void foreign(Worked worked, PersonId viewer, Seen seen) {
        Set<PersonId> gone = worked.happened.stream()
                .map(Happened::event)
                .flatMap(event -> switch (event) {
                    case PartnershipEvent.Left(PersonId person) -> Stream.of(person);
                    case PartnershipEvent.Forgotten(PersonId person) -> Stream.of(person);
                    default -> Stream.<PersonId>empty();
                })
                .collect(Collectors.toSet());
        Set<PersonId> there = new HashSet<>(
                ((PartnershipEvent.Formed) worked.happened.getFirst().event())
                        .members()
                        .keySet());
        there.removeAll(gone);
        for (Seen.Meeting meeting : seen.meetings()) {
            for (Seen.Question question : meeting.questions()) {
                boolean all = there.stream().allMatch(person -> hasChosen(worked, person, question.item()));
                if (!question.open().isEmpty() && (!all || !there.contains(viewer))) {
                    leaks.add(viewer + " reads " + question);
                }
                if (question.open().keySet().stream().anyMatch(gone::contains)) {
                    leaks.add(viewer + " reads somebody who left: " + question);
                }
                question.mine().forEach(mine -> {
                    if (!isBy(worked, viewer, mine)) {
                        leaks.add(viewer + " has the words of another: " + mine);
                    }
                });
            }
        }
    }

    private static boolean hasChosen(Worked worked, PersonId person, Item item) {
        boolean chosen = false;
        for (Happened one : worked.happened) {
            if (one.event() instanceof PartnershipEvent.Chosen(var meeting, var look, var by, var circle)
                    && by.equals(person)
                    && circle == Circle.PARTNER
                    && item.equals(new Item(meeting, look))) {
                chosen = true;
            } else if (one.event() instanceof PartnershipEvent.TakenBack(var meeting, var look, var by, var circle)
                    && by.equals(person)
                    && circle == Circle.PARTNER
                    && item.equals(new Item(meeting, look))) {
                chosen = false;
            }
        }
        return chosen;
    }

    private static boolean isBy(Worked worked, PersonId person, MessageId message) {
        return worked.all(PartnershipEvent.Answered.class).stream()
                .anyMatch(one -> one.words().equals(message) && one.person().equals(person));
    }

    private static void check(Worked worked, String seed) {
        assertThat(worked.effects).as(seed).extracting(Effect::key).doesNotHaveDuplicates();
        assertThat(worked.all(PartnershipEvent.Asked.class)).as(seed).doesNotHaveDuplicates();
        assertThat(worked.all(PartnershipEvent.Nudged.class)).as(seed).doesNotHaveDuplicates();
        assertThat(worked.all(PartnershipEvent.Put.class).stream().filter(put -> !put.again()))
                .as(seed)
                .doesNotHaveDuplicates();
        quiet(worked, seed);
        calledOff(worked, seed);
        rested(worked, seed);
        folded(worked, seed);
    }

    /** Nobody is disturbed in quiet hours who has not said something a short while ago. */
    private static void quiet(Worked worked, String seed) {
        for (Effect.Letter letter : worked.letters()) {
            Instant due = letter.due();
            Optional.ofNullable(worked.clocks.get(letter.person()))
                    .filter(clock -> clock.outsideQuiet(due).isAfter(due))
                    .ifPresent(_ -> assertThat(worked.happened)
                            .as(seed + ": " + letter)
                            .anyMatch(one -> isActOf(letter.person(), one)
                                    && !one.at().isAfter(due)
                                    && one.at().isAfter(due.minus(Duration.ofMinutes(10)))));
        }
    }

    private static boolean isActOf(PersonId person, Happened happened) {
        return happened.event() instanceof PartnershipEvent.Answered answered
                        && answered.person().equals(person)
                || happened.event() instanceof PartnershipEvent.Skipped skipped
                        && skipped.person().equals(person);
    }

    private static void calledOff(Worked worked, String seed) {
        Set<String> off = new HashSet<>();
        for (Happened one : worked.happened) {
            if (one.event() instanceof PartnershipEvent.MeetingCancelled(String meeting)) {
                off.add(meeting);
            } else if (one.event() instanceof PartnershipEvent.Put put) {
                assertThat(off).as(seed).doesNotContain(put.meeting());
            } else if (one.event() instanceof PartnershipEvent.Nudged nudged) {
                assertThat(off).as(seed).doesNotContain(nudged.meeting());
            }
        }
    }

    /** Nobody is asked the same twice within three weeks in a row. */
    private static void rested(Worked worked, String seed) {
        Map<String, Instant> last = new HashMap<>();
        for (Happened one : worked.happened) {
            if (one.event() instanceof PartnershipEvent.Put put && !put.again()) {
                worked.partnership.prompt(new Item(put.meeting(), put.look())).ifPresent(prompt -> {
                    Instant before = last.put(put.person() + " " + prompt.id(), one.at());
                    if (before != null) {
                        assertThat(Duration.between(before, one.at())).as(seed).isGreaterThanOrEqualTo(Choosing.REST);
                    }
                });
            }
        }
    }

    /** A process that folds the same events anew knows the same. */
    private static void folded(Worked worked, String seed) {
        Partnership folded = new Partnership(new ConversationId("here", "partnership:k3"));
        worked.happened.forEach(one -> folded.apply(one, _ -> Optional.empty()));
        ALL.forEach(person -> assertThat(folded.seenBy(person)).as(seed).isEqualTo(worked.partnership.seenBy(person)));
        assertThat(folded.wake(worked.now)).as(seed).isEqualTo(worked.partnership.wake(worked.now));
        assertThat(folded.contribution()).as(seed).isEqualTo(worked.partnership.contribution());
        assertThat(folded.version()).as(seed).isEqualTo(worked.happened.size());
    }
}
