package dev.parley.setup;

import dev.parley.voice.Phrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the operator and the community have written down.
 *
 * @param configuration the settings
 * @param prompts scripts and voice
 * @param warnings what is no mistake, and yet looks like one
 */
public record Setup(Configuration configuration, Prompts prompts, List<Problem> warnings) {

    public Setup {
        warnings = List.copyOf(warnings);
    }

    /** Where the settings are, from the home folder. */
    public static final String USUAL_FILE = "config/parley.yaml";

    /**
     * Reads the settings and all prompts, and tells all that is wrong with any of them.
     *
     * @param home the folder of the launcher, at which relative paths begin
     * @param file the settings file that was asked for; empty for the usual one, which need not exist
     * @param phrases all that Parley can say
     */
    public static Reading<Setup> read(Path home, Optional<Path> file, Collection<? extends Phrase> phrases) {
        Path base = home.toAbsolutePath().normalize();
        Path path = file.orElse(base.resolve(USUAL_FILE));
        Problems problems = new Problems(Labels.of(path));
        Tree tree = tree(path, file.isPresent(), problems);
        ConfigurationText text = new ConfigurationText(base, tree, problems);
        Configuration configuration = text.read();
        Reading<Prompts> prompts = Prompts.read(configuration.prompts(), phrases);
        if (Files.isDirectory(configuration.prompts())) {
            Map<String, String> kinds = Prompts.kinds(configuration.prompts(), phrases);
            String folder = Labels.of(configuration.prompts());
            known("script", text.scripts(), kinds, folder, problems);
            known("cycle", text.named("cycles"), kinds, folder, problems);
            known("framework", text.named("frameworks"), kinds, folder, problems);
        }
        List<Problem> all = new ArrayList<>(problems.list());
        all.addAll(prompts.problems());
        return all.isEmpty()
                ? new Reading.Good<>(new Setup(configuration, prompts.value(), text.warnings()))
                : new Reading.Broken<>(all);
    }

    /** Tells names of prompts files that are not there, or are of another kind. */
    private static void known(
            String what, Map<Spot, String> named, Map<String, String> kinds, String folder, Problems problems) {
        String kind = what.equals("script") ? Prompts.CHAT : what;
        List<String> known = kinds.keySet().stream()
                .filter(name -> kind.equals(kinds.get(name)))
                .toList();
        named.forEach((spot, name) -> {
            if (!known.contains(name)) {
                problems.add(
                        spot,
                        "There is no " + what + " \"" + name + "\" in " + folder,
                        known.isEmpty() ? "Write the file " + name + ".md there." : Nearest.remedy(name, known));
            }
        });
    }

    private static Tree tree(Path path, boolean asked, Problems problems) {
        return asked || Files.exists(path)
                ? TextFile.read(path, problems)
                        .flatMap(text -> YamlText.read(text, 0, problems))
                        .orElse(Tree.EMPTY)
                : Tree.EMPTY;
    }
}
