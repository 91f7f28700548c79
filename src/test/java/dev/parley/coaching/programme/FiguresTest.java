package dev.parley.coaching.programme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.coaching.Principle;
import dev.parley.coaching.Tag;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a lead may know, and what they may not. */
class FiguresTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant WITHIN = Instant.parse("2026-11-15T10:00:00Z");
    private static final Tag FAMILIES = new Tag("standards", "families");

    private static Contribution partnership(Principle... shared) {
        return new Contribution(
                false,
                WITHIN,
                Optional.empty(),
                List.of(WITHIN, WITHIN, WITHIN.plusSeconds(86_400 * 20)),
                Stream.of(shared)
                        .map(principle -> new Contribution.Item(WITHIN, Optional.of(principle), Set.of(FAMILIES)))
                        .toList());
    }

    private static Figures figures(List<Contribution> all) {
        return Figures.of(NOVEMBER, ZoneOffset.UTC, all);
    }

    private static List<Contribution> many(int number, Principle... shared) {
        return Stream.generate(() -> partnership(shared)).limit(number).toList();
    }

    @Test
    void belowFivePartnershipsThereIsNothingAtAll() {
        assertThat(figures(many(4, Principle.VOICE))).isEqualTo(new Figures(Optional.empty(), List.of()));
        assertThat(figures(many(5)).counts()).isPresent();
    }

    @Test
    void numbersAreInStepsOfFive() {
        assertThat(figures(many(9)).counts()).contains(new Figures.Counts(5, 15, 5, 0));
        assertThat(figures(many(10)).counts()).contains(new Figures.Counts(10, 20, 10, 0));
    }

    @Test
    void aThemeNeedsFivePartnershipsAndNotFiveItems() {
        List<Contribution> all = new ArrayList<>(many(4, Principle.VOICE, Principle.VOICE));
        all.addAll(many(3));
        assertThat(figures(all).themes()).isEmpty();
        all.addAll(many(1, Principle.VOICE));
        assertThat(figures(all).themes())
                .containsExactlyInAnyOrder(
                        new Figures.Shared(new Theme.OfPrinciple(Principle.VOICE), 5),
                        new Figures.Shared(new Theme.OfDomain(FAMILIES), 5));
    }

    @Test
    void aVisitIsAMeetingAndNoPartnership() {
        Contribution visit = new Contribution(
                true,
                WITHIN,
                Optional.of(WITHIN),
                List.of(WITHIN),
                List.of(new Contribution.Item(WITHIN, Optional.of(Principle.VOICE), Set.of(FAMILIES))));
        List<Contribution> all = new ArrayList<>(many(4, Principle.VOICE));
        all.addAll(Collections.nCopies(5, visit));
        assertThat(figures(all)).isEqualTo(new Figures(Optional.empty(), List.of()));

        all.addAll(many(1));

        assertThat(figures(all).counts()).contains(new Figures.Counts(5, 15, 5, 0));
        assertThat(figures(all).themes()).isEmpty();
    }

    @Test
    void aMonthHasOnlyWhatWasInIt() {
        Contribution over = new Contribution(
                false, FIRST.minusSeconds(9_000), Optional.of(FIRST.minusSeconds(1)), List.of(WITHIN), List.of());
        Contribution ending =
                new Contribution(false, FIRST.minusSeconds(9_000), Optional.of(FIRST), List.of(), List.of());
        Contribution later =
                new Contribution(false, Instant.parse("2026-12-01T00:00:00Z"), Optional.empty(), List.of(), List.of());
        List<Contribution> all = new ArrayList<>(many(4));
        all.addAll(List.of(over, later));
        assertThat(figures(all).counts()).isEmpty();
        all.add(ending);
        assertThat(figures(all).counts()).contains(new Figures.Counts(5, 5, 0, 0));
    }

    /** With or without any one partnership the figures are the same, or differ by whole steps and whole themes. */
    @Test
    void onePartnershipMakesNoDifferenceFinerThanAStep() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Contribution> all = new ArrayList<>();
            for (int number = random.nextInt(20); number >= 0; number--) {
                all.add(partnership(Principle.values()[random.nextInt(3)]));
            }
            Figures with = figures(all);
            Figures without = figures(all.subList(1, all.size()));
            for (Figures one : List.of(with, without)) {
                one.counts()
                        .ifPresent(counts -> assertThat(List.of(
                                        counts.partnerships(), counts.meetings(), counts.begun(), counts.ended()))
                                .allMatch(number -> number % Figures.STEP == 0));
                assertThat(one.themes())
                        .allMatch(theme -> theme.partnerships() >= 5 && theme.partnerships() % Figures.STEP == 0);
            }
            if (all.size() % Figures.STEP != 0) {
                assertThat(without.counts().map(Figures.Counts::partnerships))
                        .isEqualTo(with.counts().map(Figures.Counts::partnerships));
            }
        }
    }
}
