package dev.parley.command;

import dev.parley.conversation.Filing;
import dev.parley.conversation.Kind;
import dev.parley.conversation.filing.Replay;
import dev.parley.transcript.Transcript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a replay found, in numbers.
 *
 * @param file the archive
 * @param form how it is written: plain or columns
 * @param messages how many messages it has
 * @param moderators who moderated, as inferred
 * @param questions the questions in order
 * @param kinds how many messages of each kind, repeats counted too
 * @param repeats how many only say something again
 * @param guesses how many answers are guesses
 * @param problems the lines that could not be read, or not wholly
 */
record ReplaySummary(
        String file,
        String form,
        int messages,
        List<String> moderators,
        List<Question> questions,
        Map<String, Integer> kinds,
        int repeats,
        int guesses,
        List<Problem> problems) {

    /** A question with the line that put it and its number of distinct answers. */
    record Question(int number, int line, long answers, String text) {}

    /** A line with what is wrong with it. */
    record Problem(int line, String what) {}

    static ReplaySummary of(String file, Transcript transcript, Replay replay) {
        Map<String, Integer> kinds = new TreeMap<>();
        replay.filings().values().forEach(filing -> kinds.merge(FilingLines.name(filing.kind()), 1, Integer::sum));
        List<Question> questions = replay.questions().values().stream()
                .map(asked -> new Question(
                        asked.number(),
                        Integer.parseInt(asked.posts().iterator().next().id()),
                        answers(replay, asked.number()),
                        asked.text()))
                .toList();
        return new ReplaySummary(
                file,
                transcript.form().name().toLowerCase(Locale.ROOT),
                transcript.lines().size(),
                replay.moderators().stream()
                        .map(person -> person.value())
                        .sorted()
                        .toList(),
                questions,
                kinds,
                count(replay, filing -> filing.repeatOf().isPresent()),
                count(replay, filing -> filing.kind() == Kind.ANSWER && !filing.sure()),
                transcript.problems().stream()
                        .map(problem -> new Problem(problem.line(), words(problem.what())))
                        .toList());
    }

    private static long answers(Replay replay, int number) {
        return replay.filings().values().stream()
                .filter(filing ->
                        filing.kind() == Kind.ANSWER && filing.repeatOf().isEmpty())
                .filter(filing -> filing.questions().contains(number))
                .count();
    }

    private static int count(Replay replay, Predicate<Filing> good) {
        return (int) replay.filings().values().stream().filter(good).count();
    }

    private static String words(Transcript.What what) {
        return switch (what) {
            case UNDECODABLE -> "not UTF-8; broken characters were marked";
            case WRONG_TIME -> "the time is no ISO instant; read without a time";
            case MISSING_COLUMN -> "fewer than three columns; left out";
            case TOO_LONG -> "too long for a message; cut";
        };
    }
}
