package dev.parley.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The stored names of the cases of a type: chosen once and never changed, whatever the classes are called. */
final class Names<T> {
    private final Class<T> type;
    private final Map<Class<?>, String> byClass = new LinkedHashMap<>();
    private final Map<String, Class<? extends T>> byName = new HashMap<>();

    Names(Class<T> type) {
        this.type = type;
    }

    Names<T> with(Class<? extends T> one, String name) {
        if (byClass.put(one, name) != null || byName.put(name, one) != null) {
            throw new IllegalArgumentException(one + " or the name " + name + " is there twice");
        }
        return this;
    }

    /** Takes in the names of a part of the cases. Throws {@link IllegalArgumentException} where a name or a case is there already. */
    <S extends T> Names<T> and(Names<S> others) {
        others.byName.forEach((name, one) -> with(one, name));
        return this;
    }

    /** Throws {@link IllegalStateException} unless every case has a name. */
    Names<T> complete() {
        for (Class<?> one : type.getPermittedSubclasses()) {
            if (!byClass.containsKey(one)) {
                throw new IllegalStateException(one + " has no stored name");
            }
        }
        return this;
    }

    String of(T value) {
        String name = byClass.get(value.getClass());
        if (name == null) {
            throw new IllegalArgumentException(value.getClass() + " has no stored name");
        }
        return name;
    }

    /** Throws {@link StoreTrouble} where nothing has that name. */
    Class<? extends T> named(String name) {
        Class<? extends T> one = byName.get(name);
        if (one == null) {
            throw new StoreTrouble("The database holds something called \"" + name
                    + "\" that this version of Parley does not know: use the newest version.");
        }
        return one;
    }

    Map<Class<?>, String> all() {
        return Map.copyOf(byClass);
    }
}
