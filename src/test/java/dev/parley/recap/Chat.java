package dev.parley.recap;

import dev.parley.conversation.Filing;
import dev.parley.conversation.Kind;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes a chat down for a test, one message after the other. */
public final class Chat {

    private static final Instant OPENED = Instant.parse("2026-11-24T02:00:00Z");
    private static final RoomId ROOM = new RoomId("web", "staffroom");

    private final List<Asked> asked = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<PersonId> newcomers = new HashSet<>();
    private Naming naming = Naming.ALL;
    private Optional<Instant> updated = Optional.empty();
    private int minute;

    /** Lets time pass before the next message. */
    public Chat minute(int minute) {
        this.minute = minute;
        return this;
    }

    /** Puts a question. */
    public Chat ask(int number, String text) {
        asked.add(new Asked(number, text, Optional.of(now())));
        return this;
    }

    /** Somebody answers. */
    public Chat answer(int question, String name, String text) {
        return say(name, text, Filing.answer(question, true));
    }

    /** Somebody says something that is filed like this. */
    public Chat say(String name, String text, Filing filing) {
        return say(name, text, filing, Map.of());
    }

    /** Somebody says something that others react to. */
    public Chat say(String name, String text, Filing filing, Map<String, Integer> reactions) {
        boolean late = minute > 60;
        entries.add(new Entry(
                message(entries.size() + 1),
                name.isEmpty() ? Optional.empty() : Optional.of(person(name)),
                name,
                text,
                Optional.of(now()),
                filing,
                late,
                reactions,
                Optional.of("https://room.example/m/" + (entries.size() + 1))));
        return this;
    }

    /** Somebody introduces themselves. */
    public Chat hello(String name, String text) {
        return say(name, text, Filing.as(Kind.INTRODUCTION, true));
    }

    /** Somebody is there for the first time. */
    public Chat newcomer(String name) {
        newcomers.add(person(name));
        return this;
    }

    /** Sets whose names are shown. */
    public Chat naming(Naming naming) {
        this.naming = naming;
        return this;
    }

    /** Something changed after the recap. */
    public Chat updated(String at) {
        updated = Optional.of(Instant.parse(at));
        return this;
    }

    /** What a recap is made of. */
    public Material material() {
        return new Material(
                "Mathe & Kunst: small steps",
                "#smallsteps",
                Optional.of(OPENED),
                Optional.of(OPENED.plusSeconds(3600)),
                asked,
                entries,
                updated,
                newcomers,
                naming);
    }

    /** Its recap. */
    public Recap recap() {
        return Recap.of(material(), Terms.in(java.util.Locale.ENGLISH));
    }

    /** The message that was said as the n-th, from 1. */
    public static MessageId message(int number) {
        return new MessageId(ROOM, "m-" + number);
    }

    /** A person, by name. */
    public static PersonId person(String name) {
        return new PersonId("person-" + name.toLowerCase(java.util.Locale.ROOT));
    }

    /** An answer with a part. */
    public static Filing part(int question, String part) {
        return new Filing(Kind.ANSWER, new TreeSet<>(List.of(question)), Optional.of(part), Optional.empty(), true);
    }

    /** An answer to two questions. */
    public static Filing both(int one, int other) {
        return new Filing(Kind.ANSWER, new TreeSet<>(List.of(one, other)), Optional.empty(), Optional.empty(), true);
    }

    private Instant now() {
        return OPENED.plusSeconds(60L * minute + entries.size() % 50);
    }

    /** An evening with all that can happen in one. */
    public static Chat evening() {
        return new Chat()
                .hello("Noor", "Good evening from Leiden. Noor, I teach drawing to eleven-year-olds.")
                .hello("Ben", "Ben here, maths in a village school 👋🏽 #smallsteps")
                .newcomer("Ben")
                .minute(4)
                .ask(1, "Q1: What is one small thing that changed how your pupils talk to each other? #smallsteps")
                .answer(
                        1,
                        "Noor",
                        "A1: I waited five seconds after every question, and the quiet pupils began to talk. #smallsteps")
                .minute(5)
                .answer(1, "Ben", "A1 Sentence starters on every table. Pupils talk to each other instead of to me.")
                .answer(1, "Chidi", "#smallsteps A1: yes!")
                .minute(6)
                .say(
                        "Mei",
                        "A1. Pupils talk in pairs for one minute before anybody speaks to the whole class",
                        Filing.answer(1, true),
                        Map.of("❤️", 4))
                .say(
                        "Ravi",
                        "A1: Pupils talk in pairs for one minute before anybody speaks to the whole class!!",
                        Filing.answer(1, true))
                .minute(7)
                .say(
                        "Noor",
                        "A1.2 The waiting time was hard for me: five seconds of quiet feel like a whole lesson.",
                        part(1, "2"))
                .answer(1, "Okan", "A1: my cat just walked over the keyboard, sorry, is the kettle on anywhere?")
                .answer(
                        1,
                        "Sofie",
                        "A1: A talking stick. Quiet pupils got their turn to talk and the loud ones learned to wait.")
                .say(
                        "Ben",
                        "A1 Sentence starters on every table. Pupils talk to each other instead of to me.",
                        Filing.answer(1, true).repeating(message(4)))
                .minute(15)
                .ask(2, "Q2: Where did you find it? #smallsteps")
                .answer(
                        2,
                        "Sofie",
                        "A2: In a little book on dialogue, notes are here: https://example.org/notes?utm_source=chat&n=1. Worth a read on the train.")
                .answer(
                        2,
                        "Ben",
                        "A2: A colleague next door showed me her starters, and I copied them the same day (https://example.org/notes?utm_source=chat&n=1)")
                .say(
                        "Mei",
                        "A1 & A2: we tried it together in our team, a colleague watched and told me what she saw",
                        both(1, 2))
                .answer(2, "Leila", "A2: من زميلتي في الصف المجاور، كنا نخطط الدرس معا كل أسبوع")
                .say("Okan", "off the record: my head would never allow it", Filing.answer(2, true))
                .say("Chidi", "The kettle is on!", Filing.as(Kind.SIDE, true))
                .minute(58)
                .say("Noor", "FA: I will try the sentence starters on Monday.", Filing.as(Kind.FINAL, true))
                .minute(190)
                .answer(
                        2,
                        "Jo",
                        "A2 Late, from the night train: I watched a colleague teach and stole her pair talk idea.");
    }
}
