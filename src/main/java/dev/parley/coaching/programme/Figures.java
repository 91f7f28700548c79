package dev.parley.coaching.programme;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a lead may know of a month. Below five partnerships that is nothing. Everything is in steps of five, rounded down, and a theme is
 * only there where at least five partnerships carried it, with the number of those and never of items or people.
 *
 * <p>The figures of a month are made once, after its end, and kept. What is erased or taken back later changes none of them, so that
 * nobody can look twice and take the difference. Between two months all that can be seen of one partnership is that a number which
 * happened to lie at the edge of a step moved by a step, as it would have by any other; on which side of its step a number lies is
 * nowhere to be seen. What a lead has made themselves (partnerships of their own invention) no threshold can guard against.
 *
 * @param counts empty below five partnerships
 * @param themes what partnerships shared; empty below five
 */
public record Figures(Optional<Counts> counts, List<Shared> themes) {

    /** The step of every number, and the fewest partnerships of which anything is said. */
    public static final int STEP = 5;

    public Figures {
        themes = List.copyOf(themes);
    }

    /**
     * Numbers, each rounded down to a step.
     *
     * @param partnerships which went on at some time of the month
     * @param meetings which ended in it, visits among them
     * @param begun cycles that began in it
     * @param ended cycles that ended in it
     */
    public record Counts(int partnerships, int meetings, int begun, int ended) {}

    /**
     * What was shared.
     *
     * @param partnerships how many carried it, rounded down to a step
     */
    public record Shared(Theme theme, int partnerships) {}

    /** The figures of a month, as things are now. */
    public static Figures of(YearMonth month, ZoneId zone, Collection<Contribution> contributions) {
        Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        Predicate<Instant> within = at -> !at.isBefore(from) && at.isBefore(to);
        List<Contribution> going = contributions.stream()
                .filter(one -> one.begun().isBefore(to)
                        && one.ended().filter(end -> end.isBefore(from)).isEmpty())
                .toList();
        List<Contribution> partnerships =
                going.stream().filter(one -> !one.visit()).toList();
        if (partnerships.size() < STEP) {
            return new Figures(Optional.empty(), List.of());
        }
        long meetings = going.stream()
                .flatMap(one -> one.meetings().stream())
                .filter(within)
                .count();
        long begun =
                partnerships.stream().map(Contribution::begun).filter(within).count();
        long ended = partnerships.stream()
                .flatMap(one -> one.ended().stream())
                .filter(within)
                .count();
        Counts counts = new Counts(steps(partnerships.size()), steps(meetings), steps(begun), steps(ended));
        return new Figures(Optional.of(counts), themes(partnerships, within));
    }

    private static List<Shared> themes(List<Contribution> going, Predicate<Instant> within) {
        Map<Theme, Long> carried = new HashMap<>();
        going.forEach(one -> themes(one, within).forEach(theme -> carried.merge(theme, 1L, Long::sum)));
        return carried.entrySet().stream()
                .filter(theme -> theme.getValue() >= STEP)
                .map(theme -> new Shared(theme.getKey(), steps(theme.getValue())))
                .sorted(Comparator.comparing(shared -> name(shared.theme())))
                .toList();
    }

    /** What one partnership carried; once, however many items it has. */
    private static Set<Theme> themes(Contribution contribution, Predicate<Instant> within) {
        return contribution.items().stream()
                .filter(item -> within.test(item.at()))
                .<Theme>mapMulti((item, each) -> {
                    item.principle().map(Theme.OfPrinciple::new).ifPresent(each);
                    item.domains().forEach(domain -> each.accept(new Theme.OfDomain(domain)));
                })
                .collect(Collectors.toSet());
    }

    /** An order that says nothing about how much there was of anything. */
    static String name(Theme theme) {
        return switch (theme) {
            case Theme.OfPrinciple(var principle) -> "principle/" + principle;
            case Theme.OfDomain(var domain) -> domain.framework() + "/" + domain.domain();
        };
    }

    private static int steps(long number) {
        return Math.toIntExact(number / STEP * STEP);
    }
}
