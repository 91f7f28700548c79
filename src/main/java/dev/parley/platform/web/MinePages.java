package dev.parley.platform.web;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator.Member;
import dev.parley.platform.Facilitator.NameTrouble;
import dev.parley.platform.Mine;
import dev.parley.platform.text.Markup;
import dev.parley.voice.Voice;
import dev.parley.web.OneTimeLinks;
import dev.parley.web.Problem;
import dev.parley.web.Visit;
import dev.parley.web.WebServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is mine: my answers, my name, my other devices, and my leaving. */
final class MinePages {
    private static final Duration LINK_LIFE = Duration.ofMinutes(10);
    private static final int LONGEST_NAME = 200;

    private final WebPlatform platform;
    private final RoomViews views;
    private final Voice voice;
    private final OneTimeLinks links;

    MinePages(WebServer server, WebPlatform platform, RoomViews views, OneTimeLinks links) {
        this.platform = platform;
        this.views = views;
        this.voice = views.voice();
        this.links = links;
        server.get("/mine", visit -> show(visit, 200, done(visit), null, null));
        server.get("/mine/delete", this::askDelete);
        server.get("/mine/erase", this::askErase);
        server.post("/mine/refile", this::refile);
        server.post("/mine/delete", this::delete);
        server.post("/mine/name", this::rename);
        server.post("/mine/link", this::link);
        server.post("/mine/erase", this::erase);
    }

    private Member joined(Visit visit) {
        return RoomPages.member(platform, visit).orElseThrow(Problem::forbidden);
    }

    private @Nullable String done(Visit visit) {
        String done = visit.query("done").orElse("");
        return switch (done) {
            case "filed" -> voice.say(RoomPhrase.MINE_REFILED);
            case "name" ->
                voice.say(
                        RoomPhrase.NAME_CHANGED,
                        Map.of("name", RoomViews.isolated(joined(visit).name())));
            default -> null;
        };
    }

    private void show(
            Visit visit, int status, @Nullable String done, @Nullable String trouble, @Nullable String nameTrouble) {
        Optional<Member> member = RoomPages.member(platform, visit);
        if (member.isEmpty()) {
            visit.redirect("/");
            return;
        }
        Viewer viewer = RoomPages.viewer(visit);
        List<String> notes = new ArrayList<>();
        List<MineView.Item> items = new ArrayList<>();
        TreeSet<Integer> numbers = new TreeSet<>();
        for (RoomId room : platform.titles().keySet()) {
            platform.room(room).notes(viewer.account()).forEach(note -> notes.add(views.note(viewer, room, note)));
            platform.facilitator().mine(viewer.account(), room).forEach(mine -> items.add(item(mine)));
            platform.facilitator().where(room).stream()
                    .flatMap(card -> card.asked().stream())
                    .map(Card.Asked::number)
                    .forEach(numbers::add);
        }
        visit.html(
                status,
                views.mine(new MineView(
                        views.frame(voice.say(RoomPhrase.MINE_TITLE)),
                        viewer.token(),
                        member.get().name(),
                        done,
                        trouble,
                        nameTrouble,
                        notes,
                        items,
                        choices(numbers))));
    }

    private MineView.Item item(Mine mine) {
        String filed = mine.questions().isEmpty()
                ? mine.kind()
                : mine.questions().stream()
                        .map(number -> voice.say(RoomPhrase.QUESTION_SHORT, Map.of("number", number.toString())))
                        .collect(Collectors.joining(", "));
        MessageId message = mine.message();
        return new MineView.Item(message.room().id(), message.id(), Markup.ofPerson(mine.text()), filed, mine.sure());
    }

    private List<MineView.Choice> choices(TreeSet<Integer> numbers) {
        List<MineView.Choice> choices = new ArrayList<>();
        numbers.forEach(number -> choices.add(new MineView.Choice(
                "Q" + number, voice.say(RoomPhrase.MINE_QUESTION, Map.of("number", number.toString())))));
        choices.add(new MineView.Choice("intro", voice.say(RoomPhrase.MINE_INTRODUCTION)));
        choices.add(new MineView.Choice("final", voice.say(RoomPhrase.MINE_FINAL)));
        choices.add(new MineView.Choice("side", voice.say(RoomPhrase.MINE_SIDE)));
        return choices;
    }

    private MessageId message(Map<RoomId, String> rooms, String room, String id) {
        RoomId named = new RoomId(WebPlatform.NAME, room);
        if (!rooms.containsKey(named)) {
            throw Problem.notFound();
        }
        return new MessageId(named, id);
    }

