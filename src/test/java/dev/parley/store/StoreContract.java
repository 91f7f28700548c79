package dev.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.conversation.Content;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Fact;
import dev.parley.conversation.Happened;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does, whatever database is under it. */
abstract class StoreContract {
    static final String COMMUNITY = "gardeners";
    static final ConversationId CHAT = new ConversationId(COMMUNITY, "soil/2026-11-23");
    static final ConversationId OTHER = new ConversationId(COMMUNITY, "soil/2026-11-30");
    static final ConversationId PARTNERSHIP = new ConversationId(COMMUNITY, "partnership:1");
    static final RoomId ROOM = new RoomId("web", "shed");
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final Instant LATER = NOON.plus(Duration.ofDays(1));
    static final Duration LEASE = Duration.ofMinutes(1);

    Store store;

    /** A store on an empty database. */
    abstract Store fresh() throws Exception;

    /** One of the stores on the same database, where there can be several. */
    Store another(int number) {
        return store;
    }

    @BeforeEach
    void open() throws Exception {
        store = fresh();
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    // Events

    @Test
    void eventsComeBackInOrderAndBehindANumber() {
        append(CHAT, 0, new Event.Opened(Duration.ZERO), new Event.Warned(1));
        append(CHAT, 2, new Event.Paused());

        assertThat(store.<List<Stored>>read(reading -> reading.events(CHAT, 0)))
                .containsExactly(
                        new Stored(1, happened(new Event.Opened(Duration.ZERO))),
                        new Stored(2, happened(new Event.Warned(1))),
                        new Stored(3, happened(new Event.Paused())));
        assertThat(store.<List<Stored>>read(reading -> reading.events(CHAT, 2)))
                .extracting(Stored::sequence)
                .containsExactly(3L);
    }

    @Test
    void manyOfOneKindAtOnceComeBackOneByOne() {
        List<Happened> many = new ArrayList<>();
        for (int question = 1; question <= 250; question++) {
            many.add(happened(new Event.Warned(question)));
        }
        many.add(happened(new Event.Lapsed("one line\nand another")));
        many.add(happened(new Event.Lapsed("a third")));
        many.add(new Happened(LATER, new Event.Lapsed("a third")));
        store.write(writing -> writing.append(CHAT, 0, many, true));
        append(CHAT, 253, new Event.Paused());

        List<Stored> all = store.read(reading -> reading.events(CHAT, 0));
        assertThat(all)
                .extracting(Stored::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 254).boxed().toList());
        assertThat(all.subList(0, 253)).extracting(Stored::happened).isEqualTo(many);
        assertThat(store.<List<Stored>>read(reading -> reading.events(CHAT, 253)))
                .containsExactly(new Stored(254, happened(new Event.Paused())));
    }

    @Test
    void anOldVersionLosesAndTheTransactionGoesOn() {
        append(CHAT, 0, new Event.Opened(Duration.ZERO));
        append(CHAT, 1, new Event.Paused());

        boolean other = store.write(writing -> {
            assertThat(writing.append(CHAT, 1, List.of(happened(new Event.Held()), happened(new Event.Undone())), true))
                    .isFalse();
            assertThat(writing.append(CHAT, 0, List.of(happened(new Event.Held())), true))
                    .isFalse();
            return writing.append(OTHER, 0, List.of(happened(new Event.Held())), true);
        });

        assertThat(other).isTrue();
        assertThat(events(CHAT)).containsExactly(new Event.Opened(Duration.ZERO), new Event.Paused());
        assertThat(events(OTHER)).containsExactly(new Event.Held());
    }

    @Test
    void nothingIsAppendedBehindAVersionThatIsNotThere() {
        append(CHAT, 0, new Event.Opened(Duration.ZERO));

        assertThat(store.<Boolean>write(
                        writing -> writing.append(CHAT, 5, List.of(happened(new Event.Paused())), true)))
                .isFalse();
        assertThat(store.<Boolean>write(
                        writing -> writing.append(OTHER, 5, List.of(happened(new Event.Paused())), true)))
                .isFalse();
        assertThat(events(CHAT)).hasSize(1);
        assertThat(events(OTHER)).isEmpty();
    }

