package dev.parley.platform.discord.talk;

import static java.util.Objects.requireNonNull;

import dev.parley.conversation.Verb;
import dev.parley.platform.Letters;
import dev.parley.platform.Order;
import dev.parley.platform.discord.wire.DiscordPhrase;
import dev.parley.platform.talk.CommandNames;
import dev.parley.platform.talk.Look;
import dev.parley.platform.talk.OrderPhrases;
import dev.parley.platform.talk.TalkPhrase;
import dev.parley.platform.talk.VerbPhrases;
import dev.parley.voice.Voice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * The commands as Discord is told of them, called what the community calls them. A name that Discord would refuse, and with it all
 * commands, gives way to the one that it has here, and is complained about.
 */
public final class CommandBook {
    private static final Pattern NAME = Pattern.compile("[-_'\\p{L}\\p{N}]{1,32}");
    private static final int MENU_NAME = 32;
    private static final int DESCRIPTION = 100;
    private static final int SLASH = 1;
    private static final int MENU = 3;
    private static final int SUBCOMMAND = 1;
    private static final int TEXT = 3;
    private static final int NUMBER = 4;
    private static final int PERSON = 6;
    private static final int IN_SERVERS = 0;
    private static final int IN_PRIVATE = 1;

    private final Voice voice;
    private final boolean severalRooms;
    private final List<String> troubles = new ArrayList<>();
    private final Map<String, Verb.Name> verbs;
    private final Map<String, Look> looks;
    final String chat;
    final String answer;
    final String mine;
    final String coaching;
    final String file;
    final String question;
    final String text;
    final String person;
    final String room;
    final String with;
    final String cycle;
    final String when;
    final String what;
    private final Map<String, Order.Kind> orders;
    private final boolean coached;
    private final String schedule;

    /**
     * The commands in the words of a community.
     *
     * @param severalRooms whether one may have to say which room is meant
     * @param coached whether the community has coaching
     */
    CommandBook(Voice voice, boolean severalRooms, boolean coached) {
        this.coached = coached;
        this.voice = voice;
        this.severalRooms = severalRooms;
        Function<TalkPhrase, String> commands = distinct(
                List.of(TalkPhrase.NAME_CHAT, TalkPhrase.NAME_ANSWER, TalkPhrase.NAME_MINE, TalkPhrase.NAME_COACHING));
        this.chat = commands.apply(TalkPhrase.NAME_CHAT);
        this.answer = commands.apply(TalkPhrase.NAME_ANSWER);
        this.mine = commands.apply(TalkPhrase.NAME_MINE);
        this.coaching = commands.apply(TalkPhrase.NAME_COACHING);
        this.file = fitting(TalkPhrase.NAME_FILE, MENU_NAME);
        this.question = name(TalkPhrase.OPTION_QUESTION);
        this.text = name(TalkPhrase.OPTION_TEXT);
        this.person = name(TalkPhrase.OPTION_PERSON);
        this.room = name(TalkPhrase.OPTION_ROOM);
        this.with = name(TalkPhrase.OPTION_WITH);
        this.cycle = name(TalkPhrase.OPTION_CYCLE);
        this.when = name(TalkPhrase.OPTION_WHEN);
        this.what = name(TalkPhrase.OPTION_WHAT);
        Function<TalkPhrase, String> subcommands = distinct(subcommandPhrases());
        this.verbs = named(
                Verb.Name.values(),
                verb -> subcommands.apply(VerbPhrases.of(verb).name()));
        this.looks = named(Look.values(), look -> subcommands.apply(look.phrase()));
        this.schedule = subcommands.apply(Look.SCHEDULE.phrase());
        Function<TalkPhrase, String> ordered = distinct(Arrays.stream(Order.Kind.values())
                .map(kind -> OrderPhrases.of(kind).name())
                .toList());
        this.orders = named(
                Order.Kind.values(), kind -> ordered.apply(OrderPhrases.of(kind).name()));
    }

    /** Names for some that stand side by side. Those of one name are called by their own. */
    private Function<TalkPhrase, String> distinct(List<TalkPhrase> phrases) {
        Map<TalkPhrase, String> names = new EnumMap<>(TalkPhrase.class);
        phrases.forEach(phrase -> names.put(phrase, name(phrase)));
        Function<TalkPhrase, String> called = phrase -> requireNonNull(names.get(phrase));
        List<TalkPhrase> alike;
        do {
            alike = phrases.stream()
                    .filter(one -> Collections.frequency(names.values(), called.apply(one)) > 1)
                    .filter(one -> !called.apply(one).equals(own(one)))
                    .toList();
            alike.forEach(one -> {
                complain(called.apply(one), own(one));
                names.put(one, own(one));
            });
        } while (!alike.isEmpty());
        return called;
    }

    private static List<TalkPhrase> subcommandPhrases() {
        return Stream.concat(
                        Arrays.stream(Look.values()).map(look -> look.phrase()),
                        Arrays.stream(Verb.Name.values())
                                .map(verb -> VerbPhrases.of(verb).name()))
                .toList();
    }

    private static <T> Map<String, T> named(T[] all, Function<T, String> called) {
        Map<String, T> named = new LinkedHashMap<>();
        Arrays.stream(all).forEach(one -> named.put(called.apply(one), one));
        return named;
    }

