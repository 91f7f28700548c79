package dev.parley.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Filing;
import dev.parley.conversation.Heard;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Plan;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Attachment;
import dev.parley.recap.Asked;
import dev.parley.recap.Entry;
import dev.parley.recap.Material;
import dev.parley.recap.Naming;
import dev.parley.recap.Recap;
import dev.parley.recap.Terms;
import dev.parley.recap.format.AnswersPicture;
import dev.parley.recap.format.Posts;
import dev.parley.recap.format.RecapPage;
import dev.parley.recap.format.Showing;
import dev.parley.store.Person;
import dev.parley.store.Reading;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes recaps of conversations as they stand. */
final class Recaps {

    private final Scribe scribe;
    private final People people;
    private final Settings settings;
    private final Homes homes;
    private final Showing showing;
    private final Programme programme;
    private final Terms terms;
    private final Function<MessageId, Optional<URI>> links;
    private final Pictures pictures = new Pictures(AnswersPicture::of);
    private final Cache<ConversationId, Made> made =
            Caffeine.newBuilder().maximumSize(50).build();

    /**
     * @param links where people can open a message in its room
     */
    Recaps(
            Scribe scribe,
            People people,
            Settings settings,
            Homes homes,
            Showing showing,
            Programme programme,
            Terms terms,
            Function<MessageId, Optional<URI>> links) {
        this.scribe = scribe;
        this.people = people;
        this.settings = settings;
        this.homes = homes;
        this.showing = showing;
        this.programme = programme;
        this.terms = terms;
        this.links = links;
    }

    private record Made(long version, Recap recap) {}

    /** What is taken from a conversation, while nobody writes to it, to make its recap of afterwards. */
    private record Draft(
            long version,
            Plan plan,
            Optional<Instant> opened,
            Optional<Instant> closed,
            Optional<Instant> updated,
            List<Asked> asked,
            List<Heard> messages,
            Set<PersonId> newcomers) {}

    /** The recap of a chat that has opened; empty for any other. */
    Optional<Recap> of(ConversationId id) {
        Optional<Draft> taken = scribe.look(sight -> Optional.of(sight.chat(id))
                        .filter(Conversation::exists)
                        .filter(chat -> chat.openedAt().isPresent())
                        .map(chat -> draft(chat, sight.store())))
                .join();
        return taken.map(draft -> {
            Made last = made.getIfPresent(id);
            if (last != null && last.version() == draft.version()) {
                return last.recap();
            }
            Recap recap = Recap.of(material(id, draft), terms);
            made.put(id, new Made(draft.version(), recap));
            return recap;
        });
    }

    /** What the room is told of the recap: the overview, or the part about one question; nothing where only hosts may read it. */
    Optional<String> post(ConversationId id, RoomId room, Optional<Integer> part, int limit) {
        return programme.publishing(id.name()).readers() == Programme.Readers.HOSTS
                ? Optional.empty()
                : text(id, room, part, limit);
    }

    /** The overview of the recap, or the part about one question. */
    Optional<String> text(ConversationId id, RoomId room, Optional<Integer> part, int limit) {
        Optional<String> address = homes.recap(id, room).map(URI::toString);
        return of(id).flatMap(recap -> part.isEmpty()
                ? Optional.of(Posts.overview(recap, limit, showing, address))
                : recap.part(part.get()).map(some -> Posts.question(recap, some.number(), limit, showing, address)));
    }

    /**
     * The files that go with the recap's post: how the answers came in as a picture, and the whole of it as a page, where there is no
     * address at which the room could read it, unless it is for hosts alone.
     */
    List<Attachment> files(ConversationId id, RoomId room) {
        Optional<Recap> recap = of(id);
        boolean elsewhere = homes.recap(id, room).isPresent() || homes.readers(id) == Programme.Readers.HOSTS;
        Optional<Attachment> page = elsewhere ? Optional.empty() : recap.map(this::page);
        return Stream.of(recap.flatMap(some -> pictures.of(some, showing)), page)
                .flatMap(Optional::stream)
                .toList();
    }

    private Attachment page(Recap recap) {
        byte[] html = RecapPage.of(recap, showing).getBytes(StandardCharsets.UTF_8);
        return new Attachment("recap.html", "text/html", "", html);
    }

    /** Forgets what was made of anything: somebody was erased or has another name. */
    void forget() {
        made.invalidateAll();
    }

    private Draft draft(Conversation chat, Reading store) {
        SortedMap<Integer, Asked> asked = new TreeMap<>();
        chat.asked().forEach((number, put) -> asked.put(number, new Asked(number, put.text(), Optional.of(put.at()))));
        for (Heard heard : chat.messages()) {
            for (int number : heard.filing().questions()) {
                if (chat.progress().numbers().contains(number)) {
                    asked.computeIfAbsent(number, _ -> new Asked(number, chat.questionText(number), Optional.empty()));
                }
            }
        }
        List<Heard> messages = new ArrayList<>(chat.counting());
        messages.sort(Comparator.comparing(Heard::at));
        return new Draft(
                chat.version(),
                chat.plan(),
                chat.openedAt(),
                chat.closedAt(),
                chat.changedSinceClose(),
                List.copyOf(asked.values()),
                messages,
                newcomers(chat, store));
    }

    private Set<PersonId> newcomers(Conversation chat, Reading store) {
        String series = series(chat.id());
        List<ConversationId> before = store.streams(settings.community(), ConversationId.CHAT).stream()
                .dropWhile(other -> !other.equals(chat.id()))
                .skip(1)
                .filter(other -> series(other).equals(series))
                .toList();
        Set<PersonId> fresh = new HashSet<>();
        if (!before.isEmpty()) {
            chat.messages().forEach(heard -> fresh.add(heard.author()));
            fresh.removeAll(store.speakers(before));
        }
        return fresh;
    }

    private static String series(ConversationId id) {
        int slash = id.name().indexOf('/');
        return slash < 0 ? id.name() : id.name().substring(0, slash);
    }

    private Material material(ConversationId id, Draft draft) {
        List<Entry> entries =
                draft.messages().stream().map(heard -> entry(draft, heard)).toList();
        return new Material(
                draft.plan().script().title(),
                draft.plan().hashtag(),
                draft.opened(),
                draft.closed(),
                draft.asked(),
                entries,
                draft.updated(),
                draft.newcomers(),
                new Naming(programme.publishing(id.name()).names(), Set.of()));
    }

    private Entry entry(Draft draft, Heard heard) {
        Map<String, Integer> reactions = heard.reactions().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, reaction -> reaction.getValue().size()));
        boolean late = draft.closed().filter(heard.at()::isAfter).isPresent();
        return new Entry(
                heard.message(),
                Optional.of(heard.author()),
                people.person(heard.author()).map(Person::name).orElse(""),
                heard.text(),
                Optional.of(heard.at()),
                new Filing(
                        heard.filing().kind(),
                        heard.filing().questions(),
                        heard.filing().part(),
                        Optional.empty(),
                        heard.filing().sure()),
                late,
                reactions,
                links.apply(heard.message()).map(URI::toString));
    }
}
