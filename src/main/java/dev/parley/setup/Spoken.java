package dev.parley.setup;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/** Days as the settings name them. */
final class Spoken {

    private Spoken() {}

    static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