    private void refile(Visit visit) {
        Member joined = joined(visit);
        Account account = joined.account();
        MessageId message = message(platform.titles(), visit.form("room"), visit.form("message"));
        Optional<Outcome> trouble = Outcome.of(
                platform.facilitator().refile(new Caller(account, joined.name()), message, visit.form("where")));
        if (trouble.isEmpty()) {
            visit.redirect("/mine?done=filed");
        } else {
            show(visit, trouble.get().status(), null, voice.say(trouble.get().why()), null);
        }
    }

    private void askDelete(Visit visit) {
        Account account = joined(visit).account();
        MessageId message = message(
                platform.titles(),
                visit.query("room").orElse(""),
                visit.query("message").orElse(""));
        Mine mine = platform.facilitator().mine(account, message.room()).stream()
                .filter(one -> one.message().equals(message))
                .findFirst()
                .orElseThrow(Problem::notFound);
        String title = voice.say(RoomPhrase.DELETE_TITLE);
        visit.html(
                200,
                views.plain(new PlainView(
                        views.frame(title),
                        title,
                        List.of(voice.say(RoomPhrase.DELETE_WORDS)),
                        Markup.ofPerson(mine.text()),
                        null,
                        null,
                        new PlainView.Ask(
                                "/mine/delete",
                                Map.of(
                                        "token",
                                        visit.token(),
                                        "room",
                                        message.room().id(),
                                        "message",
                                        message.id()),
                                voice.say(RoomPhrase.DELETE_YES),
                                true),
                        "/mine",
                        voice.say(RoomPhrase.DELETE_NO))));
    }

    private void delete(Visit visit) {
        Account account = joined(visit).account();
        MessageId message = message(platform.titles(), visit.form("room"), visit.form("message"));
        Optional<Outcome> trouble = Outcome.of(platform.delete(account, message));
        if (trouble.isEmpty()) {
            visit.redirect("/mine");
        } else {
            show(visit, trouble.get().status(), null, voice.say(trouble.get().why()), null);
        }
    }

    private void rename(Visit visit) {
        Account account = joined(visit).account();
        String name = visit.form("name");
        Optional<NameTrouble> trouble =
                name.length() > LONGEST_NAME ? Optional.of(NameTrouble.UNREADABLE) : platform.join(account, name);
        if (trouble.isEmpty()) {
            visit.redirect("/mine?done=name");
        } else {
            show(visit, 422, null, null, RoomPages.say(voice, trouble.get()));
        }
    }

    private void link(Visit visit) {
        Account account = joined(visit).account();
        String token = links.make(LinkPages.MOVE, account.id(), LINK_LIFE);
        String title = voice.say(RoomPhrase.LINK_TITLE);
        visit.html(
                200,
                views.plain(new PlainView(
                        views.frame(title),
                        title,
                        List.of(voice.say(RoomPhrase.LINK_MADE)),
                        null,
                        visit.site() + "/move/" + token,
                        voice.say(RoomPhrase.LINK_LABEL),
                        null,
                        "/mine",
                        voice.say(RoomPhrase.MY_ANSWERS))));
    }

    private void askErase(Visit visit) {
        joined(visit);
        String title = voice.say(RoomPhrase.ERASE_CONFIRM_TITLE);
        visit.html(
                200,
                views.plain(new PlainView(
                        views.frame(title),
                        title,
                        List.of(voice.say(RoomPhrase.ERASE_WORDS)),
                        null,
                        null,
                        null,
                        new PlainView.Ask(
                                "/mine/erase",
                                Map.of("token", visit.token()),
                                voice.say(RoomPhrase.ERASE_CONFIRM),
                                true),
                        "/mine",
                        voice.say(RoomPhrase.ERASE_NO))));
    }

    private void erase(Visit visit) {
        Account account = joined(visit).account();
        Optional<Outcome> trouble = Outcome.of(platform.erase(account));
        if (trouble.isPresent()) {
            show(visit, trouble.get().status(), null, voice.say(trouble.get().why()), null);
            return;
        }
        visit.leave();
        String title = voice.say(RoomPhrase.ERASED_TITLE);
        visit.html(
                200,
                views.plain(new PlainView(
                        views.frame(title),
                        title,
                        List.of(voice.say(RoomPhrase.ERASED_WORDS)),
                        null,
                        null,
                        null,
                        null,
                        "/",
                        voice.say(RoomPhrase.HOME))));
    }
}
