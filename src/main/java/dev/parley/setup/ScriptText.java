package dev.parley.setup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Pace;
import dev.parley.conversation.Question;
import dev.parley.conversation.Script;
import dev.parley.setup.PromptText.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a script of a prompts file of the kind {@code chat}. */
final class ScriptText {

    private static final int MOST_QUESTIONS = 20;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Pattern QUESTION = Pattern.compile("Q(\\d{1,3})(?: ?\\(([^()]*)\\))?");
    private static final Pattern NEARLY = Pattern.compile("(?i)(?:q|question)\\W{0,3}(\\d{1,3}).{0,200}");
    private static final List<String> HEADINGS = List.of("Welcome", "Introductions", "Q1", "Closing");
    private static final Rules RULES = Rules.of("chat.schema.json");

    private final String name;
    private final PromptText file;
    private final Problems problems;
    private final Map<String, Section> words = new TreeMap<>();
    private final List<Asked> asked = new ArrayList<>();

    private record Asked(int number, Section section, Optional<Duration> planned) {}

    private ScriptText(String name, PromptText file, Problems problems) {
        this.name = name;
        this.file = file;
        this.problems = problems;
    }

    /** The script; of no use where it has told problems. */
    static Script read(String name, PromptText file, Problems problems) {
        return new ScriptText(name, file, problems).script();
    }

    private Script script() {
        Pace pace = pace(file.front().root().path("pace"));
        RULES.check(file.front(), problems);
        file.sections().forEach(this::section);
        missing();
        return new Script(
                name,
                file.front().root().path("title").asText(),
                text("Welcome"),
                text("Introductions"),
                questions(pace),
                text("Closing"),
                pace);
    }

    private void section(Section section) {
        Matcher question = QUESTION.matcher(section.heading());
        if (question.matches()) {
            question(section, Integer.parseInt(question.group(1)), Optional.ofNullable(question.group(2)));
        } else if (HEADINGS.contains(section.heading())) {
            Section first = words.putIfAbsent(section.heading(), section);
            if (first != null) {
                section.again(first, problems);
            }
        } else {
            unknown(section);
        }
        section.fits(problems);
    }

    private void question(Section section, int number, Optional<String> time) {
        int expected = asked.size() + 1;
        Optional<Asked> first =
                asked.stream().filter(one -> one.number() == number).findFirst();
        if (first.isPresent()) {
            section.again(first.get().section(), problems);
            return;
        }
        if (number != expected) {
            problems.add(
                    section.at(),
                    "Q" + number + " comes where Q" + expected + " is expected",
                    "Number the questions from Q1 without a gap.");
        }
        if (expected == MOST_QUESTIONS + 1) {
            problems.add(
                    section.at(),
                    "There are more than " + MOST_QUESTIONS + " questions",
                    "Move some to another script; an hour has room for about seven.");
        }
        asked.add(new Asked(number, section, time.flatMap(text -> planned(section, text))));
    }

    private Optional<Duration> planned(Section section, String text) {
        Optional<Duration> planned =
                Spans.read(text).filter(span -> span.compareTo(LEAST) >= 0 && span.compareTo(HOUR) <= 0);
        if (planned.isEmpty()) {
            problems.add(
                    section.at(),
                    "\"" + text + "\" is no planned time",
                    "Write one from a minute to an hour, such as ## Q" + (asked.size() + 1) + " (8 minutes).");
        }
        return planned;
    }

    /** Tells a wrong heading, and takes it for the one that was probably meant, so that this one is not missed as well. */
    private void unknown(Section section) {
        Matcher question = NEARLY.matcher(section.heading());
        String what = "There is no section \"" + section.heading() + "\" in a script";
        if (question.matches()) {
            int number = Integer.parseInt(question.group(1));
            problems.add(section.at(), what, "The nearest is \"Q" + number + "\"; the question itself goes below it.");
            asked.add(new Asked(number, section, Optional.empty()));
        } else {
            problems.add(section.at(), what, Nearest.remedy(section.heading(), HEADINGS));
            Nearest.to(section.heading(), HEADINGS).ifPresent(near -> words.putIfAbsent(near, section));
        }
    }

    private void missing() {
        List<String> missing = new ArrayList<>(List.of("Welcome", "Q1", "Closing"));
        missing.removeAll(words.keySet());
        missing.removeIf(heading -> heading.equals("Q1") && !asked.isEmpty());
        if (!missing.isEmpty()) {
            problems.add(
                    file.end(),
                    "There is no section \"" + String.join("\" and no \"", missing) + "\"",
                    "Add ## " + String.join(" and ## ", missing) + " with its text below.");
        }
    }

    private String text(String heading) {
        Section section = words.get(heading);
        return section == null ? "" : section.text();
    }

    private List<Question> questions(Pace pace) {
        Duration share = share(pace);
        List<Question> questions = new ArrayList<>();
        for (Asked one : asked) {
            questions.add(new Question(
                    questions.size() + 1, one.section().text(), one.planned().orElse(share)));
        }
        return questions;
    }

    /** What is left of an hour for each question that has no planned time of its own. */
    private Duration share(Pace pace) {
        long without = asked.stream().filter(one -> one.planned().isEmpty()).count();
        Duration left = asked.stream()
                .flatMap(one -> one.planned().stream())
                .reduce(HOUR.minus(pace.introductions()).minus(pace.closing()), Duration::minus);
        if (without == 0) {
            return LEAST;
        }
        Duration share = left.dividedBy(without);
        if (share.compareTo(LEAST) < 0) {
            problems.add(
                    asked.getFirst().section().at(),
                    "An hour leaves less than a minute for each question without a planned time",
                    "Give every question a planned time, or shorten introductions and closing.");
        }
        return share;
    }

    private Pace pace(JsonNode pace) {
        Pace usual = Pace.USUAL;
        return new Pace(
                span(pace, "introductions", usual.introductions()),
                span(pace, "closing", usual.closing()),
                span(pace, "answering", usual.answering()),
                pace.path("hold").asText().matches("\\d{1,3}%")
                        ? Integer.parseInt(pace.path("hold").asText().replace("%", ""))
                        : usual.holdPercent(),
                span(pace, "quiet", usual.quiet()),
                span(pace, "warning", usual.warning()));
    }

    private Duration span(JsonNode pace, String key, Duration usual) {
        String text = pace.path(key).textValue();
        if (text == null) {
            return usual;
        }
        Optional<Duration> span = Spans.read(text).filter(given -> given.compareTo(HOUR) < 0);
        if (span.isEmpty()) {
            problems.add(
                    file.front().value("/pace/" + key),
                    "\"" + text + "\" is no span of time under an hour",
                    "Write for example " + key + ": " + Spans.write(usual) + ".");
        }
        return span.orElse(usual);
    }
}
