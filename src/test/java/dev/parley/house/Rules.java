package dev.parley.house;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;

/** The rules, for the house itself and for the classes that break them on purpose. */
final class Rules {

    /** The rows of the table that are pure. */
    private static final String[] PURE = {"conversation", "coaching", "schedule", "recap"};

    private static final Set<String> PURE_JDK = Set.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.text",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream",
            "org.jspecify.annotations");

    private static final Set<String> IMPURE_TYPES = Set.of(
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.lang.Runtime",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.ServiceLoader",
            "java.util.Timer",
            "java.util.TimerTask");

    private final Packages packages;

    Rules(Packages packages) {
        this.packages = packages;
    }

    /** A package knows only those that the table allows. */
    ArchRule knowsOnlyWhatTheTableAllows() {
        return classes()
                .that(are("of the house", packages::isOurs))
                .should(new ArchCondition<>("know what the table allows") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                                .distinct()
                                .filter(other -> packages.isOurs(other) && !packages.mayKnow(type, other))
                                .map(other -> packages.of(type) + " must not know " + packages.of(other) + ": "
                                        + type.getName() + " knows " + other.getName())
                                .forEach(violation -> events.add(SimpleConditionEvent.violated(type, violation)));
                    }
                });
    }

    /** The core needs the JDK's values and nothing else: no I/O, no database, no network, no thread, no chance, no log. */
    ArchRule theCoreIsPure() {
        return classes().that(are("pure", this::isPure)).should(new ArchCondition<>("need only values") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass other = dependency.getTargetClass().getBaseComponentType();
                    if (!isValue(type, other)) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        });
    }

    private boolean isPure(JavaClass type) {
        return packages.isIn(type, PURE);
    }

    private boolean isValue(JavaClass from, JavaClass type) {
        if (type.isPrimitive() || packages.isOurs(type)) {
            return true;
        }
        String name = type.getPackageName();
        if (packages.isIn(from, "recap") && isForReadingWords(type)) {
            return true;
        }
        return (PURE_JDK.contains(name)
                        || name.startsWith("java.time")
                        || type.getName().equals("java.net.URI"))
                && !IMPURE_TYPES.contains(type.getName());
    }

    /** What Lucene's analysis needs to read words from a string. */
    private static boolean isForReadingWords(JavaClass type) {
        return type.getPackageName().startsWith("org.apache.lucene")
                || Set.of(
                                "java.io.Reader",
                                "java.io.StringReader",
                                "java.io.IOException",
                                "java.io.UncheckedIOException")
                        .contains(type.getName());
    }

    /** Nothing in the core is a matter of chance. */
    ArchRule theCoreKnowsNoChance() {
        return noClasses().that(are("pure", this::isPure)).should().accessTargetWhere(calls("chance", Rules::isChance));
    }

    private static boolean isChance(JavaAccess<?> access) {
        String call = call(access);
        return call.equals("java.util.UUID.randomUUID")
                || call.equals("java.lang.Math.random")
                || call.equals("java.util.Collections.shuffle");
    }

    /** In the core time is a parameter. */
    ArchRule theCoreKnowsNoTime() {
        return noClasses()
                .that(are("pure", this::isPure))
                .should()
                .accessTargetWhere(calls("the time", access -> isSystemTime(access) || isStopwatch(access)));
    }

    /** Elsewhere time comes from a clock that is handed in; only where things are wired is there the system's. */
    ArchRule onlyWiringKnowsTheSystemClock() {
        return noClasses()
                .that(are("not wiring", type -> !packages.isIn(type, Packages.MAIN, "command", "demo")))
                .should()
                .accessTargetWhere(calls("the system's time", Rules::isSystemTime));
    }

    private static boolean isSystemTime(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String call = call(access);
        return call.equals("java.lang.System.currentTimeMillis")
                || owner.equals("java.time.InstantSource") && access.getName().equals("system")
                || owner.equals("java.time.Clock")
                        && nameMatching("system.*|tick(Seconds|Minutes|Millis)").test(access.getTarget())
                || owner.startsWith("java.time.") && access.getName().equals("now");
    }

    private static boolean isStopwatch(JavaAccess<?> access) {
        return call(access).equals("java.lang.System.nanoTime");
    }

    /** SQL is the store's. */
    ArchRule onlyTheStoreKnowsSql() {
        return onlyIn(
                "SQL",
                "java\\.sql\\..*|javax\\.sql\\..*|org\\.(jdbi|h2|postgresql|flywaydb)\\..*|com\\.zaxxer\\..*",
                "store");
    }

    /** JSON is for what is kept, exported, set and asked for. */
    ArchRule onlySomeKnowJson() {
        return onlyIn(
                "Jackson",
                "com\\.fasterxml\\.jackson\\..*",
                "store",
                "recap.format",
                "command",
                "setup",
                "web",
                "site",
                "platform.web",
                Packages.MAIN);
    }

    /** Java2D, which is not there on every machine, is for the forms of a recap. */
    ArchRule onlyRecapsAreDrawn() {
        return onlyIn("Java2D", "java\\.awt\\..*|javax\\.(imageio|swing)\\..*", "recap.format");
    }

    /** Pages are served by the web server and by those who have some. */
    ArchRule onlyTheServerKnowsJavalin() {
        return onlyIn("Javalin", "io\\.javalin\\..*|org\\.eclipse\\.jetty\\..*|jakarta\\.servlet\\..*", "web");
    }

    /** Only commands write to the terminal. */
    ArchRule onlyCommandsPrint() {
        return noClasses()
                .that(are("not a command", type -> !packages.isIn(type, Packages.MAIN, "command")))
                .should()
                .accessTargetWhere(calls(
                        "the terminal",
                        access -> Set.of(
                                        "java.lang.System.out",
                                        "java.lang.System.err",
                                        "java.lang.Throwable.printStackTrace")
                                .contains(call(access))));
    }

    /** Dates are java.time's. */
    ArchRule noOldDates() {
        return noClasses()
                .that(are("of the house", packages::isOurs))
                .should()
                .dependOnClassesThat(nameMatching(
                                "java\\.util\\.(Date|Calendar|GregorianCalendar|TimeZone)|java\\.sql\\.(Date|Time|Timestamp)")
                        .forSubtype());
    }

    /** Nobody is measured. */
    ArchRule noScoreRankOrStreak() {
        return fields().that()
                .areDeclaredInClassesThat(are("of the house", packages::isOurs))
                .should()
                .haveNameNotMatching(
                        "(?i)scores?|ranks?|ranking|streaks?|points|(?-i:.*(Score|Rank|Ranking|Streak)s?)");
    }

    private ArchRule onlyIn(String what, String names, String... rows) {
        return noClasses()
                .that(are("not meant for it", type -> !packages.isIn(type, rows)))
                .should()
                .dependOnClassesThat(nameMatching(names).<JavaClass>forSubtype().as(what));
    }

    private static String call(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getName();
    }

    private static DescribedPredicate<JavaClass> are(String description, Predicate<JavaClass> test) {
        return DescribedPredicate.describe("are " + description, test);
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String description, Predicate<JavaAccess<?>> test) {
        return DescribedPredicate.describe("asks for " + description, test);
    }
}
