package dev.parley.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.Command;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decider;
import dev.parley.conversation.Filing;
import dev.parley.conversation.Heard;
import dev.parley.conversation.Kind;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Plan;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Said;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import dev.parley.platform.Card;
import dev.parley.platform.Coaching;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.Mine;
import dev.parley.platform.Refused;
import dev.parley.platform.Shown;
import dev.parley.store.Person;
import dev.parley.store.Spoken;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What platforms ask, answered. */
final class Reception implements Facilitator {

    /** Platforms deliver again for some minutes: Slack for a little over six. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    private final Scribe scribe;
    private final People people;
    private final Settings settings;
    private final Speech speech;
    private final Timelines timelines;
    private final Arrivals arrivals;
    private final Erasure erasure;
    private final Recaps recaps;
    private final Programme programme;
    private final Worker worker;
    private final Orders orders;
    private final ReadingBack readingBack;
    private final ReadingPrivately readingPrivately;
    private final Optional<Coaching> coaching;

    /**
     * What was deleted lately. Its deletion may overtake a message that is delivered again, or the reading of a history in which it still
     * stood.
     */
    private final Cache<MessageId, Boolean> gone =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(LATELY).build();

    Reception(
            Scribe scribe,
            People people,
            Settings settings,
            Speech speech,
            Timelines timelines,
            Arrivals arrivals,
            Erasure erasure,
            Recaps recaps,
            Programme programme,
            Worker worker,
            Orders orders,
            ReadingBack readingBack,
            ReadingPrivately readingPrivately,
            Optional<Coaching> coaching) {
        this.scribe = scribe;
        this.people = people;
        this.settings = settings;
        this.speech = speech;
        this.timelines = timelines;
        this.arrivals = arrivals;
        this.erasure = erasure;
        this.recaps = recaps;
        this.programme = programme;
        this.worker = worker;
        this.orders = orders;
        this.readingBack = readingBack;
        this.readingPrivately = readingPrivately;
        this.coaching = coaching;
    }

