package dev.parley.setup;

import dev.parley.setup.FoldedText.Sentence;
import dev.parley.setup.FoldedText.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses what rates a person, in the files of coaching: scales, scores, ranks, streaks, numbered levels, comparisons, verdicts. What it
 * looks for are ways of asking, so that a class of grade 5, a plan that is evaluated or a student who scored remain what they are. A
 * sentence that says that nobody is rated is welcome.
 */
final class Evaluation {

    private static final Set<String> KEYS = Set.of(
            "score",
            "scores",
            "scoring",
            "scored",
            "rating",
            "ratings",
            "rate",
            "rank",
            "ranks",
            "ranking",
            "rankings",
            "streak",
            "streaks",
            "points",
            "grade",
            "grades",
            "grading",
            "stars",
            "percent",
            "percentage",
            "level",
            "levels",
            "scale",
            "leaderboard",
            "evaluation",
            "evaluate");
    private static final Pattern KEY_WORD = Pattern.compile("[-_ .]|(?<=[a-z])(?=[A-Z])");
    private static final Pattern NEGATION = Pattern.compile(
            " (?:no(?! (?:matter|problem|doubt))|(?<!why )not(?! (?:only|just))|never(?! mind)|nobody|nothing(?! but)|none|without|neither|nor|don't"
                    + "|dont|doesn't|isn't|aren't|won't|cannot|can't|rather than|instead of|free of) ");
    private static final Pattern STUDENTS = Pattern.compile(
            " (?:students?|pupils?|child|children|kids?|learners?|class|classes|readers?|they|tests?|exams?|quiz|papers?)(?:'s|')? (?:[a-z0-9']{1,30} ){0,4}$");
    private static final int BEFORE = 200;
    private static final int FOLLOWING = 40;

    /** Whoever has read so many knows what is meant. */
    private static final int MOST = 20;

    private final String text;
    private final Problems problems;
    private int told;

    private Evaluation(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** Tells every place that rates a person. */
    static void refuse(String text, PromptText file, Problems problems) {
        file.front()
                .keys()
                .forEach((pointer, spot) -> key(pointer.substring(pointer.lastIndexOf('/') + 1), spot, problems));
        int front = (int) text.lines()
                        .skip(1)
                        .takeWhile(line -> !line.stripTrailing().equals("---"))
                        .count()
                + 2;
        refuse(text, front, problems);
    }

    /** Tells every place of a text without front matter that rates a person. */
    static void refuse(String text, Problems problems) {
        refuse(text, 0, problems);
    }

    private static void refuse(String text, int front, Problems problems) {
        Evaluation evaluation = new Evaluation(text, problems);
        FoldedText.sentences(text, front, Rating.VOCABULARY).forEach(evaluation::sentence);
    }

    private static void key(String key, Spot spot, Problems problems) {
        for (String word : KEY_WORD.split(key)) {
            if (KEYS.contains(word.toLowerCase(Locale.ROOT))) {
                problems.add(
                        spot,
                        "The key \"" + key + "\" would measure people, and coaching here is between equals",
                        "Delete it; what people grow in is described in words, in a framework's steps.");
            }
        }
    }

    /** One place that rates. */
    private record Found(int from, int to, Rating rating) {}

    private void sentence(Sentence sentence) {
        if (told >= MOST) {
            return;
        }
        StringBuilder line = new StringBuilder(" ");
        List<Integer> starts = new ArrayList<>();
        for (Word word : sentence.words()) {
            starts.add(line.length());
            line.append(word.text()).append(' ');
        }
        List<Found> all = new ArrayList<>();
        for (Rating rating : Rating.values()) {
            for (Pattern pattern : rating.patterns()) {
                Matcher matcher = pattern.matcher(line);
                while (matcher.find()) {
                    if (!excused(rating, line, matcher, sentence.question())) {
                        all.add(new Found(matcher.start(), matcher.end(), rating));
                    }
                }
            }
        }
        tell(all, sentence, starts);
    }

    private static boolean excused(Rating rating, CharSequence line, Matcher found, boolean question) {
        String before = line.subSequence(
                        Math.max(0, found.start() - BEFORE), Math.min(line.length(), found.start() + 1))
                .toString();
        String clause = " " + before.substring(before.lastIndexOf(FoldedText.BREAK) + 1);
        String after = line.subSequence(found.end() - 1, Math.min(line.length(), found.end() + FOLLOWING))
                .toString();
        boolean denied = !question
                && (NEGATION.matcher(clause + " ").find()
                        || NEGATION.matcher(found.group() + after).find());
        return denied || rating.isOfStudents() && STUDENTS.matcher(clause).find();
    }

    /** Tells what was found, as one where it overlaps. */
    private void tell(List<Found> all, Sentence sentence, List<Integer> starts) {
        List<Found> apart = new ArrayList<>();
        for (Found found :
                all.stream().sorted(Comparator.comparingInt(Found::from)).toList()) {
            if (!apart.isEmpty() && found.from() < apart.getLast().to() - 1) {
                Found first = apart.removeLast();
                apart.add(new Found(first.from(), Math.max(first.to(), found.to()), first.rating()));
            } else {
                apart.add(found);
            }
        }
        apart.stream().limit(MOST - told).forEach(found -> tell(found, sentence.words(), starts));
    }

    private void tell(Found found, List<Word> words, List<Integer> starts) {
        int from = words.get(word(found.from() + 1, starts)).from();
        int to = words.get(word(found.to() - 2, starts)).to();
        told++;
        problems.add(
                spot(from),
                "\"" + text.substring(from, to) + "\" " + found.rating().what(),
                found.rating().remedy());
    }

    /** The index of the word in which a place of the folded line is. */
    private static int word(int at, List<Integer> starts) {
        int index = Collections.binarySearch(starts, at);
        return index >= 0 ? index : Math.max(0, -index - 2);
    }

    private Spot spot(int at) {
        int line = (int) text.substring(0, at)
                        .chars()
                        .filter(character -> character == '\n')
                        .count()
                + 1;
        int begin = text.lastIndexOf('\n', at - 1) + 1;
        return new Spot(line, text.codePointCount(begin, at) + 1);
    }
}
