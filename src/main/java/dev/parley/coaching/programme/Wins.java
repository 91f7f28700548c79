package dev.parley.coaching.programme;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The wins that people offered, folded from what happened. */
final class Wins {

    /** So many are said in one opening, so that it stays one; the others wait for the next. */
    private static final int MOST = 5;

    private record Key(PersonId by, String commitment) {}

    private final Map<Key, Win> standing = new LinkedHashMap<>();

    /** What was said and then taken back, with the chat in which it was said: it is not said again. */
    private final Map<Key, String> gone = new HashMap<>();

    void offer(ProgrammeEvent.WinOffered offered, String text) {
        Key key = new Key(offered.by(), offered.commitment());
        Optional<String> chat = of(key).flatMap(Win::chat);
        standing.put(key, new Win(offered.by(), offered.commitment(), offered.words(), text, chat));
    }

    void takeBack(PersonId by, String commitment) {
        Key key = new Key(by, commitment);
        Optional.ofNullable(standing.remove(key)).flatMap(Win::chat).ifPresent(chat -> gone.put(key, chat));
    }

    void say(PersonId by, String commitment, String chat) {
        in(new Key(by, commitment), Optional.of(chat));
    }

    void giveBack(PersonId by, String commitment) {
        Key key = new Key(by, commitment);
        gone.remove(key);
        in(key, Optional.empty());
    }

    private void in(Key key, Optional<String> chat) {
        standing.computeIfPresent(key, (_, win) -> new Win(win.by(), win.commitment(), win.words(), win.text(), chat));
    }

    void forget(PersonId person) {
        standing.keySet().removeIf(key -> key.by().equals(person));
        gone.keySet().removeIf(key -> key.by().equals(person));
    }

    boolean knows(PersonId person) {
        return standing.keySet().stream().anyMatch(key -> key.by().equals(person))
                || gone.keySet().stream().anyMatch(key -> key.by().equals(person));
    }

    Optional<Win> of(PersonId by, String commitment) {
        return of(new Key(by, commitment));
    }

    private Optional<Win> of(Key key) {
        return Optional.ofNullable(standing.get(key));
    }

    /** Whether it was said in an opening and then taken back. */
    boolean isOver(PersonId by, String commitment) {
        return gone.containsKey(new Key(by, commitment));
    }

    List<Win> by(PersonId person) {
        return standing.values().stream().filter(win -> win.by().equals(person)).toList();
    }

    Optional<ProgrammeEvent> offering(PersonId by, String commitment, MessageId words) {
        return isOver(by, commitment)
                ? Optional.empty()
                : Optional.of(new ProgrammeEvent.WinOffered(
                        by, commitment, words, of(by, commitment).map(Win::words)));
    }

    Optional<ProgrammeEvent> takingBack(PersonId by, String commitment) {
        return of(by, commitment).map(win -> new ProgrammeEvent.WinTakenBack(by, commitment, win.words()));
    }

    /** Those that have waited longest. */
    List<ProgrammeEvent> saying(String chat) {
        long there = standing.values().stream()
                .filter(win -> win.chat().equals(Optional.of(chat)))
                .count();
        return standing.values().stream()
                .filter(win -> win.chat().isEmpty() && !win.text().isEmpty())
                .limit(Math.max(0, MOST - there))
                .<ProgrammeEvent>map(win -> new ProgrammeEvent.WinSaid(win.by(), win.commitment(), chat))
                .toList();
    }

    List<ProgrammeEvent> givingBack(String chat) {
        List<ProgrammeEvent> events = new ArrayList<>();
        standing.values().stream()
                .filter(win -> win.chat().equals(Optional.of(chat)))
                .forEach(win -> events.add(new ProgrammeEvent.WinReturned(win.by(), win.commitment())));
        gone.forEach((key, where) -> {
            if (where.equals(chat)) {
                events.add(new ProgrammeEvent.WinReturned(key.by(), key.commitment()));
            }
        });
        return events;
    }
}
