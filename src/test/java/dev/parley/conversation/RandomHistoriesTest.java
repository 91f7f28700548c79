package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Chats in which anything may happen at any time, from a seed: talk, edits, deletions, every verb, sleep. What must hold, holds.
 */
class RandomHistoriesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void whateverHappensTheChatKeepsItsPromises(long start) {
        for (long seed = start * 1_000; seed < start * 1_000 + 40; seed++) {
            Played chat = play(new Random(seed));
            check(chat, "seed " + seed);
        }
    }

    private static Played play(Random random) {
        Played chat = new Played(Played.hour(1 + random.nextInt(8)));
        chat.attendance = new Attendance(random.nextInt(6) - 1, false);
        chat.until(Played.START.minusSeconds(random.nextInt(600)));
        List<MessageId> said = new ArrayList<>();
        for (int step = 0; step < 120; step++) {
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> said.add(chat.say("p" + random.nextInt(5), text(random)));
                case 4 -> {
                    if (!said.isEmpty()) {
                        MessageId message = said.get(random.nextInt(said.size()));
                        chat.chat
                                .message(message)
                                .ifPresent(heard ->
                                        chat.say(message, heard.author().value(), text(random), heard.place()));
                    }
                }
                case 5 -> {
                    if (!said.isEmpty()) {
                        chat.tell(new Command.Unhear(said.get(random.nextInt(said.size()))));
                    }
                }
                case 6, 7 -> chat.steer(verb(random, chat));
                case 8 -> chat.sleep(Duration.ofSeconds(random.nextInt(400)));
                case 9 -> chat.attendance = new Attendance(random.nextInt(8) - 1, random.nextInt(4) == 0);
                default -> chat.pass(Duration.ofSeconds(random.nextInt(120)));
            }
        }
        chat.attendance = new Attendance(3, false);
        chat.pass(Duration.ofDays(3));
        return chat;
    }

    private static String text(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "A" + (1 + random.nextInt(9)) + ": thought " + random.nextInt(1000);
            case 1 -> "no label, only thought " + random.nextInt(1000);
            case 2 -> "Q" + (1 + random.nextInt(3)) + " something";
            case 3 -> "FA: final thought " + random.nextInt(1000);
            default -> "the same again";
        };
    }

    private static Verb verb(Random random, Played chat) {
        MessageId words = new MessageId(new RoomId("desk", "x"), "added " + random.nextInt());
        return switch (random.nextInt(14)) {
            case 0 -> new Verb.Start();
            case 1, 2 -> new Verb.Pause();
            case 3, 4 -> new Verb.Resume();
            case 5 -> new Verb.Hold();
            case 6 -> new Verb.Next();
            case 7 -> new Verb.Skip();
            case 8 -> new Verb.Repeat();
            case 9 -> {
                chat.words.put(words, "An added question?");
                yield new Verb.Add(words);
            }
            case 10 -> new Verb.Jump(1 + random.nextInt(9));
            case 11 -> random.nextInt(5) == 0 ? new Verb.End() : new Verb.Next();
            default -> new Verb.Undo();
        };
    }

    private static void check(Played chat, String seed) {
        // Nothing is done twice: a post has a key of its own, but for a recap's, which is asked for again until it
        // stands.
        assertThat(chat.effects.stream()
                        .filter(effect ->
                                effect instanceof Effect.Post post && !(post.content() instanceof Content.Recap)
                                        || effect instanceof Effect.React)
                        .map(Effect::key))
                .as(seed)
                .doesNotHaveDuplicates();
        // The chat is over, and it was not over later than it had to be.
        assertThat(chat.chat.stage()).as(seed).isInstanceOf(Stage.Over.class);
        // By itself it never puts a question that was put before, and it puts them in order.
        int last = 0;
        boolean byHost = false;
        for (Happened one : chat.happened) {
            if (one.event() instanceof Event.Put(int question, boolean again, Duration _)) {
                if (!byHost) {
                    assertThat(again).as(seed).isFalse();
                    assertThat(question).as(seed).isGreaterThan(last);
                }
                last = question;
            } else if (one.event() instanceof Event.Undone) {
                last = 0;
            }
            byHost = one.event() instanceof Event.Steered;
        }
        // A process that folds the same events anew knows the same.
        Conversation folded = new Conversation(chat.chat.id());
        chat.happened.forEach(one -> folded.apply(
                one,
                message -> Optional.ofNullable(chat.words.get(message))
                        .filter(_ -> chat.chat.message(message).isPresent()
                                || message.room().platform().equals("desk"))));
        assertThat(folded.progress()).as(seed).isEqualTo(chat.chat.progress());
        assertThat(folded.messages().stream().map(Heard::message))
                .as(seed)
                .containsExactlyInAnyOrderElementsOf(
                        chat.chat.messages().stream().map(Heard::message).toList());
        Instant closed = chat.all(Event.Closed.class).stream()
                .map(Happened::at)
                .reduce((_, second) -> second)
                .orElse(Instant.MIN);
        chat.all(Event.Heard.class)
                .forEach(heard -> assertThat(heard.at()).as(seed).isBefore(closed.plus(Duration.ofHours(25))));
    }
}
