package dev.parley.setup;

import dev.parley.coaching.Cycle;
import dev.parley.coaching.Framework;
import dev.parley.conversation.Script;
import dev.parley.voice.Phrase;
import dev.parley.voice.Voice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The prompts of a community: every Markdown file of one folder, used or not.
 *
 * @param scripts by name, which is the file's without its ending
 * @param cycles ways to work together in coaching, by name
 * @param frameworks words for what one grows in, by name
 * @param voice what Parley says around them
 */
public record Prompts(
        SortedMap<String, Script> scripts,
        SortedMap<String, Cycle> cycles,
        SortedMap<String, Framework> frameworks,
        Voice voice) {

    static final String CHAT = "chat";
    private static final String CYCLE = "cycle";
    private static final String FRAMEWORK = "framework";
    private static final String VOICE = "voice";

    /** What the voice files begin with in which people and leads are asked something. */
    private static final String COACHING = "coaching";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    /** Reads and checks every prompts file of a folder. */
    public static Reading<Prompts> read(Path folder, Collection<? extends Phrase> phrases) {
        return new Folder(folder, phrases).read();
    }

    /** Reads what Parley says; scripts are looked at only as far as is needed to tell them from voice files. */
    public static Reading<Voice> voice(Path folder, Collection<? extends Phrase> phrases) {
        Folder files = new Folder(folder, phrases);
        files.voices();
        return Reading.of(new Voice(files.texts), files.problems);
    }

    /** The kinds of all files of a folder that are no voice, by name in order, also of those that are broken. */
    static SortedMap<String, String> kinds(Path folder, Collection<? extends Phrase> phrases) {
        SortedMap<String, String> kinds = new TreeMap<>();
        new Folder(folder, phrases).others().forEach(file -> kinds.put(Folder.name(file), Folder.kind(file)));
        return kinds;
    }

    /** One reading of a folder. */
    private static final class Folder {

        private final Path folder;
        private final Map<String, List<Phrase>> phrases = new TreeMap<>();
        private final SortedMap<String, Script> scripts = new TreeMap<>();
        private final SortedMap<String, Cycle> cycles = new TreeMap<>();
        private final SortedMap<String, Framework> frameworks = new TreeMap<>();
        private final Map<String, String> texts = new HashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        Folder(Path folder, Collection<? extends Phrase> phrases) {
            this.folder = folder;
            phrases.forEach(phrase -> this.phrases
                    .computeIfAbsent(phrase.file(), file -> new ArrayList<>())
                    .add(phrase));
        }

        Reading<Prompts> read() {
            voices();
            for (Path file : others()) {
                other(file);
            }
            return Reading.of(new Prompts(scripts, cycles, frameworks, new Voice(texts)), problems);
        }

        void voices() {
            phrases.forEach(this::voice);
        }

        private void voice(String name, List<Phrase> phrases) {
            Path path = folder.resolve(name + ".md");
            Problems problems = new Problems(Labels.of(path));
            TextFile.read(path, problems)
                    .ifPresent(text -> PromptText.read(text, problems).ifPresent(file -> {
                        if (name.startsWith(COACHING)) {
                            Evaluation.refuse(text, file, problems);
                        }
                        VoiceText.read(file, phrases, problems)
                                .forEach((phrase, said) -> texts.put(Voice.place(phrase), said));
                    }));
            this.problems.addAll(problems.list());
        }

        private List<Path> others() {
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(".md"))
                        .filter(file -> !phrases.containsKey(name(file)))
                        .sorted()
                        .toList();
            } catch (IOException | UncheckedIOException missing) {
                Problems problems = new Problems(Labels.of(folder));
                problems.add(
                        Spot.START,
                        "This folder of prompts cannot be read",
                        "Make it, or correct prompts in the configuration.");
                this.problems.addAll(problems.list());
                return List.of();
            }
        }

        private void other(Path path) {
            Problems problems = new Problems(Labels.of(path));
            String name = name(path);
            TextFile.read(path, problems)
                    .ifPresent(text -> PromptText.read(text, problems).ifPresent(file -> {
                        String kind = kind(file);
                        if (kind.equals(CYCLE) || kind.equals(FRAMEWORK)) {
                            plain(name, problems);
                            Evaluation.refuse(text, file, problems);
                        }
                        switch (kind) {
                            case CYCLE -> cycles.put(name, CycleText.read(name, file, problems));
                            case FRAMEWORK -> frameworks.put(name, FrameworkText.read(name, file, problems));
                            case VOICE ->
                                problems.add(
                                        file.front().value("/kind"),
                                        "Nothing in this voice file is ever said",
                                        "Its name must be one of: " + String.join(".md, ", phrases.keySet()) + ".md.");
                            default -> scripts.put(name, ScriptText.read(name, file, problems));
                        }
                    }));
            this.problems.addAll(problems.list());
        }

        /** The name of a cycle or a framework travels in buttons. */
        private static void plain(String name, Problems problems) {
            if (!PLAIN.matcher(name).matches()) {
                problems.add(
                        Spot.START,
                        "\"" + name + "\" is no name for such a file",
                        "Use up to 40 letters, digits and dashes, such as our-own-cycle.md.");
            }
        }

        static String kind(Path path) {
            Problems untold = new Problems(Labels.of(path));
            return TextFile.read(path, untold)
                    .flatMap(text -> PromptText.read(text, untold))
                    .map(Folder::kind)
                    .orElse(CHAT);
        }

        /** What a file is, or was probably meant to be; its schema tells where the word is wrong. */
        private static String kind(PromptText file) {
            return file.kind()
                    .flatMap(kind ->
                            kind.equals(VOICE) ? Optional.of(VOICE) : Nearest.to(kind, List.of(CHAT, CYCLE, FRAMEWORK)))
                    .orElse(CHAT);
        }

        private static String name(Path file) {
            String name = file.getFileName().toString();
            return name.endsWith(".md") ? name.substring(0, name.length() - 3) : name;
        }
    }
}
