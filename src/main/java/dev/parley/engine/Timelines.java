package dev.parley.engine;

import dev.parley.conversation.Consequences;
import dev.parley.conversation.Content;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Heard;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Mark;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Shown;
import dev.parley.store.Kept;
import dev.parley.store.Person;
import dev.parley.store.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a room has seen of its chat, put together again from what is stored, for platforms that keep no history. */
final class Timelines {

    private final Scribe scribe;
    private final People people;
    private final Rendering rendering;
    private final Recaps recaps;
    private final Map<String, Integer> longest;

    /**
     * @param longest how long a post may be, by platform
     */
    Timelines(Scribe scribe, People people, Rendering rendering, Recaps recaps, Map<String, Integer> longest) {
        this.scribe = scribe;
        this.people = people;
        this.rendering = rendering;
        this.recaps = recaps;
        this.longest = Map.copyOf(longest);
    }

    private record Post(Row row, Content content, Optional<MessageId> under, Optional<Rendering.Draft> draft) {}

    private record Taken(
            ConversationId chat,
            List<Heard> messages,
            Map<MessageId, Kept> kept,
            List<Post> posts,
            Set<PersonId> coHosts) {}

    /** The messages and posts of the running chat, or of the last one, in order of time. */
    List<Shown> of(RoomId room) {
        Optional<Taken> taken = scribe.look(sight -> Routing.lately(sight, room).map(chat -> take(chat, room, sight)))
                .join();
        List<Shown> shown = new ArrayList<>();
        taken.ifPresent(chat -> {
            chat.messages().forEach(heard -> shown.add(message(heard, chat)));
            chat.posts().forEach(post -> post(chat.chat(), room, post).ifPresent(shown::add));
        });
        shown.sort(Comparator.comparing(Shown::at));
        return shown;
    }

    private Taken take(Conversation chat, RoomId room, Sight sight) {
        List<Heard> messages = chat.messages().stream()
                .filter(heard -> heard.message().room().equals(room))
                .toList();
        List<Row> rows = sight.store().rows(chat.id());
        Set<String> removed = rows.stream()
                .map(Row::effect)
                .filter(Effect.Remove.class::isInstance)
                .map(effect -> ((Effect.Remove) effect).post())
                .collect(Collectors.toSet());
        List<Post> posts = new ArrayList<>();
        for (Row row : rows) {
            if (row.effect() instanceof Effect.Post post
                    && post.room().equals(room)
                    && row.ref().isPresent()
                    && !removed.contains(post.key())) {
                posts.add(taken(chat, row, post));
            }
        }
        return new Taken(
                chat.id(),
                messages,
                sight.store().words(chat.id()),
                posts,
                chat.progress().coHosts());
    }

    private Post taken(Conversation chat, Row row, Effect.Post post) {
        Optional<Rendering.Draft> draft = post.content() instanceof Content.Recap
                ? Optional.empty()
                : rendering.draft(
                        chat, post.room(), post.content(), row.finishedAt().orElse(post.due()));
        return new Post(row, post.content(), post.under().flatMap(chat::standing), draft);
    }

    private Shown message(Heard heard, Taken taken) {
        RoomId room = heard.message().room();
        Optional<Person> author = people.person(heard.author());
        Optional<MessageId> under =
                heard.place() instanceof Place.Under(MessageId to) ? Optional.of(to) : Optional.empty();
        boolean edited = Optional.ofNullable(taken.kept().get(heard.message()))
                .filter(kept -> kept.revision() > 1)
                .isPresent();
        Map<String, Set<Account>> reactions = new LinkedHashMap<>();
        heard.reactions().forEach((symbol, who) -> reactions.put(symbol, accounts(who, room)));
        return new Shown(
                heard.message(),
                people.account(heard.author(), room.platform()),
                author.map(Person::name).orElse(""),
                author.map(Person::host).orElse(false) || taken.coHosts().contains(heard.author()),
                heard.text(),
                under,
                heard.at(),
                edited,
                Looks.mark(Consequences.receiptFor(heard.filing())),
                Outgoing.Tone.PLAIN,
                reactions,
                List.of());
    }

    private Set<Account> accounts(Set<PersonId> persons, RoomId room) {
        return persons.stream()
                .map(person -> people.account(person, room.platform()))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private Optional<Shown> post(ConversationId chat, RoomId room, Post post) {
        Optional<String> text = post.content() instanceof Content.Recap(Optional<Integer> part)
                ? recaps.post(chat, room, part, longest.getOrDefault(room.platform(), 2_000))
                : post.draft().map(draft -> rendering.text(draft, people::name));
        Outgoing.Tone tone = Looks.tone(post.content());
        Instant at = post.row().finishedAt().orElse(post.row().due());
        return text.map(words -> new Shown(
                post.row().ref().orElseThrow(),
                Optional.empty(),
                "",
                false,
                words,
                post.under(),
                at,
                false,
                Mark.NONE,
                tone,
                Map.of(),
                post.draft().map(Rendering.Draft::choices).orElse(List.of())));
    }
}
