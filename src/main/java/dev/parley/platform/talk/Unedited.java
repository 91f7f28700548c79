package dev.parley.platform.talk;

import dev.parley.platform.Incoming;
import java.util.Optional;

/** Something that is heard for the first time, however often it was edited before: as if it had been said so. */
record Unedited(PrivateWord word) implements PrivateWord {

    @Override
    public String id() {
        return word.id();
    }

    @Override
    public Optional<String> repliesTo() {
        return word.repliesTo();
    }

    @Override
    public Incoming.Said said() {
        Incoming.Said said = word.said();
        return new Incoming.Said(said.message(), said.author(), said.name(), said.text(), said.place(), said.at());
    }

    @Override
    public void answer(Saying saying) {
        word.answer(saying);
    }

    @Override
    public void receipt() {
        word.receipt();
    }
}
