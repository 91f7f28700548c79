package dev.parley.recap;

import java.util.List;

/**
 * Who was there for the first time.
 *
 * @param names those who may be named, in the order in which they first spoke
 * @param others how many more
 */
public record Newcomers(List<String> names, int others) {

    public Newcomers {
        names = List.copyOf(names);
    }
}
