package dev.parley.platform;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Remembers what it hears, files by label only, and fails when it is told to. */
public final class FakeFacilitator implements Facilitator {
    private static final Pattern LABEL = Pattern.compile("[Aa](\\d{1,2}):.*", Pattern.DOTALL);

    /** All that was heard, in order. */
    public final List<Incoming> heard = new CopyOnWriteArrayList<>();

    /** What rooms have seen before the platform started. */
    public final List<Shown> before = new CopyOnWriteArrayList<>();

    public final Map<RoomId, Card> cards = new ConcurrentHashMap<>();
    public final List<String> returned = new CopyOnWriteArrayList<>();
    public final List<RoomId> mended = new CopyOnWriteArrayList<>();
    public final List<String> steered = new CopyOnWriteArrayList<>();
    /** Hears nothing before this is over. */
    public volatile CountDownLatch busy = new CountDownLatch(0);

    public volatile @Nullable RuntimeException trouble;

    /** Coaching, where the community has it. */
    public volatile Optional<Coaching> coaching = Optional.empty();

    private final Map<Account, Member> members = new ConcurrentHashMap<>();
    private final Map<MessageId, Incoming.Said> said = new LinkedHashMap<>();
    private final Map<MessageId, String> refiled = new ConcurrentHashMap<>();

    @Override
    public synchronized CompletionStage<Void> hear(Incoming incoming) {
        try {
            busy.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        RuntimeException now = trouble;
        if (now != null) {
            return CompletableFuture.failedFuture(now);
        }
        heard.add(incoming);
        switch (incoming) {
            case Incoming.Said one -> said.put(one.message(), one);
            case Incoming.Unsaid one -> said.remove(one.message());
            case Incoming.Reacted one -> {}
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized Optional<NameTrouble> join(Account account, String name) {
        if (name.isBlank() || name.length() > 40 || name.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.of(NameTrouble.UNREADABLE);
        }
        boolean taken = members.values().stream()
                .anyMatch(member -> !member.account().equals(account)
                        && member.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
        if (taken) {
            return Optional.of(NameTrouble.TAKEN);
        }
        boolean host =
                Optional.ofNullable(members.get(account)).map(Member::host).orElse(hosts.contains(account));
        members.put(account, new Member(account, name, host));
        return Optional.empty();
    }

    private final List<Account> hosts = new CopyOnWriteArrayList<>();

    @Override
    public Optional<Member> member(Account account) {
        return Optional.ofNullable(members.get(account));
    }

    @Override
    public void arrived(RoomId room) {}

    @Override
    public void welcomeHost(Account account) {
        hosts.add(account);
        members.computeIfPresent(account, (key, member) -> new Member(account, member.name(), true));
    }

    @Override
    public Optional<Card> where(RoomId room) {
        return Optional.ofNullable(cards.get(room));
    }

    /** When chats have opened of which this is asked; any other has always been open. */
    public final Map<RoomId, Instant> opened = new ConcurrentHashMap<>();

    /** Where people write in private. */
    public final Map<Account, RoomId> privateRooms = new ConcurrentHashMap<>();

    @Override
    public Optional<Instant> opened(RoomId room) {
        return Optional.of(opened.getOrDefault(room, Instant.MIN));
    }

    @Override
    public void writesIn(Account account, RoomId room) {
        privateRooms.put(account, room);
    }

    @Override
    public void returned(String platform) {
        returned.add(platform);
    }

    @Override
    public void mended(RoomId room) {
        mended.add(room);
    }

    @Override
    public Optional<String> schedule(RoomId room) {
        return Optional.ofNullable(cards.get(room)).map(card -> "**" + card.title() + "** on Tuesday");
    }

    @Override
    public Optional<String> recap(Caller by, RoomId room) {
        return Optional.ofNullable(cards.get(room)).map(card -> "The recap of **" + card.title() + "**");
    }

    @Override
    public CompletionStage<Card> steer(Caller by, RoomId room, String verb, String detail) {
        Card card = cards.get(room);
        if (card == null || !by.host()) {
            return CompletableFuture.failedFuture(new Refused("This is for hosts."));
        }
        steered.add((verb + " " + detail).strip());
        return CompletableFuture.completedFuture(card);
    }

    @Override
    public synchronized CompletionStage<Void> takeBack(Account by, MessageId message) {
        Incoming.Said one = said.get(message);
        if (one == null || !one.author().equals(by)) {
            return CompletableFuture.failedFuture(new Refused("This is not yours."));
        }
        said.remove(message);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public List<Shown> shown(RoomId room) {
        return before.stream().filter(one -> one.message().room().equals(room)).toList();
    }

    @Override
    public synchronized List<Mine> mine(Account account, RoomId room) {
        List<Mine> mine = new ArrayList<>();
        for (Incoming.Said one : said.values()) {
            if (one.author().equals(account) && one.message().room().equals(room)) {
                mine.add(filed(one));
            }
        }
        return mine;
    }

    private Mine filed(Incoming.Said one) {
        String wish = refiled.get(one.message());
        Matcher label = LABEL.matcher(one.text());
        if (wish != null && wish.startsWith("Q")) {
            return new Mine(one.message(), one.text(), List.of(Integer.parseInt(wish.substring(1))), "answer", true);
        }
        return label.matches()
                ? new Mine(one.message(), one.text(), List.of(Integer.parseInt(label.group(1))), "answer", true)
                : new Mine(one.message(), one.text(), List.of(), wish == null ? "side talk" : wish, wish != null);
    }

    @Override
    public CompletionStage<Void> refile(Caller by, MessageId message, String where) {
        Incoming.Said one = said.get(message);
        if (one == null
                || !(by.host() || one.author().equals(by.account()))
                || !where.matches("Q\\d{1,2}|intro|final|side")) {
            return CompletableFuture.failedFuture(new Refused("not theirs, or nowhere"));
        }
        refiled.put(message, where);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Optional<Coaching> coaching() {
        return coaching;
    }

    @Override
    public synchronized CompletionStage<Void> erase(Account account) {
        members.remove(account);
        said.values().removeIf(one -> one.author().equals(account));
        return CompletableFuture.completedFuture(null);
    }

    /** What was said in all that was heard. */
    public List<String> texts() {
        return heard.stream().map(one -> ((Incoming.Said) one).text()).toList();
    }

    /** The last message that was heard. */
    public Incoming.Said lastSaid() {
        return (Incoming.Said) heard.reversed().stream()
                .filter(Incoming.Said.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    /** A card for the third of three questions, with some minutes left. */
    public static Card thirdQuestion(RoomId room, Instant until) {
        List<Card.Asked> asked = List.of(
                new Card.Asked(1, "What helped you listen this week?", Optional.empty()),
                new Card.Asked(2, "Where did a colleague surprise you?", Optional.empty()),
                new Card.Asked(3, "What makes a meeting feel like a talk between equals?", Optional.empty()));
        return new Card(
                room,
                "Tuesday talk",
                Card.Stage.QUESTION,
                Optional.of(asked.get(2)),
                Optional.of(until),
                asked,
                "Q3",
                asked,
                List.of("pause", "hold", "next"),
                List.of());
    }
}
