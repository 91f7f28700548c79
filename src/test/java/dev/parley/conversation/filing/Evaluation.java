package dev.parley.conversation.filing;

import dev.parley.conversation.Filing;
import dev.parley.conversation.Kind;
import dev.parley.conversation.MessageId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a replay compares with a reader's labels, ambiguous rows left out (but for the count of repeats).
 *
 * @param right the share of rows with the reader's kind and questions
 * @param answers F1 of answers under their question
 * @param repeats how many rows the reader marked as repeats
 * @param repeatsRight how many of those repeat the same line here
 * @param wrong the other rows, without their words
 */
record Evaluation(double right, double answers, long repeats, long repeatsRight, List<String> wrong) {

    static Evaluation of(Replay replay, List<Reference> reference) {
        Map<Integer, Filing> filed = replay.filings().entrySet().stream()
                .collect(Collectors.toMap(entry -> number(entry.getKey()), Map.Entry::getValue));
        List<Reference> clear =
                reference.stream().filter(row -> !row.ambiguous()).toList();
        List<Reference> wrong =
                clear.stream().filter(row -> !agrees(row, filed)).toList();
        List<Reference> repeats =
                reference.stream().filter(row -> row.repeatOf().isPresent()).toList();
        return new Evaluation(
                1 - (double) wrong.size() / clear.size(),
                f1(clear, filed),
                repeats.size(),
                repeats.stream()
                        .filter(row -> repeatOf(filed.get(row.line())).equals(row.repeatOf()))
                        .count(),
                wrong.stream()
                        .map(row -> row + " filed as " + filed.get(row.line()))
                        .toList());
    }

    private static boolean agrees(Reference row, Map<Integer, Filing> filed) {
        Filing filing = filed.get(row.line());
        return filing.kind() == row.kind() && filing.questions().equals(row.questions());
    }

    private static double f1(List<Reference> clear, Map<Integer, Filing> filed) {
        long wanted = clear.stream().filter(row -> row.kind() == Kind.ANSWER).count();
        long given = clear.stream()
                .filter(row -> filed.get(row.line()).kind() == Kind.ANSWER)
                .count();
        long both = clear.stream()
                .filter(row -> row.kind() == Kind.ANSWER && agrees(row, filed))
                .count();
        return wanted + given == 0 ? 1 : 2.0 * both / (wanted + given);
    }

    private static Optional<Integer> repeatOf(Filing filing) {
        return filing.repeatOf().map(Evaluation::number);
    }

    private static int number(MessageId message) {
        return Integer.parseInt(message.id());
    }
}
