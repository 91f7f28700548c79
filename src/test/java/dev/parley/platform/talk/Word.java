package dev.parley.platform.talk;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.platform.Incoming;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Something that Ana said in private at the fair.
 *
 * @param answers what she was told, a receipt as a tick
 */
record Word(String at, String text, Optional<MessageId> under, Instant revised, List<Saying> answers)
        implements PrivateWord {
    static final Saying RECEIPT = Saying.of("✓");

    static Word of(String at, String text) {
        return new Word(at, text, Optional.empty(), Visit.AT, new CopyOnWriteArrayList<>());
    }

    Word under(MessageId message) {
        return new Word(at, text, Optional.of(message), revised, answers);
    }

    Word edited(String now) {
        return new Word(at, now, under, Visit.AT.plusSeconds(60), answers);
    }

    @Override
    public String id() {
        return "D1/" + at;
    }

    @Override
    public Optional<String> repliesTo() {
        return under.map(message -> "D1/" + message.id());
    }

    MessageId message() {
        return new MessageId(Fairground.PRIVATE, at);
    }

    @Override
    public Incoming.Said said() {
        Place place = under.<Place>map(Place.Under::new).orElse(Place.ROOM);
        return new Incoming.Said(message(), Fairground.ANA, "Ana", text, place, Visit.AT, revised);
    }

    @Override
    public void answer(Saying saying) {
        answers.add(saying);
    }

    @Override
    public void receipt() {
        answers.add(RECEIPT);
    }

    /** The labels of the buttons under the last answer. */
    List<String> offered() {
        return answers.getLast().rows().stream()
                .flatMap(row -> ((Row.Buttons) row).buttons().stream())
                .map(Row.Button::label)
                .toList();
    }

    Wish wish(String label) {
        return answers.getLast().rows().stream()
                .flatMap(row -> ((Row.Buttons) row).buttons().stream())
                .filter(button -> button.label().equals(label))
                .findFirst()
                .orElseThrow()
                .wish();
    }
}
