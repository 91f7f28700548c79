package dev.parley.house.broken.coaching;

import java.util.Collections;
import java.util.List;

final class Shuffles {
    private Shuffles() {}

    static void shuffle(List<String> people) {
        Collections.shuffle(people);
    }
}