    @Test
    void workThatFailsLeavesNothing() {
        assertThatThrownBy(() -> store.write(writing -> {
                    writing.append(CHAT, 0, List.of(happened(new Event.Paused())), true);
                    writing.introduce(COMMUNITY, "web", "cookie-1", "Ada");
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("on purpose");

        assertThat(events(CHAT)).isEmpty();
        assertThat(store.<List<Person>>read(reading -> reading.people(COMMUNITY)))
                .isEmpty();
    }

    @Test
    void streamsAreListedByCommunityAndOpenOnesByName() {
        ConversationId elsewhere = new ConversationId("bakers", "rye/2026-11-23");
        store.write(writing -> {
            writing.append(CHAT, 0, List.of(new Happened(NOON, new Event.Paused())), true);
            writing.append(OTHER, 0, List.of(new Happened(LATER, new Event.Paused())), true);
            writing.append(elsewhere, 0, List.of(new Happened(LATER, new Event.Paused())), true);
            return true;
        });

        assertThat(store.<List<ConversationId>>read(reading -> reading.openStreams(COMMUNITY)))
                .containsExactly(CHAT, OTHER);
        assertThat(store.<List<ConversationId>>read(reading -> reading.streams(COMMUNITY, ConversationId.CHAT)))
                .containsExactly(OTHER, CHAT);

        store.write(writing -> writing.append(CHAT, 1, List.of(happened(new Event.Ended())), false));

        assertThat(store.<List<ConversationId>>read(reading -> reading.openStreams(COMMUNITY)))
                .containsExactly(OTHER);
        assertThat(store.<List<ConversationId>>read(reading -> reading.endedStreams(COMMUNITY, 5)))
                .containsExactly(CHAT);
        assertThat(store.<List<ConversationId>>read(reading -> reading.streams(COMMUNITY, ConversationId.CHAT)))
                .containsExactly(OTHER, CHAT);
    }

    @Test
    void endedStreamsAreListedNewestFirstAndNoMoreThanAskedFor() {
        store.write(writing -> {
            writing.append(CHAT, 0, List.of(new Happened(LATER, new Event.Paused())), false);
            writing.append(OTHER, 0, List.of(new Happened(NOON, new Event.Paused())), false);
            return true;
        });

        assertThat(store.<List<ConversationId>>read(reading -> reading.endedStreams(COMMUNITY, 5)))
                .containsExactly(CHAT, OTHER);
        assertThat(store.<List<ConversationId>>read(reading -> reading.endedStreams(COMMUNITY, 1)))
                .containsExactly(CHAT);
    }

    @Test
    void chatsAreListedWithoutTheOtherStories() {
        ConversationId ended = new ConversationId(COMMUNITY, "partnership:2");
        append(CHAT, 0, new Event.Paused());
        append(PARTNERSHIP, 0, new Event.Paused());
        store.write(writing -> {
            writing.append(OTHER, 0, List.of(happened(new Event.Paused())), false);
            return writing.append(ended, 0, List.of(new Happened(LATER, new Event.Paused())), false);
        });

        assertThat(store.<List<ConversationId>>read(reading -> reading.openStreams(COMMUNITY)))
                .containsExactly(CHAT);
        assertThat(store.<List<ConversationId>>read(reading -> reading.endedStreams(COMMUNITY, 5)))
                .containsExactly(OTHER);
        assertThat(store.<List<ConversationId>>read(reading -> reading.streams(COMMUNITY, "partnership")))
                .containsExactly(ended, PARTNERSHIP);
        assertThat(store.<List<ConversationId>>read(reading -> reading.streams("bakers", "partnership")))
                .isEmpty();
        assertThat(events(PARTNERSHIP)).containsExactly(new Event.Paused());
    }

    @Test
    void storiesAreFoundByWhatHappenedInThemLast() {
        ConversationId lately = new ConversationId(COMMUNITY, "partnership:2");
        append(CHAT, 0, new Event.Paused());
        append(PARTNERSHIP, 0, new Event.Paused());
        store.write(writing -> writing.append(
                lately, 0, List.of(happened(new Event.Paused()), new Happened(LATER, new Event.Resumed())), true));

        assertThat(store.<List<ConversationId>>read(reading -> reading.streamsSince(COMMUNITY, "partnership", LATER)))
                .containsExactly(lately);
        assertThat(store.<List<ConversationId>>read(
                        reading -> reading.streamsSince(COMMUNITY, "partnership", Instant.EPOCH)))
                .containsExactly(PARTNERSHIP, lately);
        assertThat(store.<List<ConversationId>>read(reading -> reading.streamsSince("bakers", "partnership", LATER)))
                .isEmpty();
    }

    @Test
    void manyWritersOfOneStreamNeitherLoseNorDoubleAnEvent() throws Exception {
        int writers = 4;
        int each = 15;
        inParallel(writers, writer -> {
            for (int i = 0; i < each; i++) {
                Event event = new Event.Warned(writer * each + i);
                while (!store.<Boolean>write(writing ->
                        writing.append(CHAT, writing.events(CHAT, 0).size(), List.of(happened(event)), true))) {}
            }
        });

        assertThat(store.<List<Stored>>read(reading -> reading.events(CHAT, 0)))
                .extracting(Stored::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, writers * each).boxed().toList());
        assertThat(Set.copyOf(events(CHAT))).hasSize(writers * each);
    }

    @Test
    void crossedGroupsEndWithoutAnErrorForTheCaller() throws Exception {
        append(CHAT, 0, new Event.Paused());
        append(OTHER, 0, new Event.Paused());
        int rounds = 10;
        inParallel(2, writer -> {
            List<ConversationId> order = writer == 0 ? List.of(CHAT, OTHER) : List.of(OTHER, CHAT);
            for (int i = 0; i < rounds; i++) {
                another(writer).write(writing -> {
                    for (ConversationId stream : order) {
                        while (!writing.append(
                                stream, writing.events(stream, 0).size(), List.of(happened(new Event.Held())), true)) {}
                    }
                    return true;
                });
            }
        });

        assertThat(events(CHAT)).hasSize(1 + 2 * rounds);
        assertThat(events(OTHER)).hasSize(1 + 2 * rounds);
    }

    // Words

    @Test
    void wordsAreKeptEditedAndDropped() {
        PersonId ada = introduce("cookie-1", "Ada").id();
        keep(CHAT, "1", ada, "Compost needs air");
        keep(CHAT, "2", ada, "");
        assertThat(words(CHAT))
                .isEqualTo(Map.of(
                        message("1"), new Kept(message("1"), ada, 1, "Compost needs air"),
                        message("2"), new Kept(message("2"), ada, 1, "")));

        keep(CHAT, "1", ada, "Compost needs air and water ✿");
        assertThat(words(CHAT))
                .containsEntry(message("1"), new Kept(message("1"), ada, 2, "Compost needs air and water ✿"));

        store.write(writing -> {
            writing.drop(CHAT, message("1"));
            return true;
        });
        assertThat(words(CHAT)).containsOnlyKeys(message("2"));
        assertThat(words(OTHER)).isEmpty();
    }

    @Test
    void aMessageKnowsItsHome() {
        PersonId ada = introduce("cookie-1", "Ada").id();
        keep(CHAT, "1", ada, "Worms");

        assertThat(store.<Optional<ConversationId>>read(reading -> reading.home(COMMUNITY, message("1"))))
                .contains(CHAT);
        assertThat(store.<Optional<ConversationId>>read(reading -> reading.home("bakers", message("1"))))
                .isEmpty();
    }

    @Test
    void whoSpokeWhereIsKnown() {
        PersonId ada = introduce("cookie-1", "Ada").id();
        PersonId bo = introduce("cookie-2", "Bo").id();
        introduce("cookie-3", "Who only listens");
        keep(CHAT, "1", ada, "Worms");
        keep(CHAT, "2", ada, "More worms");
        keep(OTHER, "3", ada, "Ants");
        keep(OTHER, "4", bo, "Bees");

        assertThat(store.<Set<PersonId>>read(reading -> reading.speakers(List.of(CHAT))))
                .containsExactly(ada);
        assertThat(store.<Set<PersonId>>read(reading -> reading.speakers(List.of(CHAT, OTHER))))
                .containsExactlyInAnyOrder(ada, bo);
        assertThat(store.<List<ConversationId>>read(reading -> reading.heardIn(COMMUNITY, ada)))
                .containsExactlyInAnyOrder(CHAT, OTHER);
        assertThat(store.<List<ConversationId>>read(reading -> reading.heardIn(COMMUNITY, bo)))
                .containsExactly(OTHER);
        assertThat(store.<List<ConversationId>>read(reading -> reading.heardIn("bakers", ada)))
                .isEmpty();
    }

    @Test
    void thePrivateRoomWithSomebodyIsKeptUntilItIsDroppedOrTheyAreErased() {
        PersonId ada = introduce("cookie-1", "Ada").id();
        RoomId room = new RoomId("web", "with Ada");
        keepRoom(ada, room);
        keepRoom(ada, new RoomId("elsewhere", "of no account"));
        keepRoom(new PersonId("nobody"), room);

        assertThat(rooms(ada)).containsOnly(Map.entry("web", room));
        assertThat(rooms(new PersonId("nobody"))).isEmpty();

        store.write(writing -> {
            writing.dropPrivateRoom(COMMUNITY, ada, "web");
            return true;
        });
        assertThat(rooms(ada)).isEmpty();

        keepRoom(ada, room);
        store.write(writing -> {
            writing.erase(COMMUNITY, ada);
            return true;
        });
        assertThat(rooms(ada)).isEmpty();
    }

    private void keepRoom(PersonId person, RoomId room) {
        store.write(writing -> {
            writing.keepPrivateRoom(COMMUNITY, person, room);
            return true;
        });
    }

    private Map<String, RoomId> rooms(PersonId person) {
        return store.read(reading -> reading.privateRooms(COMMUNITY, person));
    }

    @Test
    void whoseStoryItIsIsKnown() {
        PersonId ada = introduce("cookie-1", "Ada").id();
        PersonId bo = introduce("cookie-2", "Bo").id();
        PersonId cy = introduce("cookie-3", "Cy").id();
        ConversationId notebook = new ConversationId(COMMUNITY, "notebook:bo");
        enrol(PARTNERSHIP, ada, bo);
        enrol(notebook, bo);
        enrol(PARTNERSHIP, ada, bo, new PersonId("nobody"));

        assertThat(memberships(ada)).containsExactly(PARTNERSHIP);
        assertThat(memberships(bo)).containsExactly(notebook, PARTNERSHIP);
        assertThat(memberships(new PersonId("nobody"))).isEmpty();
        assertThat(store.<Map<PersonId, List<ConversationId>>>read(reading -> reading.members(PARTNERSHIP)))
                .containsOnly(Map.entry(ada, List.of(PARTNERSHIP)), Map.entry(bo, List.of(notebook, PARTNERSHIP)));
        assertThat(store.<List<ConversationId>>read(reading -> reading.memberships("bakers", ada)))
                .isEmpty();

        enrol(PARTNERSHIP, bo, cy);
        assertThat(memberships(ada)).as("of somebody who has left").isEmpty();
        assertThat(memberships(cy)).containsExactly(PARTNERSHIP);

        store.write(writing -> {
            writing.erase(COMMUNITY, bo);
            return true;
        });
        enrol(PARTNERSHIP, bo, cy);
        assertThat(memberships(bo)).as("of somebody who is erased").isEmpty();

        store.write(writing -> {
            writing.delete(PARTNERSHIP);
            return true;
        });
        assertThat(memberships(cy)).as("of what is deleted").isEmpty();
    }

    @Test
    void manyWhoEnrolTheSamePeopleDoNotLoseEachOther() throws Exception {
        PersonId ada = introduce("cookie-1", "Ada").id();
        PersonId bo = introduce("cookie-2", "Bo").id();
        inParallel(8, number -> {
            ConversationId own = new ConversationId(COMMUNITY, "partnership:" + number);
            another(number).write(writing -> {
                writing.append(own, 0, List.of(happened(new Event.Paused())), true);
                writing.enrol(own, number % 2 == 0 ? Set.of(ada, bo) : Set.of(bo, ada));
                return true;
            });
        });

        assertThat(memberships(ada)).hasSize(8).isEqualTo(memberships(bo));
    }

    private void enrol(ConversationId stream, PersonId... people) {
        store.write(writing -> {
            writing.enrol(stream, Set.of(people));
            return true;
        });
    }

    private List<ConversationId> memberships(PersonId person) {
        return store.read(reading -> reading.memberships(COMMUNITY, person));
    }

    @Test
    void aMessageKnowsItsHomeAmongManyConversationsOfItsRoom() {
        PersonId ada = introduce("cookie-1", "Ada").id();
        keep(CHAT, "1", ada, "Worms");
        keep(OTHER, "2", ada, "Ants");
        store.write(writing -> {
            writing.drop(OTHER, message("2"));
            return true;
        });

        assertThat(store.<Optional<ConversationId>>read(reading -> reading.home(COMMUNITY, message("1"))))
                .contains(CHAT);
        assertThat(store.<Optional<ConversationId>>read(reading -> reading.home(COMMUNITY, message("2"))))
                .isEmpty();
    }

    @Test
    void nothingIsKeptOfSomebodyWhoIsErasedWhileTheySpeak() throws Exception {
        for (int round = 0; round < 5; round++) {
            PersonId ada = introduce("cookie-" + round, "Ada").id();
            keep(CHAT, "first of " + round, ada, "Before");
            String last = "last of " + round;
            inParallel(2, writer -> {
                if (writer == 0) {
                    keep(CHAT, last, ada, "Meanwhile");
                } else {
                    another(1).write(writing -> {
                        writing.erase(COMMUNITY, ada);
                        return true;
                    });
                }
            });

            assertThat(store.<Set<PersonId>>read(reading -> reading.speakers(List.of(CHAT))))
                    .isEmpty();
        }
    }

    @Test
    void nothingIsKeptOfSomebodyWhoIsNotThere() {
        keep(CHAT, "1", new PersonId("nobody"), "Who said this?");

        assertThat(words(CHAT)).isEmpty();
    }

    // People

    @Test
    void aPersonIsIntroducedOnce() {
        Person ada = introduce("cookie-1", "Ada");

        assertThat(introduce("cookie-1", "Somebody else")).isEqualTo(ada);
        assertThat(ada.host()).isFalse();
        assertThat(byAccount(COMMUNITY, "cookie-1")).contains(ada);
        assertThat(byAccount("bakers", "cookie-1")).isEmpty();
        assertThat(byAccount(COMMUNITY, "cookie-2")).isEmpty();
        assertThat(store.<Map<String, String>>read(reading -> reading.accounts(COMMUNITY, ada.id())))
                .isEqualTo(Map.of("web", "cookie-1"));
    }

    @Test
    void allAccountsAreFoundAtOnce() {
        PersonId ada = introduce("cookie-1", "Ada").id();
        PersonId ben = introduce("cookie-2", "Ben").id();
        PersonId cleo = introduce("cookie-3", "Cleo").id();
        store.write(writing -> {
            writing.erase(COMMUNITY, cleo);
            return null;
        });

        assertThat(store.<Map<PersonId, Map<String, String>>>read(reading -> reading.accounts(COMMUNITY)))
                .isEqualTo(Map.of(ada, Map.of("web", "cookie-1"), ben, Map.of("web", "cookie-2")));
    }

    @Test
    void aPersonCanBeRenamedAndMadeAHost() {
        PersonId ada = introduce("cookie-1", "Ada").id();
        introduce("cookie-2", "Bo");
        store.write(writing -> {
            writing.rename(COMMUNITY, ada, "Ada of the allotment");
            writing.makeHost(COMMUNITY, ada);
            writing.makeHost(COMMUNITY, ada);
            writing.makeHost(COMMUNITY, new PersonId("nobody"));
            return true;
        });

        assertThat(store.<Optional<Person>>read(reading -> reading.person(COMMUNITY, ada)))
                .contains(new Person(ada, "Ada of the allotment", true));
        assertThat(store.<List<Person>>read(reading -> reading.people(COMMUNITY)))
                .extracting(Person::name, Person::host)
                .containsExactlyInAnyOrder(tuple("Ada of the allotment", true), tuple("Bo", false));
    }

    @Test
    void twoWhoIntroduceOneAccountGetOnePerson() throws Exception {
        for (int round = 0; round < 5; round++) {
            String account = "cookie-" + round;
            Set<PersonId> ids = ConcurrentHashMap.newKeySet();
            inParallel(
                    3,
                    writer -> ids.add(another(writer)
                            .<Person>write(writing -> writing.introduce(COMMUNITY, "web", account, "Ada"))
                            .id()));

            assertThat(ids).hasSize(1);
        }
        assertThat(store.<List<Person>>read(reading -> reading.people(COMMUNITY)))
                .hasSize(5);
    }

    @Test
    void erasingAPersonLeavesTheOthers() {
        PersonId ada = introduce("cookie-1", "Ada").id();
        PersonId bo = introduce("cookie-2", "Bo").id();
        keep(CHAT, "1", ada, "Mulch");
        keep(CHAT, "2", bo, "Moss");
        store.write(writing -> {
            writing.makeHost(COMMUNITY, ada);
            writing.erase(COMMUNITY, ada);
            writing.erase(COMMUNITY, ada);
            return true;
        });

        assertThat(words(CHAT)).containsOnlyKeys(message("2"));
        assertThat(byAccount(COMMUNITY, "cookie-1")).isEmpty();
        assertThat(store.<Map<String, String>>read(reading -> reading.accounts(COMMUNITY, ada)))
                .isEmpty();
        assertThat(store.<Optional<Person>>read(reading -> reading.person(COMMUNITY, ada)))
                .isEmpty();
        assertThat(store.<List<Person>>read(reading -> reading.people(COMMUNITY)))
                .extracting(Person::id)
                .containsExactly(bo);
        keep(CHAT, "3", ada, "A straggler");
        assertThat(words(CHAT)).containsOnlyKeys(message("2"));
        assertThat(introduce("cookie-1", "Ada again").id()).isNotEqualTo(ada);
    }

    // Outbox

    @Test
    void aRowComesBackAsItWasPutIn() {
        Effect post = post("chat/Q1");
        enqueue("room", NOON, post);
        enqueue("room", NOON.plusSeconds(5), post);

        assertThat(rows()).hasSize(1);
        Row row = row("chat/Q1");
        assertThat(row)
                .isEqualTo(new Row(
                        CHAT,
                        "room",
                        row.place(),
                        NOON,
                        LATER,
                        post,
                        Row.USUAL,
                        Row.State.WAITING,
                        0,
                        Optional.empty(),
                        Optional.empty()));
        assertThat(store.<Optional<Row>>read(reading -> reading.row("bakers", "chat/Q1")))
                .isEmpty();
    }

    @Test
    void onlyTheHeadOfALaneIsClaimed() {
        for (int i = 1; i <= 10; i++) {
            enqueue("room", NOON, post("chat/Q" + i));
        }
        enqueue("other room", NOON.minusSeconds(1), post("chat/Q1@other"));

        assertThat(claim(NOON)).extracting(row -> row.effect().key()).containsExactly("chat/Q1@other", "chat/Q1");
        assertThat(claim(NOON)).isEmpty();
        for (int i = 2; i <= 10; i++) {
            finish("chat/Q" + (i - 1), Row.State.DONE);
            assertThat(claim(NOON)).extracting(row -> row.effect().key()).containsExactly("chat/Q" + i);
        }
    }

    @Test
    void whatIsLapsedOrParkedHoldsNobodyBack() {
        for (int i = 1; i <= 4; i++) {
            enqueue("room", NOON, post("chat/Q" + i));
        }
        claim(NOON);
        finish("chat/Q1", Row.State.PARKED);
        claim(NOON);
        finish("chat/Q2", Row.State.LAPSED);
        assertThat(store.<Boolean>write(writing -> writing.withdraw(COMMUNITY, "chat/Q3", NOON)))
                .isTrue();

        assertThat(claim(NOON)).extracting(row -> row.effect().key()).containsExactly("chat/Q4");
        assertThat(rows())
                .extracting(Row::state)
                .containsExactly(Row.State.PARKED, Row.State.LAPSED, Row.State.LAPSED, Row.State.CLAIMED);
        assertThat(row("chat/Q3").finishedAt()).contains(NOON);
    }

    @Test
    void whatIsDoneKnowsWhatStands() {
        enqueue("room", NOON, post("chat/Q1"));
        claim(NOON);
        store.write(writing -> {
            writing.finish(COMMUNITY, "chat/Q1", Row.State.DONE, Optional.of(message("77")), NOON.plusMillis(12));
            return true;
        });

        assertThat(row("chat/Q1").state()).isEqualTo(Row.State.DONE);
        assertThat(row("chat/Q1").ref()).contains(message("77"));
        assertThat(row("chat/Q1").finishedAt()).contains(NOON.plusMillis(12));
        assertThat(nextDue()).isEmpty();
    }

    @Test
    void nothingIsClaimedEarlyAndAHeadThatWaitsHoldsItsLane() {
        enqueue("room", NOON.plusNanos(1), post("chat/Q1"));
        enqueue("room", NOON.minusSeconds(9), post("chat/Q2"));

        assertThat(claim(NOON)).isEmpty();
        assertThat(nextDue()).hasValueSatisfying(due -> assertThat(due).isAfter(NOON));
        assertThat(claim(nextDue().orElseThrow())).hasSize(1);
    }

    @Test
    void claimsAreLimitedAndTheLongestDueComesFirst() {
        for (int i = 0; i < 5; i++) {
            enqueue("room " + i, NOON.minusSeconds(i), post("chat/Q1@" + i));
        }

        assertThat(store.<List<Row>>write(writing -> writing.claim(COMMUNITY, "one", NOON, LEASE, atMost(2, 2))))
                .extracting(Row::lane)
                .containsExactly("room 4", "room 3");
    }

    @Test
    void aDeadOwnersRowIsTakenOver() {
        enqueue("room", NOON, post("chat/Q1"));
        enqueue("room", NOON, post("chat/Q2"));
        assertThat(claim(NOON)).extracting(Row::attempts).containsExactly(1);
        assertThat(nextDue()).contains(NOON.plus(LEASE));

        assertThat(claim(NOON.plus(LEASE).minusMillis(1))).isEmpty();
        assertThat(store.<List<Row>>write(
                        writing -> writing.claim(COMMUNITY, "two", NOON.plus(LEASE), LEASE, atMost(9, 9))))
                .extracting(row -> row.effect().key(), Row::attempts)
                .containsExactly(tuple("chat/Q1", 2));
    }

    @Test
    void claimsThatAreLetGoAreClaimedAgain() {
        enqueue("room", NOON, post("chat/Q1"));
        enqueue("other room", NOON, post("chat/Q1@other"));
        claim(NOON);
        finish("chat/Q1@other", Row.State.DONE);
        store.write(writing -> {
            writing.letGo(COMMUNITY);
            return true;
        });

        assertThat(claim(NOON))
                .extracting(row -> row.effect().key(), Row::attempts)
                .containsExactly(tuple("chat/Q1", 2));
    }

    @Test
    void aRowGivenBackIsTriedAgainLater() {
        enqueue("room", NOON, post("chat/Q1"));
        claim(NOON);
        store.write(writing -> {
            writing.postpone(COMMUNITY, "chat/Q1", NOON.plusSeconds(30));
            return true;
        });

        assertThat(row("chat/Q1").state()).isEqualTo(Row.State.WAITING);
        assertThat(row("chat/Q1").due()).isEqualTo(NOON);
        assertThat(nextDue()).contains(NOON.plusSeconds(30));
        assertThat(claim(NOON.plusSeconds(29))).isEmpty();
        assertThat(claim(NOON.plusSeconds(30))).extracting(Row::attempts).containsExactly(2);
    }

    @Test
    void whatIsClaimedOrDoneCannotBeWithdrawn() {
        enqueue("room", NOON, post("chat/Q1"));
        claim(NOON);
        assertThat(store.<Boolean>write(writing -> writing.withdraw(COMMUNITY, "chat/Q1", NOON)))
                .isFalse();
        finish("chat/Q1", Row.State.DONE);
        assertThat(store.<Boolean>write(writing -> writing.withdraw(COMMUNITY, "chat/Q1", NOON)))
                .isFalse();
        assertThat(store.<Boolean>write(writing -> writing.withdraw(COMMUNITY, "chat/Q9", NOON)))
                .isFalse();
        assertThat(row("chat/Q1").state()).isEqualTo(Row.State.DONE);
    }

    @Test
    void aConversationHasOneWakeThatMoves() {
        wake(NOON.plusSeconds(60));
        wake(NOON);
        assertThat(rows()).hasSize(1);
        assertThat(claim(NOON)).extracting(Row::effect).containsExactly(new Effect.Wake("chat/wake", NOON));

        store.write(writing -> {
            writing.enqueue(
                    CHAT,
                    List.of(new Queued(
                            "wake", NOON.plusSeconds(90), LATER, new Effect.Wake("chat/wake", NOON.plusSeconds(90)))));
            writing.finish(COMMUNITY, "chat/wake", Row.State.DONE, Optional.empty(), NOON);
            return true;
        });

        assertThat(row("chat/wake").state()).isEqualTo(Row.State.WAITING);
        assertThat(nextDue()).contains(NOON.plusSeconds(90));
        assertThat(claim(NOON.plusSeconds(90))).extracting(Row::attempts).containsExactly(1);
        finish("chat/wake", Row.State.DONE);
        wake(LATER);
        assertThat(row("chat/wake").finishedAt()).isEmpty();
        assertThat(nextDue()).contains(LATER);

        store.write(writing -> {
            writing.unwake(CHAT);
            return true;
        });
        assertThat(nextDue()).isEmpty();
    }

    @Test
    void anUnsentEditIsReplacedByTheNextOne() {
        enqueue("room", NOON, edit("chat/recap#2", "chat/recap"));
        enqueue("room", NOON, edit("chat/card#2", "chat/card"));
        enqueue("room", NOON.plusSeconds(20), edit("chat/recap#3", "chat/recap"));
        enqueue("room", NOON.plusSeconds(20), edit("chat/recap#3", "chat/recap"));

        assertThat(row("chat/recap#2").state()).isEqualTo(Row.State.LAPSED);
        assertThat(row("chat/card#2").state()).isEqualTo(Row.State.WAITING);
        assertThat(row("chat/recap#3").state()).isEqualTo(Row.State.WAITING);
        assertThat(row("chat/recap#3").due()).isEqualTo(NOON);

        claim(NOON);
        finish("chat/card#2", Row.State.DONE);
        assertThat(claim(NOON)).extracting(row -> row.effect().key()).containsExactly("chat/recap#3");
        enqueue("room", NOON.plusSeconds(40), edit("chat/recap#4", "chat/recap"));
        assertThat(row("chat/recap#3").state()).isEqualTo(Row.State.CLAIMED);
        assertThat(row("chat/recap#4").due()).isEqualTo(NOON.plusSeconds(40));
    }

    @Test
    void manyClaimersNeverHoldTwoRowsOfALaneNorOneRowTwice() throws Exception {
        int lanes = 3;
        int each = 8;
        for (int i = 0; i < each; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                enqueue("room " + lane, NOON, post("chat/Q" + i + "@" + lane));
            }
        }
        Set<String> held = ConcurrentHashMap.newKeySet();
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger twice = new AtomicInteger();
        inParallel(3, claimer -> {
            while (done.size() < lanes * each) {
                for (Row row : another(claimer)
                        .<List<Row>>write(
                                writing -> writing.claim(COMMUNITY, "claimer " + claimer, NOON, LEASE, atMost(2, 2)))) {
                    if (!held.add(row.lane()) || row.attempts() != 1) {
                        twice.incrementAndGet();
                    }
                    done.add(row.effect().key());
                    held.remove(row.lane());
                    finish(row.effect().key(), Row.State.DONE);
                }
            }
        });

        assertThat(twice).hasValue(0);
        assertThat(Set.copyOf(done)).hasSize(lanes * each);
        for (int lane = 0; lane < lanes; lane++) {
            String end = "@" + lane;
            assertThat(done.stream().filter(key -> key.endsWith(end)))
                    .containsExactlyElementsOf(IntStream.range(0, each)
                            .mapToObj(i -> "chat/Q" + i + end)
                            .toList());
        }
    }

    @Test
    void aConversationIsDeletedWhole() {
        PersonId ada = introduce("cookie-1", "Ada").id();
        append(CHAT, 0, new Event.Paused());
        append(OTHER, 0, new Event.Paused());
        keep(CHAT, "1", ada, "Leaf mould");
        keep(OTHER, "2", ada, "Nettles");
        enqueue("room", NOON, post("chat/Q1"));
        store.write(writing -> {
            writing.delete(CHAT);
            return true;
        });

        assertThat(events(CHAT)).isEmpty();
        assertThat(words(CHAT)).isEmpty();
        assertThat(rows()).isEmpty();
        assertThat(store.<List<ConversationId>>read(reading -> reading.streams(COMMUNITY, ConversationId.CHAT)))
                .containsExactly(OTHER);
        assertThat(words(OTHER)).hasSize(1);
        assertThat(store.<Boolean>write(
                        writing -> writing.append(CHAT, 1, List.of(happened(new Event.Paused())), true)))
                .as("a version of before the deletion")
                .isFalse();
        append(CHAT, 0, new Event.Held());
    }

    // Budgets

    @Test
    void aShareIsWrittenInPlaceOfTheLast() {
        share("bot", new Share("two", 25, 1));
        share("bot", new Share("one", 25, 1));
        share("other bot", new Share("one", 50, 1));
        share("bot", new Share("two", 30, 2));

        assertThat(shares("bot")).containsExactly(new Share("one", 25, 1), new Share("two", 30, 2));
        assertThat(shares("other bot")).containsExactly(new Share("one", 50, 1));
        assertThat(shares("no bot")).isEmpty();

        store.write(writing -> {
            writing.unshare("bot", "one");
            writing.unshare("bot", "nobody");
            return true;
        });
        assertThat(shares("bot")).containsExactly(new Share("two", 30, 2));
        assertThat(shares("other bot")).hasSize(1);
    }

    @Test
    void whatFollowsFromSharesIsWrittenBeforeAnotherLooks() throws Exception {
        int instances = 4;
        int each = 20;
        inParallel(instances, number -> {
            for (int i = 0; i < each; i++) {
                another(number).write(writing -> {
                    int given = writing.shares("bot").stream()
                            .mapToInt(Share::slots)
                            .sum();
                    writing.share("bot", new Share("one of many", given + 1, 0));
                    return true;
                });
            }
        });

        assertThat(shares("bot")).containsExactly(new Share("one of many", instances * each, 0));
    }

    // Installations

    @Test
    void anInstallationIsKeptUntilItIsRemoved() {
        Installation first = new Installation("T1", Optional.empty(), "U1", "xoxb-one");
        Installation second = new Installation("T2", Optional.of("E9"), "U2", "xoxb-two \u00e9");
        install(COMMUNITY, "slack", second);
        install(COMMUNITY, "slack", first);
        install("bakers", "slack", new Installation("T1", Optional.empty(), "U8", "xoxb-other community"));
        install(COMMUNITY, "other", new Installation("T1", Optional.empty(), "U9", "other platform"));

        assertThat(installations(COMMUNITY, "slack")).containsExactly(first, second);
        assertThat(installations(COMMUNITY, "other"))
                .extracting(Installation::bot)
                .containsExactly("U9");
        assertThat(installations(COMMUNITY, "telegraph")).isEmpty();

        Installation anew = new Installation("T1", Optional.of("E1"), "U1", "xoxb-anew");
        install(COMMUNITY, "slack", anew);
        assertThat(installations(COMMUNITY, "slack")).containsExactly(anew, second);

        store.write(writing -> {
            writing.uninstall(COMMUNITY, "slack", "T1");
            writing.uninstall(COMMUNITY, "slack", "T7");
            return true;
        });
        assertThat(installations(COMMUNITY, "slack")).containsExactly(second);
        assertThat(installations("bakers", "slack")).hasSize(1);
        assertThat(installations(COMMUNITY, "other")).hasSize(1);
    }

    @Test
    void anInstallationIsThereForEveryProcess() throws Exception {
        Installation one = new Installation("T1", Optional.empty(), "U1", "xoxb-one");
        inParallel(
                4,
                number -> another(number).write(writing -> {
                    writing.install(COMMUNITY, "slack", one);
                    return true;
                }));

        assertThat(installations(COMMUNITY, "slack")).containsExactly(one);
        assertThat(another(1).<List<Installation>>read(reading -> reading.installations(COMMUNITY, "slack")))
                .containsExactly(one);
        assertThat(one.toString()).contains("T1").doesNotContain("xoxb");
    }

    private void install(String community, String platform, Installation installation) {
        store.write(writing -> {
            writing.install(community, platform, installation);
            return true;
        });
    }

    private List<Installation> installations(String community, String platform) {
        return store.read(reading -> reading.installations(community, platform));
    }

    @Test
    void timesFarAwayAreKept() {
        store.write(writing -> {
            writing.enqueue(CHAT, List.of(new Queued("room", NOON, Instant.MAX, post("chat/Q1"))));
            return true;
        });

        assertThat(row("chat/Q1").until()).isAfter(Instant.parse("9000-01-01T00:00:00Z"));
    }

    // Words of this test

    static Happened happened(Event event) {
        return new Happened(NOON.plusNanos(123_456_000), event);
    }

    static MessageId message(String id) {
        return new MessageId(ROOM, id);
    }

    static Effect post(String key) {
        return new Effect.Post(key, ROOM, new Content.Asked(1, false, Duration.ZERO), Optional.empty(), NOON, LATER);
    }

    static Effect edit(String key, String post) {
        return new Effect.Edit(key, ROOM, post, new Content.Doubts(), NOON, LATER);
    }

    void append(ConversationId stream, long version, Event... events) {
        List<Happened> all =
                List.of(events).stream().map(StoreContract::happened).toList();
        assertThat(store.<Boolean>write(writing -> writing.append(stream, version, all, true)))
                .isTrue();
    }

    List<Fact> events(ConversationId stream) {
        return store.read(reading -> reading.events(stream, 0).stream()
                .map(stored -> stored.happened().event())
                .toList());
    }

    Person introduce(String account, String name) {
        return store.write(writing -> writing.introduce(COMMUNITY, "web", account, name));
    }

    Optional<Person> byAccount(String community, String account) {
        return store.read(reading -> reading.byAccount(community, "web", account));
    }

    void keep(ConversationId stream, String message, PersonId person, String words) {
        store.write(writing -> {
            writing.keep(stream, Map.of(message(message), new Spoken(person, words)));
            return true;
        });
    }

    Map<MessageId, Kept> words(ConversationId stream) {
        return store.read(reading -> reading.words(stream));
    }

    void enqueue(String lane, Instant due, Effect effect) {
        store.write(writing -> {
            writing.enqueue(CHAT, List.of(new Queued(lane, due, LATER, effect)));
            return true;
        });
    }

    void wake(Instant due) {
        enqueue("wake", due, new Effect.Wake("chat/wake", due));
    }

    @Test
    void wakesDoNotStandBehindWhatWaitsForAPlatform() {
        enqueue("room", NOON, post("chat/Q1"));
        enqueue("other room", NOON, post("chat/Q1@other"));
        wake(NOON);

        assertThat(store.<List<Row>>write(writing -> writing.claim(COMMUNITY, "one", NOON, LEASE, atMost(1, 1))))
                .extracting(row -> row.effect().key())
                .containsExactly("chat/wake", "chat/Q1");
        assertThat(store.<List<Row>>write(writing -> writing.claim(COMMUNITY, "one", NOON, LEASE, atMost(1, 0))))
                .isEmpty();
        assertThat(claim(NOON)).extracting(row -> row.effect().key()).containsExactly("chat/Q1@other");
    }

    @Test
    void whatStandsInAQueueIsClaimedByItselfInTheOrderOfItsTimeAndWasNotAttempted() {
        for (int i = 0; i < 3; i++) {
            enqueue("room " + i, NOON.minusSeconds(i), post("chat/Q1@" + i));
        }
        claim(NOON).forEach(row -> standIn(row, "narrow"));

        assertThat(claim(NOON)).isEmpty();
        assertThat(nextDue()).isEmpty();
        assertThat(store.<Optional<Instant>>read(reading -> reading.nextDue(COMMUNITY, "narrow")))
                .contains(NOON.minusSeconds(2));
        assertThat(claimIn("narrow", 2))
                .extracting(Row::lane, Row::queue, Row::attempts)
                .containsExactly(tuple("room 2", "narrow", 1), tuple("room 1", "narrow", 1));
        standIn(row("chat/Q1@1"), "narrow");
        assertThat(claimIn("narrow", 2)).extracting(Row::lane).containsExactly("room 1", "room 0");
        assertThat(claimIn("narrow", 2)).isEmpty();
    }

    @Test
    void whoStandsInAQueueHoldsTheirLane() {
        enqueue("room", NOON, post("chat/Q1"));
        enqueue("room", NOON, post("chat/Q2"));
        claim(NOON).forEach(row -> standIn(row, "narrow"));

        assertThat(claim(NOON)).isEmpty();
        claimIn("narrow", 1);
        finish("chat/Q1", Row.State.DONE);
        assertThat(claim(NOON)).extracting(row -> row.effect().key()).containsExactly("chat/Q2");
    }

    @Test
    void onlyWhatIsClaimedIsPutIntoAQueue() {
        enqueue("room", NOON, post("chat/Q1"));
        claim(NOON);
        finish("chat/Q1", Row.State.DONE);
        standIn(row("chat/Q1"), "narrow");

        assertThat(row("chat/Q1").state()).isEqualTo(Row.State.DONE);
        assertThat(row("chat/Q1").attempts()).isOne();
    }

    @Test
    void whatStandsInAQueueThatIsNoMoreIsClaimedLikeAllElse() {
        enqueue("room", NOON, post("chat/Q1"));
        enqueue("other room", NOON, post("chat/Q1@other"));
        wake(NOON);
        claim(NOON).stream().filter(row -> row.queue().equals(Row.USUAL)).forEach(row -> standIn(row, row.lane()));
        store.write(writing -> {
            writing.dissolve(COMMUNITY, Set.of(Row.WAKES, Row.USUAL, "room"));
            return true;
        });

        assertThat(claim(NOON)).extracting(Row::lane).containsExactly("other room");
        assertThat(claimIn("room", 1)).extracting(Row::lane).containsExactly("room");
    }

    void standIn(Row row, String queue) {
        store.write(writing -> {
            writing.standIn(COMMUNITY, row.effect().key(), queue);
            return true;
        });
    }

    List<Row> claimIn(String queue, int most) {
        return store.write(
                writing -> writing.claim(COMMUNITY, "one", NOON, LEASE, new LinkedHashMap<>(Map.of(queue, most))));
    }

    static SequencedMap<String, Integer> atMost(int wakes, int others) {
        SequencedMap<String, Integer> most = new LinkedHashMap<>();
        most.put(Row.WAKES, wakes);
        most.put(Row.USUAL, others);
        return most;
    }

    List<Row> claim(Instant now) {
        return store.write(writing -> writing.claim(COMMUNITY, "one", now, LEASE, atMost(100, 100)));
    }

    void finish(String key, Row.State state) {
        store.write(writing -> {
            writing.finish(COMMUNITY, key, state, Optional.empty(), NOON);
            return true;
        });
    }

    List<Row> rows() {
        return store.read(reading -> reading.rows(CHAT));
    }

    Row row(String key) {
        return store.<Optional<Row>>read(reading -> reading.row(COMMUNITY, key)).orElseThrow();
    }

    void share(String budget, Share share) {
        store.write(writing -> {
            writing.share(budget, share);
            return true;
        });
    }

    List<Share> shares(String budget) {
        return store.write(writing -> writing.shares(budget));
    }

    Optional<Instant> nextDue() {
        return store.read(reading -> reading.nextDue(COMMUNITY));
    }

    /** What one of several threads does. */
    interface Part {
        void run(int number) throws Exception;
    }

    static void inParallel(int threads, Part part) throws Exception {
        List<Callable<Object>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            parts.add(() -> {
                part.run(number);
                return number;
            });
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (Future<Object> future : executor.invokeAll(parts, 60, TimeUnit.SECONDS)) {
                future.get();
            }
        }
    }
}
