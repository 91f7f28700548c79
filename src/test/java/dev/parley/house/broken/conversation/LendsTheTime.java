package dev.parley.house.broken.conversation;

import java.time.LocalDate;
import java.util.function.Supplier;

final class LendsTheTime {
    private LendsTheTime() {}

    static Supplier<LocalDate> today() {
        return LocalDate::now;
    }
}
