package dev.parley.demo;

import dev.parley.setup.Problem;
import dev.parley.setup.SetupTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a play. Under {@code ## People} each line names one of them; under {@code ## Introductions}, {@code ## Q1} and so on, and
 * {@code ## Closing} each line is something that is done:
 *
 * <pre>
 * - after 12% Maya: what she says
 * - after 20% Maya [plan]: what she says, called plan from here on
 * - after 35% Teo to [plan]: a reply
 * - after 38% Ruth to [Q1]: a reply to a question
 * - after 40% Maya edits [plan]: what it says now
 * - after 50% Teo reacts to [plan] with 👍
 * - after 60% Maya deletes [plan]
 * </pre>
 *
 * What stands before the first heading is for whoever reads the file.
 */
public final class PlayText {

    private static final String HOW =
            "Write for example \"- after 12% Maya: …\", \"- after 12% Maya [name]: …\", \"- after 12% Teo to [name]: …\", "
                    + "\"edits [name]: …\", \"deletes [name]\" or \"reacts to [name] with 👍\".";

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private final Map<Play.Part, List<Cue>> parts = new LinkedHashMap<>();
    private final Map<String, String> authors = new HashMap<>();
    private int line;

    private PlayText(String file) {
        this.file = file;
    }

    /** Reads a file. Throws {@link SetupTrouble} with all that is wrong with it. */
    public static Play read(Path path) {
        try {
            return read(path.toString(), Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException trouble) {
            throw new SetupTrouble(List.of(
                    new Problem(path.toString(), 1, 1, "This file cannot be read", "Put it there, as text in UTF-8.")));
        }
    }

    /**
     * Reads a text. Throws {@link SetupTrouble} with all that is wrong with it.
     *
     * @param file how problems name it
     */
    static Play read(String file, String text) {
        return new PlayText(file).play(text);
    }

    private Play play(String text) {
        Section section = new Section.Preface();
        for (String each : text.lines().toList()) {
            line++;
            String words = each.strip();
            if (words.startsWith("## ")) {
                section = section(words.substring(3).strip());
            } else if (!words.isEmpty()) {
                take(section, words);
            }
        }
        if (people.isEmpty()) {
            line = 1;
            problem("There are no people here", "Name them under \"## People\", one a line: \"- Maya\".");
        }
        if (!problems.isEmpty()) {
            throw new SetupTrouble(problems);
        }
        return new Play(people, parts);
    }

    private sealed interface Section {
        record Preface() implements Section {}

        record People() implements Section {}

        record Acts(List<Cue> cues) implements Section {}
    }

    private Section section(String heading) {
        if (heading.equals("People")) {
            return new Section.People();
        }
        Optional<Play.Part> part = part(heading);
        List<Cue> cues = new ArrayList<>();
        if (part.isEmpty()) {
            problem(
                    "\"" + heading + "\" is no part of a chat",
                    "Use People, Introductions, Q1, Q2 and so on, or Closing.");
        } else if (parts.putIfAbsent(part.get(), cues) != null) {
            problem("\"" + heading + "\" is there twice", "Put both under one heading.");
        }
        return new Section.Acts(cues);
    }

    private static Optional<Play.Part> part(String heading) {
        return switch (heading) {
            case "Introductions" -> Optional.of(new Play.Part.Introductions());
            case "Closing" -> Optional.of(new Play.Part.Closing());
            default ->
                number(heading.startsWith("Q") ? heading.substring(1) : "", 1, 99)
                        .map(Play.Part.Question::new);
        };
    }

    private static Optional<Integer> number(String digits, int least, int most) {
        boolean isNumber =
                !digits.isEmpty() && digits.length() < 4 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Integer.parseInt(digits)).filter(n -> n >= least && n <= most) : Optional.empty();
    }

    private void take(Section section, String words) {
        switch (section) {
            case Section.Preface() -> {}
            case Section.People() -> item(words).ifPresent(this::person);
            case Section.Acts(List<Cue> cues) -> item(words).flatMap(this::cue).ifPresent(cue -> add(cues, cue));
        }
    }

    private Optional<String> item(String words) {
        if (words.startsWith("- ")) {
            return Optional.of(words.substring(2).strip());
        }
        problem(
                "This line does not begin with a dash",
                "Begin each line with \"- \"; a line is not continued on the next.");
        return Optional.empty();
    }

    private void person(String name) {
        if (people.contains(name)) {
            problem("\"" + name + "\" is there twice", "Give each of the people a name of their own.");
        } else if (name.contains(":") || name.contains("[") || name.contains(" ")) {
            problem("\"" + name + "\" cannot be used as a name here", "Use one word.");
        } else {
            people.add(name);
        }
    }

    private void add(List<Cue> cues, Cue cue) {
        if (!cues.isEmpty() && cues.getLast().percent() > cue.percent()) {
            problem("This comes before the line above it", "Put the lines in the order of their per cent.");
        }
        cues.add(cue);
    }

    private Optional<Cue> cue(String words) {
        int sign = words.indexOf("% ");
        Optional<Integer> percent =
                words.startsWith("after ") && sign > 0 ? number(words.substring(6, sign), 0, 99) : Optional.empty();
        if (percent.isEmpty()) {
            problem("This does not begin with \"after\" and a per cent from 0 to 99", HOW);
            return Optional.empty();
        }
        return act(words.substring(sign + 2).strip()).map(act -> new Cue(percent.get(), act));
    }

    private Optional<Act> act(String words) {
        Optional<String> person = people.stream()
                .filter(name -> words.startsWith(name)
                        && words.length() > name.length()
                        && " :".indexOf(words.charAt(name.length())) >= 0)
                .findFirst();
        if (person.isEmpty()) {
            problem("Nobody of the people does this", "Begin with a name from under \"## People\". " + HOW);
            return Optional.empty();
        }
        String rest = words.substring(person.get().length()).strip();
        if (rest.startsWith("edits [")) {
            return edit(person.get(), rest.substring(6));
        }
        if (rest.startsWith("deletes [")) {
            return delete(person.get(), rest.substring(8));
        }
        if (rest.startsWith("reacts to [")) {
            return react(person.get(), rest.substring(10));
        }
        return say(person.get(), rest);
    }

    private Optional<Act> say(String person, String words) {
        Optional<Bracketed> to = words.startsWith("to [") ? bracketed(words.substring(3)) : Optional.empty();
        String rest = to.map(Bracketed::rest).orElse(words);
        Optional<Bracketed> name = rest.startsWith("[") ? bracketed(rest) : Optional.empty();
        Optional<String> text = text(name.map(Bracketed::rest).orElse(rest));
        if (text.isEmpty() || to.isPresent() && !isKnown(to.get().name())) {
            return Optional.empty();
        }
        if (name.isPresent()
                && (isQuestion(name.get().name())
                        || authors.putIfAbsent(name.get().name(), person) != null)) {
            problem("There is a [" + name.get().name() + "] already", "Give each message a name of its own.");
        }
        return Optional.of(new Act.Say(person, to.map(Bracketed::name), name.map(Bracketed::name), text.get()));
    }

    private Optional<Act> edit(String person, String words) {
        return bracketed(words)
                .filter(message -> isOwn(person, message.name()))
                .flatMap(message -> text(message.rest()).map(text -> new Act.Edit(person, message.name(), text)));
    }

    private Optional<Act> delete(String person, String words) {
        Optional<Bracketed> message = bracketed(words).filter(found -> isOwn(person, found.name()));
        if (message.isPresent() && !message.get().rest().isEmpty()) {
            problem("There is something behind the message's name", HOW);
            return Optional.empty();
        }
        message.ifPresent(gone -> authors.remove(gone.name()));
        return message.map(gone -> new Act.Delete(person, gone.name()));
    }

    private Optional<Act> react(String person, String words) {
        Optional<Bracketed> message = bracketed(words).filter(found -> isKnown(found.name()));
        if (message.isPresent() && !message.get().rest().startsWith("with ")) {
            problem("It is not said with what", HOW);
            return Optional.empty();
        }
        return message.map(found -> new Act.React(
                person, found.name(), found.rest().substring("with ".length()).strip()));
    }

    /** A name in brackets and what comes behind it. */
    private record Bracketed(String name, String rest) {}

    private Optional<Bracketed> bracketed(String words) {
        int end = words.indexOf(']');
        if (end < 2) {
            problem("A message's name is missing or its bracket is not closed", HOW);
            return Optional.empty();
        }
        return Optional.of(
                new Bracketed(words.substring(1, end), words.substring(end + 1).strip()));
    }

    private Optional<String> text(String words) {
        String text = words.startsWith(":") ? words.substring(1).strip() : "";
        if (text.isEmpty()) {
            problem("It is not said what somebody says", HOW);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private boolean isKnown(String message) {
        boolean known = authors.containsKey(message) || isQuestion(message);
        if (!known) {
            problem(
                    "There is no message [" + message + "] before this line",
                    "Name it where it is said: \"Maya [" + message + "]: …\".");
        }
        return known;
    }

    private static boolean isQuestion(String message) {
        return part(message).filter(Play.Part.Question.class::isInstance).isPresent();
    }

    private boolean isOwn(String person, String message) {
        if (!isKnown(message)) {
            return false;
        }
        boolean own = person.equals(authors.get(message));
        if (!own) {
            problem(
                    "[" + message + "] was not said by " + person,
                    "People change and delete only what they said themselves.");
        }
        return own;
    }

    private void problem(String what, String remedy) {
        problems.add(new Problem(file, line, 1, what, remedy));
    }
}
