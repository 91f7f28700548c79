package dev.parley.platform.slack.talk;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.talk.Asker;
import dev.parley.platform.talk.Dialog;
import dev.parley.platform.talk.Exchange;
import dev.parley.platform.talk.PrivateWord;
import dev.parley.platform.talk.Saying;
import java.time.Instant;
import java.util.Optional;

/** What a person did, and the way to answer them. */
final class Doing implements Exchange {
    /** Begins the ids of what came by modals and commands. */
    static final String TYPED = "m";

    private final Deed deed;
    private final Way way;
    private final Askers askers;
    private final PrivateMessages messages;
    private final Opened opened;

    /** Told of dialogs. */
    interface Opened {
        /** One is open, and can be filled with what is looked up meanwhile. Returns at once. */
        void dialog(Exchange by, Dialog dialog, Windows.Window window);
    }

    Doing(Deed deed, Way way, Askers askers, PrivateMessages messages, Opened opened) {
        this.deed = deed;
        this.way = way;
        this.askers = askers;
        this.messages = messages;
        this.opened = opened;
    }

    @Override
    public String id() {
        return deed.id();
    }

    @Override
    public Account account() {
        return deed.account();
    }

    @Override
    public Instant at() {
        return deed.at();
    }

    @Override
    public Optional<RoomId> here() {
        return askers.here(deed);
    }

    @Override
    public boolean fleeting() {
        return deed.ephemeral() || deed.view().isPresent();
    }

    @Override
    public Optional<MessageId> under() {
        return here().filter(_ -> !deed.message().isEmpty()).map(room -> new MessageId(room, deed.message()));
    }

    @Override
    public Asker asker(RoomId room) {
        return askers.asker(deed, room);
    }

    @Override
    public MessageId typed(RoomId room) {
        return new MessageId(room, TYPED + deed.view().map(Deed.View::id).orElse(deed.id()));
    }

    @Override
    public Optional<PrivateWord> said(String id) {
        return messages.find(new Rooms.Channel(deed.team(), deed.channel()), id);
    }

    @Override
    public void think() {
        way.think();
    }

    @Override
    public void thinkInPlace() {
        way.thinkInPlace();
    }

    @Override
    public void open(Dialog dialog) {
        opened.dialog(this, dialog, way.open(dialog));
    }

    @Override
    public void say(Saying saying) {
        way.say(saying);
    }

    @Override
    public void add(Saying saying) {
        way.add(saying);
    }
}
