package dev.parley.platform.web;

import dev.parley.voice.Voice;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Says how long it is until something. The page's script says it the same way, each second anew. */
final class TimeLeft {
    private TimeLeft() {}

    static String say(Voice voice, RoomPhrase pattern, Instant now, Instant until) {
        Duration left = Duration.between(now, until);
        if (left.isNegative() || left.isZero()) {
            return voice.say(RoomPhrase.TIME_SOON);
        }
        return voice.say(pattern, Map.of("time", amount(voice, left)));
    }

    private static String amount(Voice voice, Duration left) {
        if (left.toDays() >= 2) {
            return voice.say(RoomPhrase.DAYS, Map.of("count", Long.toString(left.toDays())));
        }
        return left.toHours() >= 1
                ? String.format(Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart());
    }
}
