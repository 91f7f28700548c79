package dev.parley.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator.Member;
import dev.parley.platform.Facilitator.NameTrouble;
import dev.parley.platform.Shown;
import dev.parley.platform.text.Markup;
import dev.parley.voice.Voice;
import dev.parley.web.OneTimeLinks;
import dev.parley.web.Problem;
import dev.parley.web.Rate;
import dev.parley.web.Session;
import dev.parley.web.Visit;
import dev.parley.web.WebServer;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The room's own pages: joining, talking, finding out where we are. */
public final class RoomPages {
    private static final Rate JOINING = new Rate(60, 0.5);
    private static final Rate TALKING = new Rate(10, 0.7);
    private static final int LONGEST_NAME = 200;

    private final WebServer server;
    private final WebPlatform platform;
    private final Voice voice;
    private final InstantSource clock;
    private final RoomViews views;
    private final String epoch = UUID.randomUUID().toString().substring(0, 8);
    private final Cache<String, CompletableFuture<MessageId>> sent =
            Caffeine.newBuilder().maximumSize(20_000).build();

    /**
     * Adds the room's pages to a server that has not started.
     *
     * @param zone for clock times in browsers without a script
     * @param links the one-time links that hosts come by
     */
    public RoomPages(
            WebServer server, WebPlatform platform, Voice voice, OneTimeLinks links, ZoneId zone, InstantSource clock) {
        this.server = server;
        this.platform = platform;
        this.voice = voice;
        this.clock = clock;
        this.views = new RoomViews(platform, voice, server.assets(), zone, clock);
        server.problems(new RoomProblems(views));
        server.get(
                "/", visit -> platform.firstRoom().ifPresentOrElse(room -> show(visit, room), () -> elsewhere(visit)));
        server.get("/room/{room}", visit -> show(visit, room(visit)));
        server.get("/room/{room}/where", this::where);
        server.get("/room/{room}/delete", this::askDelete);
        server.events("/room/{room}/events", this::feed);
        server.post("/room/{room}/join", this::join);
        server.post("/room/{room}/say", this::say);
        server.post("/room/{room}/delete", this::delete);
        server.post("/room/{room}/react", this::react);
        server.post("/room/{room}/typing", this::typing);
        server.post("/room/{room}/read", this::read);
        new MinePages(server, platform, views, links);
        new LinkPages(server, platform, views, links);
        new FormPages(server, platform, views);
    }

    static Account account(Session session) {
        return new Account(WebPlatform.NAME, session.account());
    }

    static Viewer viewer(Visit visit) {
        return new Viewer(account(visit.session()), visit.token(), visit.site());
    }

    static String address(RoomId room) {
        return "/room/" + room.id();
    }

    /** A page that says one thing, with a way back to the room. */
    public String notice(String title, String words) {
        return views.plain(new PlainView(
                views.frame(title), title, List.of(words), null, null, null, null, "/", voice.say(RoomPhrase.HOME)));
    }

    private RoomId room(Visit visit) {
        return room(platform, visit);
    }

    static RoomId room(WebPlatform platform, Visit visit) {
        RoomId room = new RoomId(WebPlatform.NAME, visit.path("room"));
        if (!platform.titles().containsKey(room)) {
            throw Problem.notFound();
        }
        return room;
    }

    /** Who comes, if they have joined. Throws 503 while nobody can know that. */
    static Optional<Member> member(WebPlatform platform, Visit visit) {
        if (!platform.started()) {
            throw Problem.unavailable();
        }
        return visit.known().flatMap(session -> platform.member(account(session)));
    }

    private void show(Visit visit, RoomId room) {
        Optional<Member> member = member(platform, visit);
        if (member.isEmpty()) {
            showJoin(visit, 200, room, "", null);
            return;
        }
        Room state = platform.room(room);
        RoomView.Composer composer = visit.query("edit")
                .flatMap(state::find)
                .filter(shown ->
                        shown.author().filter(member.get().account()::equals).isPresent())
                .map(shown -> composer(shown.text(), null, shown.message().id(), null))
                .orElseGet(() -> composer(visit, room));
        platform.arrive(room);
        showRoom(visit, 200, room, member.get(), composer);
    }

    /** What is at the door where no room is on the web. */
    private void elsewhere(Visit visit) {
        String title = voice.say(RoomPhrase.ELSEWHERE_TITLE);
        visit.html(
                200,
                views.plain(new PlainView(
                        views.frame(title),
                        title,
                        List.of(voice.say(RoomPhrase.ELSEWHERE)),
                        null,
                        null,
                        null,
                        null,
                        "/desk",
                        voice.say(RoomPhrase.DESK))));
    }

