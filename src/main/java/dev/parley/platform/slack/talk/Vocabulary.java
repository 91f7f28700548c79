package dev.parley.platform.slack.talk;

import dev.parley.conversation.Verb;
import dev.parley.platform.Order;
import dev.parley.platform.slack.wire.SlackPhrase;
import dev.parley.platform.talk.CommandNames;
import dev.parley.platform.talk.Look;
import dev.parley.platform.talk.OrderPhrases;
import dev.parley.platform.talk.TalkPhrase;
import dev.parley.platform.talk.VerbPhrases;
import dev.parley.voice.Phrase;
import dev.parley.voice.Voice;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be written behind the command, in the community's words; ours are understood besides. */
final class Vocabulary {

    /** What is wished by a word. */
    sealed interface Meaning {
        /** To see something. */
        record See(Look look) implements Meaning {}

        /** One of the host's verbs. */
        record Steer(Verb.Name verb) implements Meaning {}

        /** To answer a question. */
        record Answer() implements Meaning {}

        /** To see one's own answers. */
        record Mine() implements Meaning {}

        /** Something of coaching, which the next word says. */
        record Coach() implements Meaning {}

        /** To see what can be written. */
        record Help() implements Meaning {}
    }

    private final Voice voice;
    private final String command;

    /** What each is called and what is said of it, in the order in which help names them. */
    private final Map<Meaning, Entry> entries = new LinkedHashMap<>();

    private final Map<String, Meaning> words = new LinkedHashMap<>();

    private record Entry(String name, Phrase about) {}

    /** What can be ordered of coaching, likewise. */
    private final Map<Order.Kind, Entry> orders = new EnumMap<>(Order.Kind.class);

    private final Map<String, Order.Kind> orderWords = new LinkedHashMap<>();

    /**
     * In the words of a community.
     *
     * @param coached whether it has coaching
     */
    Vocabulary(Voice voice, boolean coached) {
        this.voice = voice;
        this.command = voice.say(SlackPhrase.COMMAND);
        for (Look look : Look.values()) {
            add(new Meaning.See(look), look.phrase(), look.about());
        }
        add(new Meaning.Answer(), TalkPhrase.NAME_ANSWER, TalkPhrase.ABOUT_ANSWER);
        add(new Meaning.Mine(), TalkPhrase.NAME_MINE, TalkPhrase.ABOUT_MINE);
        if (coached) {
            add(new Meaning.Coach(), TalkPhrase.NAME_COACHING, TalkPhrase.ABOUT_COACHING);
        }
        add(new Meaning.Help(), SlackPhrase.NAME_HELP, SlackPhrase.ABOUT_HELP);
        for (Verb.Name verb : Verb.Name.values()) {
            VerbPhrases phrases = VerbPhrases.of(verb);
            add(new Meaning.Steer(verb), phrases.name(), phrases.about());
        }
        entries.forEach((meaning, entry) -> words.putIfAbsent(folded(entry.name()), meaning));
        ours().forEach(words::putIfAbsent);
        if (coached) {
            words.putIfAbsent("coaching", new Meaning.Coach());
        }
        orders();
    }

    private void orders() {
        String coaching = voice.say(TalkPhrase.NAME_COACHING);
        for (Order.Kind kind : Order.Kind.values()) {
            OrderPhrases phrases = OrderPhrases.of(kind);
            String name = voice.say(phrases.name());
            orders.put(kind, new Entry(coaching + " " + name, phrases.about()));
            orderWords.putIfAbsent(folded(name), kind);
        }
        for (Order.Kind kind : Order.Kind.values()) {
            orderWords.putIfAbsent(kind.name().toLowerCase(Locale.ROOT), kind);
        }
    }

    private void add(Meaning meaning, Phrase name, Phrase about) {
        entries.put(meaning, new Entry(voice.say(name), about));
    }

    private static Map<String, Meaning> ours() {
        Map<String, Meaning> ours = new LinkedHashMap<>();
        for (Look look : Look.values()) {
            ours.put(look.name().toLowerCase(Locale.ROOT), new Meaning.See(look));
        }
        for (Verb.Name verb : Verb.Name.values()) {
            ours.put(verb.word(), new Meaning.Steer(verb));
        }
        ours.put("answer", new Meaning.Answer());
        ours.put("mine", new Meaning.Mine());
        ours.put("help", new Meaning.Help());
        return ours;
    }

    private static String folded(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    /** What a word means; empty for one that is not known. Neither case counts nor a mark behind it. */
    Optional<Meaning> meaning(String word) {
        return Optional.ofNullable(words.get(bare(word)));
    }

    /** What the word behind that of coaching orders; likewise. */
    Optional<Order.Kind> order(String word) {
        return Optional.ofNullable(orderWords.get(bare(word)));
    }

    private static String bare(String word) {
        int end = word.length();
        while (end > 0 && "?!.,:;".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return folded(word.substring(0, end));
    }

    /** What can be written, as light Markdown. */
    String help(boolean host) {
        return help(entries.entrySet().stream()
                .filter(entry -> host || !(entry.getKey() instanceof Meaning.Steer))
                .map(Map.Entry::getValue));
    }

    /** What can be ordered of coaching, as light Markdown. */
    String helpOnCoaching() {
        return help(orders.values().stream());
    }

    private String help(Stream<Entry> said) {
        return voice.say(SlackPhrase.HELP, Map.of("command", command))
                + "\n\n"
                + said.map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(Entry entry) {
        return voice.say(
                SlackPhrase.HELP_LINE,
                Map.of("command", command, "name", entry.name(), "about", voice.say(entry.about())));
    }

    /** What sentences call them. */
    CommandNames names() {
        return new CommandNames(
                command,
                voice.say(TalkPhrase.NAME_SCHEDULE),
                command + " " + voice.say(TalkPhrase.NAME_ANSWER),
                command + " " + voice.say(TalkPhrase.NAME_MINE),
                voice.say(SlackPhrase.OPTION_CHANNEL));
    }
}
