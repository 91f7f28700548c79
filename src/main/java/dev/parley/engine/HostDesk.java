package dev.parley.engine;

import dev.parley.conversation.Command;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Filing;
import dev.parley.conversation.Heard;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Steering;
import dev.parley.conversation.Verb;
import dev.parley.platform.Platform;
import dev.parley.platform.Refused;
import dev.parley.store.Person;
import dev.parley.store.Spoken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The host's desk over the engine. */
final class HostDesk implements Desk {

    private static final int MOST_PAST_CHATS = 60;
    private static final int MOST_MESSAGES = 200;
    private static final int LONGEST_QUESTION = 1_500;
    private static final int MOST_QUESTIONS = 99;

    private final Scribe scribe;
    private final People people;
    private final Settings settings;
    private final Speech speech;
    private final Programme programme;
    private final Map<String, Platform> platforms;
    private final Worker worker;
    private final Watchers watchers;

    HostDesk(
            Scribe scribe,
            People people,
            Settings settings,
            Speech speech,
            Programme programme,
            Map<String, Platform> platforms,
            Worker worker,
            Watchers watchers) {
        this.scribe = scribe;
        this.people = people;
        this.settings = settings;
        this.speech = speech;
        this.programme = programme;
        this.platforms = platforms;
        this.worker = worker;
        this.watchers = watchers;
    }

    @Override
    public List<Entry> chats(PersonId by) {
        Optional<Person> person = people.person(by);
        return scribe.look(sight -> {
                    Comparator<Conversation> byStart =
                            Comparator.comparing(chat -> chat.plan().start());
                    List<Conversation> open = sight.open().stream()
                            .filter(chat -> mayHost(chat, person))
                            .sorted(byStart)
                            .toList();
                    List<Entry> entries =
                            new ArrayList<>(open.stream().map(HostDesk::entry).toList());
                    sight.store().endedStreams(settings.community(), MOST_PAST_CHATS).stream()
                            .map(sight::chat)
                            .filter(Conversation::exists)
                            .filter(chat -> mayHost(chat, person))
                            .sorted(byStart.reversed())
                            .map(HostDesk::entry)
                            .forEach(entries::add);
                    return entries;
                })
                .join();
    }

    private static boolean mayHost(Conversation chat, Optional<Person> person) {
        return person.filter(one -> Reception.mayHost(chat, one)).isPresent();
    }

    @Override
    public List<String> notices() {
        return programme.notices(scribe.look(Sight::now).join()).stream()
                .map(Programme.Notice::text)
                .toList();
    }

    private static Entry entry(Conversation chat) {
        return new Entry(
                chat.id(),
                chat.plan().script().title(),
                chat.plan().start(),
                chat.plan().end(),
                Stages.of(chat.stage()));
    }

    @Override
    public Optional<View> view(PersonId by, ConversationId id) {
        Optional<Person> person = people.person(by);
        return scribe.look(sight -> Optional.of(sight.chat(id))
                        .filter(Conversation::exists)
                        .filter(chat -> mayHost(chat, person))
                        .map(chat -> view(chat, sight.now())))
                .join();
    }

    private View view(Conversation chat, Instant now) {
        var running = chat.running();
        List<Heard> latest = new ArrayList<>(chat.messages());
        latest.sort(Comparator.comparing(Heard::at).reversed());
        List<Filed> messages = latest.stream()
                .limit(MOST_MESSAGES)
                .map(heard -> filed(heard, chat))
                .toList();
        List<Filed> doubts = latest.stream()
                .filter(Heard::isGuess)
                .map(heard -> filed(heard, chat))
                .toList();
        return new View(
                entry(chat),
                running.flatMap(stage -> stage.question()),
                running.flatMap(stage -> stage.pausedAt()).isPresent(),
                running.filter(stage -> stage.held()).isPresent(),
                nextAt(chat),
                chat.undoUntil().filter(now::isBefore),
                verbs(chat, now),
                agenda(chat),
                chat.plan().rooms().stream().map(this::room).toList(),
                doubts,
                messages);
    }

    private static Optional<Instant> nextAt(Conversation chat) {
        return Stages.waits(chat.stage()) ? Optional.of(chat.plan().start()) : chat.phaseEnds();
    }

    /** The verbs that make sense now, by their names. */
    static List<String> verbs(Conversation chat, Instant now) {
        return Arrays.stream(Verb.Name.values())
                .filter(name ->
                        Steering.objection(chat, example(name, chat), now).isEmpty())
                .map(Verb.Name::word)
                .toList();
    }

    private static Verb example(Verb.Name name, Conversation chat) {
        return switch (name) {
            case ADD -> new Verb.Add(new MessageId(new RoomId("desk", ""), ""));
            case JUMP -> new Verb.Jump(chat.progress().numbers().first());
            case COHOST -> new Verb.CoHost(new PersonId(""));
            case START, NEXT, HOLD, PAUSE, RESUME, SKIP, REPEAT, END, UNDO ->
                Verb.named(name).orElseThrow();
        };
    }

    private static List<Item> agenda(Conversation chat) {
        return chat.progress().numbers().stream()
                .map(number -> new Item(
                        number,
                        chat.questionText(number),
                        Optional.ofNullable(chat.progress().put().get(number)),
                        chat.progress().skipped().contains(number),
                        chat.answers(number)))
                .toList();
    }

