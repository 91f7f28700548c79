package dev.parley.platform.slack.talk;

import dev.parley.conversation.RoomId;
import dev.parley.conversation.Verb;
import dev.parley.platform.Order;
import dev.parley.platform.slack.wire.Names;
import dev.parley.platform.slack.wire.PlainText;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.talk.Exchange;
import dev.parley.platform.talk.Saying;
import dev.parley.platform.talk.Talk;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one command, and what is written behind it. */
final class Commands {
    private static final String SPACES = "\\s{1,99}";

    /** A question as people write it: {@code Q3}, {@code a3:}, {@code 3:}; a number alone may begin a sentence. */
    private static final Pattern QUESTION =
            Pattern.compile("(?:[QqAa]\\s?(\\d{1,2})(?!\\w)[:.)]?|(\\d{1,2})(?:[:.)]|$))\\s*");

    /** A channel, as Slack writes it: {@code <#C123|tuesday-talk>}. */
    private static final Pattern CHANNEL = Pattern.compile("(?:in\\s{1,9})?<#([A-Z0-9]{1,40})(?:\\|[^<>]{0,99})?>\\s*");

    private static final Pattern PERSON = Pattern.compile("<@([A-Z0-9]{1,40})(?:\\|[^<>]{0,99})?>");

    private final Vocabulary vocabulary;
    private final Talk talk;
    private final Rooms rooms;
    private final Names names;

    Commands(Vocabulary vocabulary, Talk talk, Rooms rooms, Names names) {
        this.vocabulary = vocabulary;
        this.talk = talk;
        this.rooms = rooms;
        this.names = names;
    }

    /** Carries out what was written behind the command. */
    void used(Exchange exchange, Deed deed, String written) {
        String text = written.strip();
        String[] words = text.split(SPACES, 2);
        String rest = words.length < 2 ? "" : words[1];
        Optional<Vocabulary.Meaning> meaning = vocabulary.meaning(words[0]);
        if (meaning.isPresent()) {
            carryOut(exchange, deed, meaning.get(), rest);
        } else if (QUESTION.matcher(text).lookingAt()) {
            answer(exchange, deed, text);
        } else {
            help(exchange, plain(deed, text));
        }
    }

    private void carryOut(Exchange exchange, Deed deed, Vocabulary.Meaning meaning, String rest) {
        switch (meaning) {
            case Vocabulary.Meaning.See see -> talk.look(exchange, channel(deed, rest), see.look());
            case Vocabulary.Meaning.Mine _ -> talk.mine(exchange, channel(deed, rest));
            case Vocabulary.Meaning.Answer _ -> answer(exchange, deed, rest);
            case Vocabulary.Meaning.Coach _ -> coaching(exchange, deed, rest.strip());
            case Vocabulary.Meaning.Help _ -> help(exchange, "");
            case Vocabulary.Meaning.Steer steer ->
                talk.steer(exchange, channel(deed, rest), steer.verb(), detail(deed, steer.verb(), rest));
        }
    }

    /** Without a word, or with one that is not known, it is said what there is. */
    private void coaching(Exchange exchange, Deed deed, String rest) {
        String[] words = rest.split(SPACES, 2);
        Optional<Order.Kind> kind = rest.isEmpty() ? Optional.of(Order.Kind.OVERVIEW) : vocabulary.order(words[0]);
        if (kind.isPresent()) {
            talk.coaching(exchange, order(deed, kind.get(), words.length < 2 ? "" : words[1]));
        } else {
            talk.tell(exchange, _ -> helping(vocabulary.helpOnCoaching(), plain(deed, rest)));
        }
    }

    private Order order(Deed deed, Order.Kind kind, String said) {
        Matcher person = PERSON.matcher(said);
        if (kind != Order.Kind.PARTNER || !person.find()) {
            return new Order(kind, Optional.empty(), plain(deed, said).strip());
        }
        String cycle = said.substring(0, person.start()) + said.substring(person.end());
        return new Order(kind, named(deed, person.group(1)), plain(deed, cycle).strip());
    }

    /** A person whom somebody names; empty for a machine. */
    private Optional<Order.Named> named(Deed deed, String user) {
        Names.Known known = names.of(deed.team(), user);
        return known.machine()
                ? Optional.empty()
                : Optional.of(new Order.Named(Rooms.account(deed.team(), user), known.name()));
    }

    private String plain(Deed deed, String text) {
        return PlainText.of(text, user -> names.of(deed.team(), user).name());
    }

    /** The channel that is named, as the id of its room; empty where none is. */
    private String channel(Deed deed, String rest) {
        Matcher named = CHANNEL.matcher(rest);
        if (!named.find()) {
            return "";
        }
        RoomId room = rooms.room(deed.team(), named.group(1));
        return room == null ? named.group(1) : room.id();
    }

    /** What was typed is kept, not what it was said about. */
    private void answer(Exchange exchange, Deed deed, String rest) {
        Matcher in = CHANNEL.matcher(rest);
        String room = in.lookingAt() ? channel(deed, rest) : "";
        String about = room.isEmpty() ? rest : rest.substring(in.end());
        Matcher named = QUESTION.matcher(about);
        boolean isNamed = named.lookingAt();
        String question = isNamed ? Optional.ofNullable(named.group(1)).orElse(named.group(2)) : "";
        String typed =
                plain(deed, isNamed ? about.substring(named.end()) : about).strip();
        if (typed.isEmpty()) {
            talk.answer(exchange, room, question);
        } else {
            talk.answer(exchange, room, question, typed);
        }
    }

    private String detail(Deed deed, Verb.Name verb, String rest) {
        return switch (verb) {
            case ADD -> plain(deed, withoutChannel(rest)).strip();
            case JUMP -> rest.replaceAll("\\D", "");
            case COHOST -> {
                Matcher person = PERSON.matcher(rest);
                yield person.find()
                        ? Rooms.account(deed.team(), person.group(1)).id()
                        : "";
            }
            case START, NEXT, HOLD, PAUSE, RESUME, SKIP, REPEAT, END, UNDO -> "";
        };
    }

    private static String withoutChannel(String rest) {
        Matcher in = CHANNEL.matcher(rest);
        return in.lookingAt() ? rest.substring(in.end()) : rest;
    }

    /** What was not understood is given back, since it may have been an answer. */
    private void help(Exchange exchange, String notUnderstood) {
        talk.tell(exchange, caller -> helping(vocabulary.help(talk.isHost(caller)), notUnderstood));
    }

    private static Saying helping(String help, String notUnderstood) {
        return notUnderstood.isEmpty()
                ? Saying.of(help)
                : new Saying(help, Optional.of(notUnderstood), false, List.of());
    }
}