    private RoomView.Composer composer(Visit visit, RoomId room) {
        Room state = platform.room(room);
        Optional<Integer> number = visit.query("answer").flatMap(asked -> questionNumber(state, asked));
        if (number.isPresent()) {
            return composer(answerPrefix(number.get().toString()), null, null, null);
        }
        MessageView.Quote under = visit.query("reply")
                .or(() -> visit.query("answer"))
                .flatMap(state::find)
                .map(views::quote)
                .orElse(null);
        return composer("", under, null, null);
    }

    /** The number of a question that is named by itself, as {@code q3}, or by the post that put it. */
    private static Optional<Integer> questionNumber(Room state, String named) {
        return state.card().stream()
                .flatMap(card -> card.asked().stream())
                .filter(asked -> named.equals("q" + asked.number())
                        || asked.post().filter(post -> post.id().equals(named)).isPresent())
                .map(Card.Asked::number)
                .findFirst();
    }

    private String answerPrefix(String number) {
        return voice.say(RoomPhrase.ANSWER_PREFIX, Map.of("number", number)) + " ";
    }

    private static RoomView.Composer composer(
            String text, MessageView.@Nullable Quote under, @Nullable String editing, @Nullable String trouble) {
        return new RoomView.Composer(text, UUID.randomUUID().toString(), under, editing, trouble);
    }

    private void showRoom(Visit visit, int status, RoomId room, Member member, RoomView.Composer composer) {
        Room state = platform.room(room);
        Viewer viewer = viewer(visit);
        long version = state.version();
        List<String> messages = new ArrayList<>();
        state.all().forEach(shown -> messages.add(views.message(viewer, shown)));
        state.notes(viewer.account()).forEach(note -> messages.add(views.note(viewer, room, note)));
        String title = platform.titles().getOrDefault(room, "");
        visit.html(
                status,
                views.room(new RoomView(
                        views.frame(title, "clock.js", "room.js"),
                        room.id(),
                        title,
                        viewer.token(),
                        member.host(),
                        platform.facilitator().coaching().isPresent(),
                        epoch + "-" + version,
                        clock.instant().toString(),
                        views.people(room, viewer.account()),
                        views.card(room, state.card()),
                        messages,
                        composer)));
    }

    private void showJoin(Visit visit, int status, RoomId room, String typed, @Nullable String trouble) {
        String title = platform.titles().getOrDefault(room, "");
        String token = visit.token();
        visit.html(status, views.join(views.frame(title, "clock.js"), room, title, token, typed, trouble));
    }

    private void join(Visit visit) {
        RoomId room = room(visit);
        member(platform, visit);
        server.limits().take("joining", visit.address(), JOINING);
        String name = visit.form("name");
        Optional<NameTrouble> trouble = name.length() > LONGEST_NAME
                ? Optional.of(NameTrouble.UNREADABLE)
                : platform.join(account(visit.session()), name);
        if (trouble.isPresent()) {
            showJoin(visit, 422, room, name, say(trouble.get()));
        } else {
            boolean host = member(platform, visit).map(Member::host).orElse(false);
            visit.redirect(host ? "/desk" : address(room));
        }
    }

    private String say(NameTrouble trouble) {
        return say(voice, trouble);
    }

    static String say(Voice voice, NameTrouble trouble) {
        return switch (trouble) {
            case UNREADABLE -> voice.say(RoomPhrase.NAME_UNREADABLE);
            case TAKEN -> voice.say(RoomPhrase.NAME_TAKEN);
        };
    }

    /** Says something new, or says something anew, depending on the form. */
    private void say(Visit visit) {
        RoomId room = room(visit);
        Member member = joined(visit);
        String text = visit.form("text");
        String editing = visit.form("editing");
        Optional<Shown> under =
                Optional.of(visit.form("under")).filter(id -> !id.isEmpty()).flatMap(platform.room(room)::find);
        boolean lost = under.isEmpty() && !visit.form("under").isEmpty();
        Optional<Outcome> trouble = tooFast(member.account())
                .or(() -> lost ? Optional.of(new Outcome(410, RoomPhrase.MESSAGE_GONE)) : Optional.empty())
                .or(() -> Outcome.of(
                        editing.isEmpty()
                                ? once(visit, () -> send(member.account(), room, under, text))
                                : platform.change(member.account(), new MessageId(room, editing), text)));
        if (trouble.isEmpty()) {
            visit.redirect(address(room) + "#latest");
        } else if (visit.byScript()) {
            visit.text(trouble.get().status(), voice.say(trouble.get().why()));
        } else {
            RoomView.Composer composer = composer(
                    text,
                    under.map(views::quote).orElse(null),
                    Words.orNull(editing),
                    voice.say(trouble.get().why()));
            showRoom(visit, trouble.get().status(), room, member, composer);
        }
    }

