package dev.parley.platform.discord.talk;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.discord.wire.Places.Spot;
import dev.parley.platform.talk.Asker;
import dev.parley.platform.talk.Dialog;
import dev.parley.platform.talk.Exchange;
import dev.parley.platform.talk.PrivateWord;
import dev.parley.platform.talk.Saying;
import java.time.Instant;
import java.util.Optional;

/** An interaction, and the way to answer it. */
record Answerable(Interaction interaction, Replies replies, Askers askers, PrivateMessages messages)
        implements Exchange {
    /** Begins the ids of what came by dialogs. */
    static final String TYPED = "i";

    @Override
    public String id() {
        return interaction.id();
    }

    @Override
    public Account account() {
        return interaction.account();
    }

    @Override
    public Instant at() {
        return interaction.at();
    }

    /** The place among our rooms in which it was done. */
    Optional<Spot> spot() {
        return askers.here(interaction);
    }

    @Override
    public Optional<RoomId> here() {
        return spot().map(Spot::room);
    }

    @Override
    public boolean fleeting() {
        return interaction.isUnderOneAlone();
    }

    @Override
    public Optional<MessageId> under() {
        return interaction.message().flatMap(message -> spot().map(spot -> spot.message(message.getString("id"))));
    }

    @Override
    public Asker asker(RoomId room) {
        return askers.asker(interaction, room);
    }

    @Override
    public MessageId typed(RoomId room) {
        return new MessageId(room, TYPED + interaction.id());
    }

    @Override
    public Optional<PrivateWord> said(String id) {
        return messages.find(interaction.channel(), id);
    }

    @Override
    public void think() {
        replies.defer(interaction);
    }

    @Override
    public void thinkInPlace() {
        replies.deferInPlace(interaction);
    }

    @Override
    public void open(Dialog dialog) {
        replies.open(interaction, Rendering.dialog(dialog));
    }

    @Override
    public void say(Saying saying) {
        replies.say(interaction, Rendering.bodies(saying));
    }

    @Override
    public void add(Saying saying) {
        replies.add(interaction, Rendering.bodies(saying));
    }
}
