package dev.parley.setup;

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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The prompts of a community: every Markdown file of one folder, used or not.
 *
 * @param scripts by name, which is the file's without its ending
 * @param voice what Parley says around them
 */
public record Prompts(SortedMap<String, Script> scripts, Voice voice) {

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

    /** The names of all script files of a folder, also of those that are broken. */
    static Set<String> scriptNames(Path folder, Collection<? extends Phrase> phrases) {
        Folder files = new Folder(folder, phrases);
        return files.others().stream().map(Folder::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** One reading of a folder. */
    private static final class Folder {

        private final Path folder;
        private final Map<String, List<Phrase>> phrases = new TreeMap<>();
        private final SortedMap<String, Script> scripts = new TreeMap<>();
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
                script(file);
            }
            return Reading.of(new Prompts(scripts, new Voice(texts)), problems);
        }

        void voices() {
            phrases.forEach(this::voice);
        }

        private void voice(String name, List<Phrase> phrases) {
            Path path = folder.resolve(name + ".md");
            Problems problems = new Problems(Labels.of(path));
            TextFile.read(path, problems)
                    .flatMap(text -> PromptText.read(text, problems))
                    .map(file -> VoiceText.read(file, phrases, problems))
                    .ifPresent(said -> said.forEach((phrase, text) -> texts.put(Voice.place(phrase), text)));
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

        private void script(Path path) {
            Problems problems = new Problems(Labels.of(path));
            Optional<PromptText> text = TextFile.read(path, problems).flatMap(read -> PromptText.read(read, problems));
            text.ifPresent(file -> {
                if (file.kind().filter("voice"::equals).isPresent()) {
                    problems.add(
                            file.front().value("/kind"),
                            "Nothing in this voice file is ever said",
                            "Its name must be one of: " + String.join(".md, ", phrases.keySet()) + ".md.");
                } else {
                    scripts.put(name(path), ScriptText.read(name(path), file, problems));
                }
            });
            this.problems.addAll(problems.list());
        }

        private static String name(Path file) {
            String name = file.getFileName().toString();
            return name.endsWith(".md") ? name.substring(0, name.length() - 3) : name;
        }
    }
}