    private CompletionStage<MessageId> send(Account by, RoomId room, Optional<Shown> under, String text) {
        return under.map(shown -> platform.reply(by, shown.message(), text))
                .orElseGet(() -> platform.say(by, room, text));
    }

    /** A form that is sent twice, by a double press or after a break, is sent once. One that failed may be sent again. */
    private CompletionStage<MessageId> once(Visit visit, Supplier<CompletionStage<MessageId>> sending) {
        String once = visit.form("once");
        if (once.isEmpty() || once.length() > 60) {
            return sending.get();
        }
        String key = visit.session().account() + " " + once;
        CompletableFuture<MessageId> fresh = new CompletableFuture<>();
        CompletableFuture<MessageId> first = sent.asMap().putIfAbsent(key, fresh);
        if (first != null) {
            return first;
        }
        sending.get().whenComplete((message, trouble) -> {
            if (trouble == null) {
                fresh.complete(message);
            } else {
                sent.asMap().remove(key);
                fresh.completeExceptionally(trouble);
            }
        });
        return fresh;
    }

    private Optional<Outcome> tooFast(Account account) {
        try {
            server.limits().take("talking", account.id(), TALKING);
            return Optional.empty();
        } catch (Problem tooMany) {
            return Optional.of(new Outcome(429, RoomPhrase.SLOWER));
        }
    }

    private Member joined(Visit visit) {
        return member(platform, visit).orElseThrow(Problem::forbidden);
    }

    private void askDelete(Visit visit) {
        RoomId room = room(visit);
        Member member = joined(visit);
        Shown shown = visit.query("message")
                .flatMap(platform.room(room)::find)
                .filter(one -> one.author().filter(member.account()::equals).isPresent())
                .orElseThrow(Problem::notFound);
        visit.html(
                200,
                views.plain(new PlainView(
                        views.frame(voice.say(RoomPhrase.DELETE_TITLE)),
                        voice.say(RoomPhrase.DELETE_TITLE),
                        List.of(voice.say(RoomPhrase.DELETE_WORDS)),
                        Markup.ofPerson(shown.text()),
                        null,
                        null,
                        new PlainView.Ask(
                                address(room) + "/delete",
                                Map.of(
                                        "token",
                                        visit.token(),
                                        "message",
                                        shown.message().id()),
                                voice.say(RoomPhrase.DELETE_YES),
                                true),
                        address(room),
                        voice.say(RoomPhrase.DELETE_NO))));
    }

    private void delete(Visit visit) {
        RoomId room = room(visit);
        Member member = joined(visit);
        answer(visit, room, platform.delete(member.account(), new MessageId(room, visit.form("message"))));
    }

    private void react(Visit visit) {
        RoomId room = room(visit);
        Member member = joined(visit);
        boolean given = !visit.form("give").isEmpty();
        String symbol = given ? visit.form("give") : visit.form("take");
        MessageId message = new MessageId(room, visit.form("message"));
        answer(visit, room, platform.react(member.account(), message, symbol, given));
    }

    private void answer(Visit visit, RoomId room, CompletionStage<?> doing) {
        Optional<Outcome> trouble = Outcome.of(doing);
        if (trouble.isEmpty()) {
            visit.redirect(address(room));
        } else if (visit.byScript()) {
            visit.text(trouble.get().status(), voice.say(trouble.get().why()));
        } else {
            visit.html(trouble.get().status(), trouble(room, trouble.get()));
        }
    }

    private String trouble(RoomId room, Outcome outcome) {
        String title = voice.say(RoomPhrase.PROBLEM_TITLE);
        return views.plain(new PlainView(
                views.frame(title),
                title,
                List.of(voice.say(outcome.why())),
                null,
                null,
                null,
                null,
                address(room),
                voice.say(RoomPhrase.HOME)));
    }

    private void typing(Visit visit) {
        platform.typing(joined(visit).account(), room(visit));
        visit.text(200, "");
    }

    private void read(Visit visit) {
        RoomId room = room(visit);
        platform.room(room).read(joined(visit).account(), visit.form("note"));
        visit.redirect(visit.form("from").equals("mine") ? "/mine" : address(room));
    }

    private void where(Visit visit) {
        RoomId room = room(visit);
        joined(visit);
        Card card = platform.facilitator().where(room).orElseThrow(Problem::notFound);
        String html = views.where(room, card);
        if (visit.byScript()) {
            visit.html(200, html);
        } else {
            visit.html(200, views.wherePage(room, html));
        }
    }

    private RoomFeed feed(Visit visit) {
        RoomId room = room(visit);
        joined(visit);
        String last =
                visit.header("Last-Event-ID").or(() -> visit.query("after")).orElse("");
        return new RoomFeed(platform, views, viewer(visit), platform.room(room), epoch, last);
    }
}