    private RoomState room(RoomId room) {
        Platform platform = platforms.get(room.platform());
        int there = platform == null ? -1 : platform.presence(room).people();
        return new RoomState(room, there, worker.troubles(room));
    }

    private Filed filed(Heard heard, Conversation chat) {
        String name = people.person(heard.author()).map(Person::name).orElse("");
        boolean late = chat.closedAt().filter(heard.at()::isAfter).isPresent();
        return new Filed(heard.message(), heard.author(), name, heard.text(), heard.at(), heard.filing(), late);
    }

    @Override
    public CompletionStage<Void> steer(PersonId by, ConversationId chat, Verb verb) {
        return steer(by, false, chat, verb, Map.of());
    }

    @Override
    public CompletionStage<Void> add(PersonId by, ConversationId chat, String text) {
        return add(by, false, chat, text);
    }

    /**
     * Steers.
     *
     * @param host whether this person is a host by the settings of the platform that asks
     */
    CompletionStage<Void> steer(PersonId by, boolean host, ConversationId chat, Verb verb) {
        return steer(by, host, chat, verb, Map.of());
    }

    /** Adds a question, like {@link #steer}. */
    CompletionStage<Void> add(PersonId by, boolean host, ConversationId chat, String text) {
        String question = text.strip();
        if (question.isEmpty()) {
            return refused(speech.say(ChatPhrase.EMPTY_QUESTION));
        }
        if (question.length() > LONGEST_QUESTION) {
            return refused(speech.say(ChatPhrase.LONG_QUESTION, Map.of("limit", Integer.toString(LONGEST_QUESTION))));
        }
        MessageId words =
                new MessageId(new RoomId("desk", chat.name()), UUID.randomUUID().toString());
        return steer(by, host, chat, new Verb.Add(words), Map.of(words, new Spoken(by, question)));
    }

    private CompletionStage<Void> steer(
            PersonId by, boolean host, ConversationId id, Verb verb, Map<MessageId, Spoken> words) {
        Optional<Person> person = people.person(by);
        boolean known = !(verb instanceof Verb.CoHost(PersonId other))
                || people.person(other).isPresent();
        return deciding(sight -> {
            Conversation chat = sight.chat(id);
            if (!chat.exists()) {
                throw new Refused(speech.say(ChatPhrase.NO_SUCH_CHAT));
            }
            if (person.isEmpty() || !host && !Reception.mayHost(chat, person.get())) {
                throw new Refused(speech.say(ChatPhrase.NOT_A_HOST));
            }
            if (verb instanceof Verb.Add && chat.progress().numbers().last() >= MOST_QUESTIONS) {
                throw new Refused(
                        speech.say(ChatPhrase.TOO_MANY_QUESTIONS, Map.of("limit", Integer.toString(MOST_QUESTIONS))));
            }
            if (!known) {
                throw new Refused(speech.say(ChatPhrase.NO_SUCH_PERSON));
            }
            Steering.objection(chat, verb, sight.now()).ifPresent(objection -> {
                throw new Refused(words(objection, verb));
            });
            return new Step(id, new Command.Steer(by, verb), words);
        });
    }

    @Override
    public CompletionStage<Void> refile(PersonId by, ConversationId id, MessageId message, Filing filing) {
        Optional<Person> person = people.person(by);
        return deciding(sight -> {
            Conversation chat = sight.chat(id);
            if (!chat.exists() || chat.message(message).isEmpty()) {
                throw new Refused(speech.say(ChatPhrase.NO_SUCH_MESSAGE));
            }
            if (person.isEmpty() || !Reception.mayHost(chat, person.get())) {
                throw new Refused(speech.say(ChatPhrase.NOT_A_HOST));
            }
            return new Step(id, new Command.Refile(message, by, filing));
        });
    }

    private CompletionStage<Void> deciding(Function<Sight, Step> finding) {
        return scribe.decide(finding.andThen(Optional::of)).thenApply(_ -> null);
    }

    private String words(Steering.Objection objection, Verb verb) {
        return switch (objection) {
            case NOT_RUNNING -> speech.say(ChatPhrase.NOT_RUNNING);
            case ALREADY_RUNNING -> speech.say(ChatPhrase.ALREADY_RUNNING);
            case ALREADY_OVER -> speech.say(ChatPhrase.ALREADY_OVER);
            case ALREADY_PAUSED -> speech.say(ChatPhrase.ALREADY_PAUSED);
            case NOT_PAUSED -> speech.say(ChatPhrase.NOT_PAUSED);
            case NO_QUESTION_OPEN -> speech.say(ChatPhrase.NOTHING_TO_REPEAT);
            case NO_NEXT_QUESTION -> speech.say(ChatPhrase.NO_NEXT_QUESTION);
            case NO_SUCH_QUESTION ->
                speech.say(
                        ChatPhrase.NO_SUCH_QUESTION,
                        Map.of("number", verb instanceof Verb.Jump(int number) ? Integer.toString(number) : ""));
            case NOTHING_TO_UNDO -> speech.say(ChatPhrase.NOTHING_TO_UNDO);
        };
    }

    private static CompletionStage<Void> refused(String why) {
        return CompletableFuture.failedStage(new Refused(why));
    }

    @Override
    public AutoCloseable watch(ConversationId chat, Runnable changed) {
        return watchers.watch(chat, changed);
    }
}