    /** The name, or where Discord would not take it, the phrase's own. */
    private String name(TalkPhrase phrase) {
        String name = voice.say(phrase);
        if (NAME.matcher(name).matches() && name.equals(name.toLowerCase(Locale.ROOT))) {
            return name;
        }
        String own = own(phrase);
        complain(name, own);
        return own;
    }

    private static String own(TalkPhrase phrase) {
        return phrase.name().substring(phrase.name().indexOf('_') + 1).toLowerCase(Locale.ROOT);
    }

    private String fitting(TalkPhrase phrase, int longest) {
        String words = voice.say(phrase).replace('\n', ' ');
        if (words.length() <= longest) {
            return words;
        }
        String shorter = Letters.shortened(words, longest);
        complain(words, shorter);
        return shorter;
    }

    private void complain(String words, String instead) {
        troubles.add(voice.say(DiscordPhrase.NAME_UNFIT, Map.of("words", words, "instead", instead)));
    }

    /** What sentences call them. */
    CommandNames names() {
        return new CommandNames(chat, schedule, answer, mine, room);
    }

    /** What is wrong with the names, in whole sentences for the operator. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    /** What is wrong with the names that a community gives, in whole sentences for the operator. */
    public static List<String> troubles(Voice voice, boolean severalRooms) {
        return new CommandBook(voice, severalRooms, true).troubles();
    }

    Optional<Verb.Name> verb(String subcommand) {
        return Optional.ofNullable(verbs.get(subcommand));
    }

    Optional<Look> look(String subcommand) {
        return Optional.ofNullable(looks.get(subcommand));
    }

    /** What is ordered by a subcommand of coaching. */
    Optional<Order.Kind> order(String subcommand) {
        return Optional.ofNullable(orders.get(subcommand));
    }

    /** All of it, in the form in which Discord takes it. */
    DataArray registration() {
        DataArray all = DataArray.empty()
                .add(command(chat, TalkPhrase.ABOUT_CHAT, subcommands()))
                .add(command(answer, TalkPhrase.ABOUT_ANSWER, withRoom(question(false))))
                .add(command(mine, TalkPhrase.ABOUT_MINE, withRoom()))
                .add(DataObject.empty()
                        .put("type", MENU)
                        .put("name", file)
                        .put("contexts", DataArray.empty().add(IN_SERVERS)));
        return coached ? all.add(command(coaching, TalkPhrase.ABOUT_COACHING, orders())) : all;
    }

    private DataArray orders() {
        DataArray all = DataArray.empty();
        orders.forEach((name, kind) -> all.add(
                described(SUBCOMMAND, name, OrderPhrases.of(kind).about()).put("options", options(kind))));
        return all;
    }

    private DataArray options(Order.Kind kind) {
        return switch (kind) {
            case PARTNER ->
                DataArray.empty()
                        .add(described(PERSON, with, TalkPhrase.ABOUT_WITH).put("required", true))
                        .add(described(TEXT, cycle, TalkPhrase.ABOUT_CYCLE));
            case MEET -> DataArray.empty().add(described(TEXT, when, TalkPhrase.ABOUT_WHEN));
            case TRY, NEED -> DataArray.empty().add(described(TEXT, what, TalkPhrase.ABOUT_WHAT));
            case CLOCK -> DataArray.empty().add(described(TEXT, text, TalkPhrase.ABOUT_CLOCK_TEXT));
            case OVERVIEW, REFLECT, GOAL, JOURNAL, LEAVE -> DataArray.empty();
        };
    }

    private DataObject command(String name, TalkPhrase about, DataArray options) {
        return described(SLASH, name, about)
                .put("options", options)
                .put("contexts", DataArray.empty().add(IN_SERVERS).add(IN_PRIVATE));
    }

    private DataObject described(int type, String name, TalkPhrase about) {
        return DataObject.empty().put("type", type).put("name", name).put("description", fitting(about, DESCRIPTION));
    }

    private DataArray subcommands() {
        DataArray all = DataArray.empty();
        looks.forEach((name, look) ->
                all.add(described(SUBCOMMAND, name, look.about()).put("options", withRoom())));
        verbs.forEach((name, verb) -> all.add(
                described(SUBCOMMAND, name, VerbPhrases.of(verb).about()).put("options", options(verb))));
        return all;
    }

    private DataArray options(Verb.Name verb) {
        return switch (verb) {
            case ADD -> withRoom(described(TEXT, text, TalkPhrase.ABOUT_TEXT));
            case JUMP -> withRoom(question(true));
            case COHOST ->
                withRoom(described(PERSON, person, TalkPhrase.ABOUT_PERSON).put("required", true));
            case START, NEXT, HOLD, PAUSE, RESUME, SKIP, REPEAT, END, UNDO -> withRoom();
        };
    }

    private DataObject question(boolean required) {
        return described(NUMBER, question, TalkPhrase.ABOUT_QUESTION)
                .put("required", required)
                .put("min_value", 1)
                .put("autocomplete", true);
    }

    private DataArray withRoom(DataObject... options) {
        DataArray all = DataArray.fromCollection(List.of(options));
        if (severalRooms) {
            all.add(described(TEXT, room, TalkPhrase.ABOUT_ROOM).put("autocomplete", true));
        }
        return all;
    }
}
