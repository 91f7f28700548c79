package dev.parley.engine;

import dev.parley.conversation.Command;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Filing;
import dev.parley.conversation.Heard;
import dev.parley.conversation.Kind;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Said;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.Mine;
import dev.parley.platform.Refused;
import dev.parley.platform.Shown;
import dev.parley.store.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What platforms ask, answered. */
final class Reception implements Facilitator {

    private final Scribe scribe;
    private final People people;
    private final Settings settings;
    private final Speech speech;
    private final Timelines timelines;
    private final Arrivals arrivals;
    private final Erasure erasure;
    private final Recaps recaps;

    Reception(
            Scribe scribe,
            People people,
            Settings settings,
            Speech speech,
            Timelines timelines,
            Arrivals arrivals,
            Erasure erasure,
            Recaps recaps) {
        this.scribe = scribe;
        this.people = people;
        this.settings = settings;
        this.speech = speech;
        this.timelines = timelines;
        this.arrivals = arrivals;
        this.erasure = erasure;
        this.recaps = recaps;
    }

    @Override
    public CompletionStage<Void> hear(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Said said -> said(said);
            case Incoming.Unsaid(MessageId message) ->
                decide(sight -> Routing.home(sight, message)
                        .map(chat -> new Scribe.Step(chat.id(), new Command.Unhear(message))));
            case Incoming.Reacted(MessageId message, Account by, String symbol, boolean given) -> {
                Optional<Person> person = people.behind(by);
                yield decide(sight -> person.flatMap(who -> Routing.home(sight, message)
                        .map(chat -> new Scribe.Step(chat.id(), new Command.React(message, who.id(), symbol, given)))));
            }
        };
    }

    private CompletionStage<Void> said(Incoming.Said incoming) {
        Person person = people.known(incoming.author(), incoming.name());
        Said said = new Said(incoming.message(), person.id(), incoming.text(), incoming.place(), incoming.at());
        Scribe.Spoken spoken = new Scribe.Spoken(person.id(), incoming.text());
        return decide(sight -> Routing.route(sight, said)
                .map(chat -> new Scribe.Step(chat.id(), new Command.Hear(said), Map.of(said.message(), spoken))));
    }

    private CompletionStage<Void> decide(Function<Scribe.Sight, Optional<Scribe.Step>> step) {
        return scribe.decide(step, _ -> {}).thenApply(_ -> null);
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
                        Routing.inRoom(sight, room).map(chat -> new Cards(speech).card(chat, room, sight.now())))
                .join();
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
        return scribe.look(sight -> Routing.lately(sight, room)
                        .map(chat -> chat.messages().stream()
                                .filter(heard ->
                                        heard.author().equals(person.get().id()))
                                .map(this::mine)
                                .toList())
                        .orElse(List.of()))
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
    public CompletionStage<Void> refile(Account by, MessageId message, String where) {
        Optional<Person> person = people.behind(by);
        Optional<Filing> filing = Filings.read(where);
        if (person.isEmpty() || filing.isEmpty()) {
            return refused(speech.say(ChatPhrase.NO_SUCH_PLACE, Map.of("wish", where)));
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        scribe.decide(
                        sight -> {
                            Optional<Conversation> chat = Routing.home(sight, message);
                            Optional<Heard> heard = chat.flatMap(some -> some.message(message));
                            if (heard.isEmpty()) {
                                done.completeExceptionally(new Refused(speech.say(ChatPhrase.NO_SUCH_MESSAGE)));
                                return Optional.empty();
                            }
                            boolean own =
                                    heard.get().author().equals(person.get().id());
                            if (!own && !mayHost(chat.get(), person.get())) {
                                done.completeExceptionally(new Refused(speech.say(ChatPhrase.NOT_YOUR_MESSAGE)));
                                return Optional.empty();
                            }
                            if (!chat.get()
                                    .progress()
                                    .numbers()
                                    .containsAll(filing.get().questions())) {
                                done.completeExceptionally(
                                        new Refused(speech.say(ChatPhrase.NO_SUCH_PLACE, Map.of("wish", where))));
                                return Optional.empty();
                            }
                            Command refile =
                                    new Command.Refile(message, person.get().id(), filing.get());
                            return Optional.of(new Scribe.Step(chat.get().id(), refile));
                        },
                        _ -> {})
                .whenComplete((_, trouble) -> {
                    if (trouble == null) {
                        done.complete(null);
                    } else {
                        done.completeExceptionally(trouble);
                    }
                });
        return done;
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
    public CompletionStage<Void> erase(Account account) {
        return people.behind(account)
                .map(person -> erasure.erase(person.id()))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }
}
