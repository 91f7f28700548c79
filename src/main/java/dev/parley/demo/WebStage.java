package dev.parley.demo;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.web.WebPlatform;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/**
 * A web room as a stage. What the room refuses (a message that a host has removed, say) throws
 * {@link java.util.concurrent.CompletionException}.
 */
public final class WebStage implements Stage {

    private final WebPlatform platform;
    private final RoomId room;

    /** A stage in this room. */
    public WebStage(WebPlatform platform, RoomId room) {
        this.platform = platform;
        this.room = room;
    }

    @Override
    public void enter(String person) {
        Account account = account(person);
        platform.join(account, person).ifPresent(trouble -> {
            throw new IllegalStateException("Nobody can be called " + person + " here: " + trouble);
        });
        platform.enter(account, room);
    }

    @Override
    public MessageId say(String person, String text) {
        return done(platform.say(account(person), room, text));
    }

    @Override
    public MessageId reply(String person, MessageId to, String text) {
        return done(platform.reply(account(person), to, text));
    }

    @Override
    public void edit(String person, MessageId message, String text) {
        done(platform.change(account(person), message, text));
    }

    @Override
    public void delete(String person, MessageId message) {
        done(platform.delete(account(person), message));
    }

    @Override
    public void react(String person, MessageId message, String symbol) {
        done(platform.react(account(person), message, symbol, true));
    }

    private static Account account(String person) {
        return new Account(WebPlatform.NAME, "demo-" + person.toLowerCase(Locale.ROOT));
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
