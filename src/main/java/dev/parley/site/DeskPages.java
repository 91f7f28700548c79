package dev.parley.site;

import static java.util.Objects.requireNonNull;

import dev.parley.conversation.Filing;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Question;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Verb;
import dev.parley.engine.Desk;
import dev.parley.platform.Refused;
import dev.parley.voice.Voice;
import dev.parley.web.EventFeed;
import dev.parley.web.Problem;
import dev.parley.web.Visit;
import dev.parley.web.WebServer;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host's desk: the list of chats, and one chat with its verbs, agenda, rooms, doubts and messages. */
public final class DeskPages {
    private static final Logger LOG = LoggerFactory.getLogger(DeskPages.class);
    private static final int PATIENCE_SECONDS = 20;
    private static final int LONGEST_QUESTION = 1000;

    private final Desk desk;
    private final Hosts hosts;
    private final Voice voice;
    private final DeskViews views;

    /**
     * Adds the desk to a server that has not started.
     *
     * @param rooms the rooms' names for people; one that has none is shown by its id
     * @param zone for times in browsers without a script
     */
    public DeskPages(
            WebServer server,
            Desk desk,
            Hosts hosts,
            Map<RoomId, String> rooms,
            Voice voice,
            ZoneId zone,
            InstantSource clock) {
        this.desk = desk;
        this.hosts = hosts;
        this.voice = voice;
        this.views = new DeskViews(rooms, voice, server.assets(), zone, clock);
        server.get("/desk", this::list);
        server.events("/desk-events/<chat>", this::feed);
        server.get("/desk/<chat>", this::show);
        server.post("/desk/<chat>", this::steer);
    }

    private Optional<PersonId> host(Visit visit) {
        return visit.known().flatMap(session -> hosts.host(session.account()));
    }

    private void list(Visit visit) {
        Optional<PersonId> by = host(visit);
        if (by.isEmpty()) {
            visit.html(403, views.hostsOnly());
            return;
        }
        Map<String, Desk.Entry> chats = new LinkedHashMap<>();
        desk.chats(by.get()).forEach(chat -> chats.put(address(chat), chat));
        visit.html(200, views.list(chats, desk.notices()));
    }

    private static String address(Desk.Entry chat) {
        return "/desk/" + chat.chat().name();
    }

    private Desk.Entry chat(Visit visit) {
        String name = visit.path("chat");
        return desk.chats(host(visit).orElseThrow(Problem::forbidden)).stream()
                .filter(entry -> entry.chat().name().equals(name))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private void show(Visit visit) {
        if (host(visit).isEmpty()) {
            visit.html(403, views.hostsOnly());
            return;
        }
        show(visit, 200, chat(visit), null, "");
    }

    private void show(Visit visit, int status, Desk.Entry chat, @Nullable String trouble, String typed) {
        Desk.View view = desk.view(host(visit).orElseThrow(Problem::forbidden), chat.chat())
                .orElseThrow(Problem::notFound);
        visit.html(status, views.chat(address(chat), visit.token(), view, trouble, typed));
    }

    private void steer(Visit visit) {
        PersonId by = host(visit).orElseThrow(Problem::forbidden);
        Desk.Entry chat = chat(visit);
        Optional<String> trouble = trouble(act(visit, by, chat));
        if (trouble.isEmpty()) {
            visit.redirect(address(chat));
        } else if (visit.byScript()) {
            visit.text(422, trouble.get());
        } else {
            show(visit, 422, chat, trouble.get(), visit.form("text"));
        }
    }

    private CompletionStage<Void> act(Visit visit, PersonId by, Desk.Entry chat) {
        String wish = visit.form("do");
        if (wish.equals("file")) {
            return file(visit, by, chat);
        }
        return Verb.Name.of(wish).map(verb -> steer(visit, by, chat, verb)).orElseGet(DeskPages::senseless);
    }

    private CompletionStage<Void> steer(Visit visit, PersonId by, Desk.Entry chat, Verb.Name verb) {
        return switch (verb) {
            case ADD -> add(by, chat, visit.form("text").strip());
            case JUMP ->
                Question.number(visit.form("question"))
                        .map(number -> desk.steer(by, chat.chat(), new Verb.Jump(number)))
                        .orElseGet(DeskPages::senseless);
            case COHOST ->
                visit.form("person").isEmpty()
                        ? senseless()
                        : desk.steer(by, chat.chat(), new Verb.CoHost(new PersonId(visit.form("person"))));
            case START, NEXT, HOLD, PAUSE, RESUME, SKIP, REPEAT, END, UNDO ->
                desk.steer(by, chat.chat(), Verb.named(verb).orElseThrow());
        };
    }

    private static CompletionStage<Void> senseless() {
        return CompletableFuture.failedFuture(Problem.unreadable());
    }

    private CompletionStage<Void> add(PersonId by, Desk.Entry chat, String text) {
        if (text.isBlank()) {
            return CompletableFuture.failedFuture(new Refused(voice.say(DeskPhrase.NO_WORDS)));
        }
        if (text.codePointCount(0, text.length()) > LONGEST_QUESTION) {
            return CompletableFuture.failedFuture(new Refused(voice.say(DeskPhrase.TOO_LONG)));
        }
        return desk.add(by, chat.chat(), text);
    }

    private CompletionStage<Void> file(Visit visit, PersonId by, Desk.Entry chat) {
        String room = visit.form("room");
        if (room.indexOf(':') < 1) {
            return senseless();
        }
        MessageId message = new MessageId(RoomId.of(room), visit.form("message"));
        return Filing.wished(visit.form("where"))
                .map(filing -> desk.refile(by, chat.chat(), message, filing))
                .orElseGet(DeskPages::senseless);
    }

    /** Waits until it is done; what to tell the host where it is not. */
    private Optional<String> trouble(CompletionStage<Void> doing) {
        try {
            doing.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (ExecutionException failed) {
            return Optional.of(words(requireNonNull(failed.getCause())));
        } catch (TimeoutException late) {
            return Optional.of(words(late));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of(voice.say(DeskPhrase.FAILED));
        }
    }

    private String words(Throwable cause) {
        if (cause instanceof Refused refused) {
            return refused.why();
        }
        if (cause instanceof Problem) {
            return voice.say(DeskPhrase.NOT_NOW);
        }
        LOG.warn("What a host wanted was not kept", cause);
        return voice.say(DeskPhrase.FAILED);
    }

    private EventFeed feed(Visit visit) {
        if (host(visit).isEmpty()) {
            throw Problem.forbidden();
        }
        return new DeskFeed(desk, chat(visit).chat());
    }
}
