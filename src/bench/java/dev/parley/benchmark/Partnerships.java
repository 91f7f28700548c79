package dev.parley.benchmark;

import dev.parley.Phrases;
import dev.parley.coaching.Cycle;
import dev.parley.coaching.OwnTime;
import dev.parley.coaching.partnership.Partnership;
import dev.parley.coaching.partnership.PartnershipEvent;
import dev.parley.coaching.partnership.PartnershipLetter;
import dev.parley.coaching.partnership.Rhythm;
import dev.parley.coaching.partnership.Shape;
import dev.parley.coaching.partnership.Source;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Happened;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import dev.parley.engine.coaching.CoachingPlan;
import dev.parley.engine.coaching.CoachingService;
import dev.parley.platform.Account;
import dev.parley.setup.Prompts;
import dev.parley.store.Queued;
import dev.parley.store.Store;
import dev.parley.store.Writing;
import dev.parley.voice.Voice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Partnerships of two with a meeting each, put into a store as the engine would have left them. */
public final class Partnerships {
    private static final int TOGETHER = 250;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final OwnTime NEVER_QUIET = new OwnTime(ZONE, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    private static final String MEETING = "first";

    private final String community;
    private final Prompts prompts = Prompts.read(Path.of("prompts"), Phrases.all()).value();

    /** Partnerships of a community that is called so. */
    public Partnerships(String community) {
        this.community = community;
    }

    /** What coaching says there, and whatever else Parley says. */
    public Voice voice() {
        return prompts.voice();
    }

    /** Coaching as it is unless a community says otherwise, but for quiet hours: it has none. */
    public CoachingService coaching() {
        CoachingPlan plan = new CoachingPlan(
                prompts.cycles(),
                List.of(),
                Optional.of(_ -> false),
                Rhythm.USUAL,
                NEVER_QUIET,
                Locale.UK,
                Duration.ofDays(1));
        return new CoachingService(
                community, plan, voice(), (_, _, _, _) -> Optional.empty(), _ -> Optional.empty());
    }

    /**
     * Puts partnerships into a store, of which each is of the next two of these people.
     *
     * @param asked when the people of a partnership are to be asked about their meeting, by the partnership's number
     */
    public void keep(Store store, List<Account> people, IntFunction<Instant> asked) {
        keep(store, people, Map.of(), asked);
    }

    /**
     * The same.
     *
     * @param rooms the private rooms with people that were opened before
     */
    void keep(Store store, List<Account> people, Map<Account, RoomId> rooms, IntFunction<Instant> asked) {
        int all = people.size() / 2;
        for (int from = 0; from < all; from += TOGETHER) {
            int first = from;
            store.write(writing -> {
                for (int number = first; number < Math.min(all, first + TOGETHER); number++) {
                    keep(writing, number, people.subList(2 * number, 2 * number + 2), rooms, asked.apply(number));
                }
                return true;
            });
        }
    }

    private void keep(
            Writing writing, int number, List<Account> people, Map<Account, RoomId> rooms, Instant asked) {
        ConversationId id = new ConversationId(community, Partnership.KIND + ":" + number);
        List<PersonId> members = people.stream()
                .map(one -> introduce(writing, one, Optional.ofNullable(rooms.get(one))))
                .toList();
        Instant end = asked.minus(Rhythm.USUAL.delay());
        Instant before = end.minus(Duration.ofDays(1));
        List<Happened> happened = events(members, end).stream()
                .map(event -> new Happened(before, event))
                .toList();
        writing.append(id, 0, happened, true);
        Partnership partnership = new Partnership(id);
        happened.forEach(one -> partnership.apply(one, _ -> Optional.empty()));
        writing.enrol(id, partnership.people());
        Effect.Wake wake = partnership.wake(before).orElseThrow();
        writing.enqueue(id, List.of(new Queued(wake.key(), wake.due(), Instant.MAX, wake)));
    }

    private PersonId introduce(Writing writing, Account account, Optional<RoomId> room) {
        PersonId person = writing.introduce(community, account.platform(), account.id(), "Person " + account.id())
                .id();
        room.ifPresent(known -> writing.keepPrivateRoom(community, person, known));
        return person;
    }

    private List<PartnershipEvent> events(List<PersonId> members, Instant end) {
        Cycle cycle = prompts.cycles().get("peer-coaching");
        Map<PersonId, String> roles = new LinkedHashMap<>();
        members.forEach(person -> roles.put(person, cycle.roles().getFirst().name()));
        PersonId one = members.getFirst();
        PersonId other = members.getLast();
        return List.of(
                new PartnershipEvent.Formed(cycle, Shape.PARTNERS, roles, Rhythm.USUAL, Optional.of(one)),
                new PartnershipEvent.Agreed(one),
                new PartnershipEvent.Agreed(other),
                new PartnershipEvent.Begun(),
                new PartnershipEvent.Told(one, new PartnershipLetter.Beginning()),
                new PartnershipEvent.Told(other, new PartnershipLetter.Beginning()),
                new PartnershipEvent.MeetingSet(
                        MEETING, Source.COMMAND, end.minus(Duration.ofMinutes(45)), end, Optional.empty(), one));
    }
}
