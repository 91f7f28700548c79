package dev.parley.engine.coaching;

import dev.parley.conversation.PersonId;
import dev.parley.platform.Choice;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Meanings as texts: the name of the case and what it is made of, with dots between. Short, since a button of Discord carries a hundred
 * characters at most.
 */
final class Meanings {

    private static final Map<String, Class<?>> CASES =
            cases(Meaning.class).collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    /** What stands on pages alone, where a button can carry more: the names of a framework may be long. */
    private static final Set<Class<?>> ON_PAGES =
            Set.of(Meaning.Label.class, Meaning.Unlabel.class, Meaning.Place.class, Meaning.Shelve.class);

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9:~_-]*");
    private static final int MOST_PARTS = 6;

    private Meanings() {}

    private static Stream<Class<?>> cases(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Meanings::cases)
                : Stream.of(type);
    }

    /** Throws {@link IllegalArgumentException} where a part has other signs than letters, digits, {@code : ~ _ -}, or it is too long. */
    static String text(Meaning meaning) {
        String text = Stream.concat(
                        Stream.of(meaning.getClass().getSimpleName()),
                        Arrays.stream(meaning.getClass().getRecordComponents()).map(part -> text(meaning, part)))
                .collect(Collectors.joining("."));
        if (text.length() > Choice.LONGEST && !ON_PAGES.contains(meaning.getClass())) {
            throw new IllegalArgumentException("Too long for a button: " + text);
        }
        return text;
    }

    private static String text(Meaning meaning, RecordComponent part) {
        Object value;
        try {
            value = part.getAccessor().invoke(meaning);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
        String text = switch (value) {
            case PersonId person -> person.value();
            case Instant instant -> Long.toString(instant.getEpochSecond(), Character.MAX_RADIX);
            case Duration duration -> Long.toString(duration.toSeconds(), Character.MAX_RADIX);
            case Enum<?> one -> one.name();
            default -> value.toString();
        };
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("No button can carry " + part.getName() + ": " + text);
        }
        return text;
    }

    /** What a text means; empty for one that we have not made. */
    static Optional<Meaning> of(String text) {
        String[] parts = text.split("\\.", MOST_PARTS);
        return Optional.ofNullable(CASES.get(parts[0])).flatMap(type -> made(type, parts));
    }

    private static Optional<Meaning> made(Class<?> type, String[] parts) {
        RecordComponent[] components = type.getRecordComponents();
        if (components.length != parts.length - 1) {
            return Optional.empty();
        }
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = value(components[i].getType(), parts[i + 1]);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return Optional.of((Meaning) constructor.newInstance(values));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException notOurs) {
            return Optional.empty();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object value(Class<?> type, String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("Not ours");
        }
        if (type == String.class) {
            return text;
        }
        if (type == PersonId.class) {
            return new PersonId(text);
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(Long.parseLong(text, Character.MAX_RADIX));
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(Long.parseLong(text, Character.MAX_RADIX));
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> ((Enum<?>) one).name().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }
}
