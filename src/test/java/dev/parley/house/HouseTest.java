package dev.parley.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.parley.house.broken.BrokenHouse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseTest {

    private static final Packages HOUSE = new Packages("dev.parley");
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOUSE.base());

    private static final Packages BROKEN = new Packages(BrokenHouse.class.getPackageName());
    private static final JavaClasses BREAKERS = new ClassFileImporter().importPackages(BROKEN.base());

    /** Each rule with the classes that break it on purpose. */
    private static final Map<String, Rule> RULES = new TreeMap<>(Map.ofEntries(
            rule(
                    "a package knows only what the table allows",
                    Rules::knowsOnlyWhatTheTableAllows,
                    "conversation.KnowsTheStore",
                    "platform.KnowsTheCore",
                    "recap.KnowsItsFormats"),
            rule(
                    "the core is pure",
                    Rules::theCoreIsPure,
                    "conversation.ReadsFiles",
                    "conversation.Logs",
                    "schedule.StartsThreads",
                    "recap.RollsDice",
                    "recap.AsksTheNetwork"),
            rule(
                    "the core knows no chance",
                    Rules::theCoreKnowsNoChance,
                    "conversation.TossesACoin",
                    "coaching.Shuffles"),
            rule(
                    "the core knows no time",
                    Rules::theCoreKnowsNoTime,
                    "conversation.AsksForTheTime",
                    "conversation.LendsTheTime",
                    "schedule.StopsTheTime"),
            rule(
                    "only wiring knows the system's clock",
                    Rules::onlyWiringKnowsTheSystemClock,
                    "conversation.AsksForTheTime",
                    "conversation.LendsTheTime",
                    "engine.HasItsOwnClock"),
            rule("only the store knows SQL", Rules::onlyTheStoreKnowsSql, "engine.SpeaksSql"),
            rule("only some know JSON", Rules::onlySomeKnowJson, "engine.WritesJson"),
            rule("only recaps are drawn", Rules::onlyRecapsAreDrawn, "engine.Draws"),
            rule("only the server knows Javalin", Rules::onlyTheServerKnowsJavalin, "engine.ServesPages"),
            rule("only commands print", Rules::onlyCommandsPrint, "engine.Prints"),
            rule("no old dates", Rules::noOldDates, "store.KeepsDates"),
            rule("no score, rank or streak", Rules::noScoreRankOrStreak, "recap.Measures")));

    private record Rule(Function<Rules, ArchRule> rule, Set<String> breakers) {}

    private static Map.Entry<String, Rule> rule(String name, Function<Rules, ArchRule> rule, String... breakers) {
        return Map.entry(name, new Rule(rule, new TreeSet<>(Set.of(breakers))));
    }

    static Stream<String> rules() {
        return RULES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isKept(String name) {
        assertThatCode(() -> RULES.get(name).rule().apply(new Rules(HOUSE)).check(OURS))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void bites(String name) {
        Set<String> caught = BREAKERS.stream()
                .filter(type -> breaks(name, type))
                .map(type -> type.getName().substring(BROKEN.base().length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(caught).isEqualTo(RULES.get(name).breakers());
    }

    private static boolean breaks(String name, JavaClass type) {
        JavaClasses alone = BREAKERS.that(DescribedPredicate.describe("it", type::equals));
        return RULES.get(name)
                .rule()
                .apply(new Rules(BROKEN))
                .allowEmptyShould(true)
                .evaluate(alone)
                .hasViolation();
    }

    @Test
    void everyPackageIsInTheTable() {
        assertThat(packagesThatExist()).isSubsetOf(Packages.all());
    }

    @Test
    void everyPackageOfTheTableExistsOrIsToCome() {
        Set<String> missing = new TreeSet<>(Packages.all());
        missing.removeAll(packagesThatExist());

        assertThat(missing)
                .as("packages of the table that do not exist: list them as to come, and no longer than that")
                .isEqualTo(new TreeSet<>(Packages.TO_COME));
    }

    @Test
    void aPackageThatIsNotInTheTableIsSeen() {
        assertThat(BREAKERS.stream().map(BROKEN::of)).contains("unheardof").doesNotContain("conversation.inner");
        assertThat(Packages.all()).doesNotContain("unheardof");
    }

    @Test
    void noRuleHoldsWhereThereIsNothing() {
        JavaClasses nothing = OURS.that(DescribedPredicate.alwaysFalse());

        assertThatThrownBy(() -> new Rules(HOUSE).theCoreIsPure().check(nothing))
                .isInstanceOf(AssertionError.class);
    }

    private static Set<String> packagesThatExist() {
        return OURS.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(HOUSE::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
