package dev.parley.platform.talk;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Something that somebody did on a platform that is none, with what they were answered. */
final class Visit implements Exchange {
    static final Instant AT = Instant.parse("2026-11-24T20:05:00Z");

    final List<String> acknowledged = new CopyOnWriteArrayList<>();
    final List<Saying> said = new CopyOnWriteArrayList<>();
    final List<Saying> added = new CopyOnWriteArrayList<>();
    final List<Dialog> opened = new CopyOnWriteArrayList<>();
    private final String id;
    private final Asker asker;
    private final Optional<RoomId> here;
    Optional<MessageId> under = Optional.empty();
    Optional<PrivateWord> word = Optional.empty();
    boolean fleeting;

    Visit(String id, Account account, RoomId room, boolean host, boolean sees) {
        this.id = id;
        this.asker = new Asker(new Caller(account, "Ana", host), room, sees);
        this.here = sees ? Optional.of(room) : Optional.empty();
    }

    Saying answer() {
        return said.getLast();
    }

    /** The buttons of the answer. */
    List<Row.Button> buttons() {
        return answer().rows().stream()
                .filter(Row.Buttons.class::isInstance)
                .flatMap(row -> ((Row.Buttons) row).buttons().stream())
                .toList();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Account account() {
        return asker.caller().account();
    }

    @Override
    public Instant at() {
        return AT;
    }

    @Override
    public Optional<RoomId> here() {
        return here;
    }

    @Override
    public boolean fleeting() {
        return fleeting;
    }

    @Override
    public Optional<MessageId> under() {
        return under;
    }

    @Override
    public Asker asker(RoomId room) {
        return asker;
    }

    @Override
    public MessageId typed(RoomId room) {
        return new MessageId(room, "typed" + id);
    }

    @Override
    public Optional<PrivateWord> said(String message) {
        return word.filter(one -> one.id().equals(message));
    }

    @Override
    public void think() {
        acknowledged.add("think");
    }

    @Override
    public void thinkInPlace() {
        acknowledged.add("think in place");
    }

    @Override
    public void open(Dialog dialog) {
        acknowledged.add("open");
        opened.add(dialog);
    }

    @Override
    public void say(Saying saying) {
        said.add(saying);
    }

    @Override
    public void add(Saying saying) {
        added.add(saying);
    }
}
