package dev.parley.demo;

import dev.parley.conversation.MessageId;
import dev.parley.platform.Card;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Acts a play out in a running chat, at the chat's own pace: a line that comes after a quarter of its question's time is said then,
 * however long the question lasts. What a question leaves unsaid is said a moment into the next part, as late answers are. For one
 * thread.
 */
public final class Demo {

    /** Between two lines that are late, in per cent of the part that they are said in. */
    private static final int BREATH = 4;

    private final Play play;
    private final Stage stage;
    private final Supplier<Optional<Card>> chat;

    private final Deque<Cue> ahead = new ArrayDeque<>();
    private final Set<Play.Part> begun = new HashSet<>();
    private final Map<String, MessageId> messages = new HashMap<>();
    private Optional<Play.Part> current = Optional.empty();
    private Instant since = Instant.MIN;
    private Duration stopped = Duration.ZERO;
    private Instant last = Instant.MIN;

    /**
     * A demonstration that has not begun.
     *
     * @param chat how the chat stands in the stage's room at this moment; empty where there is none
     */
    public Demo(Play play, Stage stage, Supplier<Optional<Card>> chat) {
        this.play = play;
        this.stage = stage;
        this.chat = chat;
    }

    /** Lets all people come in. To be called once, before the chat opens or as it does. */
    public void enter() {
        play.people().forEach(stage::enter);
    }

    /**
     * Does what has become due. To be called again and again, a few times a second.
     *
     * @return whether there is more to come; false once the chat is over
     */
    public boolean step(Instant now) {
        Optional<Card> card = chat.get();
        if (card.isEmpty()) {
            return true;
        }
        switch (card.get().stage()) {
            case BEFORE -> {}
            case PAUSED -> pause(now);
            case WELCOME -> act(new Play.Part.Introductions(), card.get(), now);
            case QUESTION ->
                card.get().question().ifPresent(asked -> act(new Play.Part.Question(asked.number()), card.get(), now));
            case CLOSING -> act(new Play.Part.Closing(), card.get(), now);
            case SLOW, OVER -> {
                return false;
            }
        }
        last = now;
        return true;
    }

    /** Time that stands still counts for nothing. */
    private void pause(Instant now) {
        if (!last.equals(Instant.MIN)) {
            stopped = stopped.plus(Duration.between(last, now));
        }
    }

    private void act(Play.Part part, Card card, Instant now) {
        if (!current.equals(Optional.of(part))) {
            begin(part, now);
        }
        int passed = passed(card, now);
        while (!ahead.isEmpty() && ahead.getFirst().percent() <= passed) {
            perform(ahead.removeFirst().act());
        }
    }

    private void begin(Play.Part part, Instant now) {
        current = Optional.of(part);
        since = now;
        stopped = Duration.ZERO;
        Deque<Cue> late = new ArrayDeque<>(ahead);
        ahead.clear();
        int percent = 0;
        for (Cue cue : late) {
            percent = Math.min(99, percent + BREATH);
            ahead.add(new Cue(percent, cue.act()));
        }
        if (begun.add(part)) {
            int earliest = percent;
            play.in(part).forEach(cue -> ahead.add(new Cue(Math.max(earliest, cue.percent()), cue.act())));
        }
    }

    /** How much of the part has passed, in per cent. With a clock that is stopped nobody knows when it ends: as long as before. */
    private int passed(Card card, Instant now) {
        Duration done = Duration.between(since, now).minus(stopped);
        Duration left = card.until().map(until -> Duration.between(now, until)).orElse(done);
        if (left.isNegative() || left.isZero()) {
            return 99;
        }
        return (int) (100 * done.toMillis() / Math.max(1, done.plus(left).toMillis()));
    }

    private void perform(Act act) {
        switch (act) {
            case Act.Say(String person, Optional<String> to, Optional<String> name, String text) -> {
                MessageId said = to.flatMap(this::said)
                        .map(message -> stage.reply(person, message, text))
                        .orElseGet(() -> stage.say(person, text));
                name.ifPresent(known -> messages.put(known, said));
            }
            case Act.Edit(String person, String message, String text) ->
                said(message).ifPresent(known -> stage.edit(person, known, text));
            case Act.Delete(String person, String message) ->
                said(message).ifPresent(known -> stage.delete(person, known));
            case Act.React(String person, String message, String symbol) ->
                said(message).ifPresent(known -> stage.react(person, known, symbol));
        }
    }

    /** An earlier message, or a question's post; empty where its question was skipped, so that it was never said. */
    private Optional<MessageId> said(String name) {
        return Optional.ofNullable(messages.get(name)).or(() -> chat.get().flatMap(card -> post(card, name)));
    }

    private static Optional<MessageId> post(Card card, String name) {
        return card.asked().stream()
                .filter(asked -> name.equals("Q" + asked.number()))
                .findFirst()
                .flatMap(Card.Asked::post);
    }
}