    @Override
    public CompletionStage<Void> hear(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Said said -> said(said);
            case Incoming.Unsaid(MessageId message) -> {
                gone.put(message, true);
                yield decide(sight ->
                        Routing.home(sight, message).map(chat -> new Step(chat.id(), new Command.Unhear(message))));
            }
            case Incoming.Reacted(MessageId message, Account by, String symbol, boolean given) -> {
                Optional<Person> person = people.behind(by);
                yield decide(sight -> person.flatMap(who -> Routing.home(sight, message)
                        .map(chat -> new Step(chat.id(), new Command.React(message, who.id(), symbol, given)))));
            }
        };
    }

    private CompletionStage<Void> said(Incoming.Said incoming) {
        if (gone.getIfPresent(incoming.message()) != null) {
            return CompletableFuture.completedFuture(null);
        }
        if (people.behind(incoming.author()).isEmpty() && !isKept(incoming)) {
            return CompletableFuture.completedFuture(null);
        }
        Person person = people.known(incoming.author(), incoming.name());
        Said said = new Said(
                incoming.message(), person.id(), incoming.text(), incoming.place(), incoming.at(), incoming.revised());
        Spoken spoken = new Spoken(person.id(), incoming.text());
        return decide(sight -> Routing.route(sight, said)
                .map(chat -> new Step(chat.id(), new Command.Hear(said), Map.of(said.message(), spoken))));
    }

    /** Nobody is known to us for talking in a room while there is no chat. */
    private boolean isKept(Incoming.Said incoming) {
        Said said = new Said(
                incoming.message(),
                new PersonId("stranger"),
                incoming.text(),
                incoming.place(),
                incoming.at(),
                incoming.revised());
        return scribe.look(sight -> Routing.route(sight, said)
                        .filter(chat -> !Decider.decide(chat, new Command.Hear(said), sight.now())
                                .isEmpty())
                        .isPresent())
                .join();
    }

    private CompletionStage<Void> decide(Function<Sight, Optional<Step>> step) {
        return scribe.decide(step).thenApply(_ -> null);
    }

    @Override
    public Optional<NameTrouble> join(Account account, String name) {
        Optional<NameTrouble> trouble = people.join(account, name);
        recaps.forget();
        return trouble;
    }

    @Override
    public void arrived(RoomId room) {
        arrivals.arrived(room);
    }

    @Override
    public Optional<Member> member(Account account) {
        return people.behind(account)
                .filter(person -> !person.name().isEmpty())
                .map(person -> new Member(account, person.name(), person.host() || isCoHost(person)));
    }

    @Override
    public void welcomeHost(Account account) {
        people.makeHost(account);
    }

    @Override
    public Optional<Card> where(RoomId room) {
        return scribe.look(sight ->
                        Routing.inRoom(sight, room).map(chat -> worker.cards().card(chat, room, sight.now())))
                .join();
    }

    @Override
    public Optional<Instant> opened(RoomId room) {
        return scribe.look(sight -> Routing.inRoom(sight, room).flatMap(Routing::hearsFrom))
                .join();
    }

    @Override
    public void writesIn(Account account, RoomId room) {
        people.behind(account).ifPresent(person -> people.keepPrivateRoom(person.id(), room));
    }

    @Override
    public void returned(String platform) {
        readingBack.platform(platform);
        readingPrivately.platform(platform);
    }

    @Override
    public void mended(RoomId room) {
        worker.mended(room);
    }

    @Override
    public Optional<String> schedule(RoomId room) {
        String list = scribe
                .look(sight -> sight.open().stream()
                        .filter(chat -> chat.plan().rooms().contains(room))
                        .filter(chat -> Stages.waits(chat.stage()))
                        .map(Conversation::plan)
                        .sorted(Comparator.comparing(Plan::start))
                        .toList())
                .join()
                .stream()
                .map(plan -> speech.say(
                        ChatPhrase.SCHEDULE_ITEM,
                        Map.of("title", plan.script().title(), "when", speech.moment(plan.start()))))
                .collect(Collectors.joining("\n"));
        return list.isEmpty() ? Optional.empty() : Optional.of(speech.say(ChatPhrase.SCHEDULE, Map.of("list", list)));
    }

    @Override
    public Optional<String> recap(Caller by, RoomId room) {
        Optional<Person> person = people.behind(by.account());
        return scribe.look(sight -> Routing.lately(sight, room)
                        .filter(chat -> mayRead(chat, by, person))
                        .map(Conversation::id))
                .join()
                .flatMap(chat -> recaps.text(chat, room, Optional.empty(), worker.longest(room)));
    }

    private boolean mayRead(Conversation chat, Caller by, Optional<Person> person) {
        return switch (programme.publishing(chat.id().name()).readers()) {
            case PUBLIC, MEMBERS -> true;
            case HOSTS -> by.host() || person.filter(one -> mayHost(chat, one)).isPresent();
        };
    }

    @Override
    public CompletionStage<Card> steer(Caller by, RoomId room, String verb, String detail) {
        return orders.steer(by, room, verb, detail);
    }

    @Override
    public List<Shown> shown(RoomId room) {
        return timelines.of(room);
    }

    @Override
    public List<Mine> mine(Account account, RoomId room) {
        Optional<Person> person = people.behind(account);
        if (person.isEmpty()) {
            return List.of();
        }
        PersonId id = person.get().id();
        return scribe.look(sight -> sight.store().heardIn(settings.community(), id).stream()
                        .map(sight::chat)
                        .filter(chat -> chat.exists() && chat.plan().rooms().contains(room))
                        .sorted(Comparator.comparing(chat -> chat.plan().start()))
                        .flatMap(chat -> chat.messages().stream())
                        .filter(heard -> heard.author().equals(id))
                        .map(this::mine)
                        .toList())
                .join();
    }

    private Mine mine(Heard heard) {
        Filing filing = heard.filing();
        return new Mine(
                heard.message(),
                heard.text(),
                filing.kind() == Kind.ANSWER ? List.copyOf(filing.questions()) : List.of(),
                new Filings(speech).words(filing),
                filing.sure() || heard.byHand());
    }

    @Override
    public CompletionStage<Void> refile(Caller by, MessageId message, String where) {
        Optional<Person> person =
                by.host() ? Optional.of(people.known(by.account(), by.name())) : people.behind(by.account());
        Optional<Filing> filing = Filing.wished(where);
        if (person.isEmpty() || filing.isEmpty()) {
            return refused(speech.say(ChatPhrase.NO_SUCH_PLACE, Map.of("wish", where)));
        }
        Command refile = new Command.Refile(message, person.get().id(), filing.get());
        return decide(sight -> {
            Conversation chat = home(sight, message);
            boolean own = isBy(chat, message, person.get());
            if (!own && !by.host() && !mayHost(chat, person.get())) {
                throw new Refused(speech.say(ChatPhrase.NOT_YOUR_MESSAGE));
            }
            if (!chat.progress().numbers().containsAll(filing.get().questions())) {
                throw new Refused(speech.say(ChatPhrase.NO_SUCH_PLACE, Map.of("wish", where)));
            }
            return Optional.of(new Step(chat.id(), refile));
        });
    }

    /** The chat that keeps a message. */
    private Conversation home(Sight sight, MessageId message) {
        return Routing.home(sight, message)
                .filter(chat -> chat.message(message).isPresent())
                .orElseThrow(() -> new Refused(speech.say(ChatPhrase.NO_SUCH_MESSAGE)));
    }

    private static boolean isBy(Conversation chat, MessageId message, Person person) {
        return chat.message(message)
                .filter(heard -> heard.author().equals(person.id()))
                .isPresent();
    }

    @Override
    public CompletionStage<Void> takeBack(Account by, MessageId message) {
        Optional<Person> person = people.behind(by);
        return decide(sight -> {
            Conversation chat = home(sight, message);
            if (person.filter(one -> isBy(chat, message, one)).isEmpty()) {
                throw new Refused(speech.say(ChatPhrase.NOT_YOUR_MESSAGE));
            }
            return Optional.of(new Step(chat.id(), new Command.Unhear(message)));
        });
    }

    /** Whether somebody is a co-host of a chat that is planned, running or in its slow time. */
    boolean isCoHost(Person person) {
        return scribe.look(sight -> sight.open().stream()
                        .anyMatch(chat -> chat.progress().coHosts().contains(person.id())))
                .join();
    }

    static boolean mayHost(Conversation chat, Person person) {
        return person.host() || chat.progress().coHosts().contains(person.id());
    }

    private static CompletionStage<Void> refused(String why) {
        return CompletableFuture.failedStage(new Refused(why));
    }

    @Override
    public Optional<Coaching> coaching() {
        return coaching;
    }

    @Override
    public CompletionStage<Void> erase(Account account) {
        return people.behind(account)
                .map(person -> erasure.erase(person.id()))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }
}
