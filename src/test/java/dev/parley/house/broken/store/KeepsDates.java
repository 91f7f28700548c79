package dev.parley.house.broken.store;

import java.util.Date;

final class KeepsDates {
    private KeepsDates() {}

    static long at(Date date) {
        return date.getTime();
    }
}
