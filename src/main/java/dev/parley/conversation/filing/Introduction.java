package dev.parley.conversation.filing;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a text reads as somebody's introduction of themselves, by its form: greeting, "I'm", name and comma, "from", "here". */
final class Introduction {
    private static final Set<String> PLACING = Set.of("from", "in", "at", "here", "near", "outside", "of");
    private static final Set<String> ME = Set.of("i'm", "im", "me", "lurking", "checking", "joining", "late");

    private final Reading reading;
    private final List<String> words;

    Introduction(Reading reading) {
        this.reading = reading;
        this.words = reading.spoken();
    }

    /** Whether it plainly is one, at whatever time it is said: it greets and says who or where, or names itself twice over. */
    boolean isPlain() {
        return fits()
                && (greets()
                        ? within(ME, 12) || within(PLACING, 14) || within(Set.of("name", "my"), 8)
                        : names() && within(PLACING, 12) && within(ME, 12));
    }

    /** Whether it may be one while introductions are being made. */
    boolean isLikely() {
        return fits()
                && (greets()
                        || within(ME, 6)
                        || within(Set.of("am"), 4) && within(Set.of("i"), 4)
                        || names()
                        || within(Set.of("here", "from"), 8));
    }

    private boolean fits() {
        boolean thanks = reading.begins(Words.THANKING, 4);
        boolean callsOthers = reading.begins(Set.of("join", "don't", "starting", "now", "rt"), 3);
        return words.size() >= 3 && !thanks && !callsOthers;
    }

    private boolean greets() {
        return reading.begins(Words.GREETING, 2);
    }

    /** "Maria Lopez, …": capitals first, then a comma or a dash within a few words. */
    private boolean names() {
        int seen = 0;
        for (Token token : reading.tokens()) {
            if (token.is(Token.Kind.WORD)) {
                if (!Character.isUpperCase(token.text().codePointAt(0)) || seen == 4) {
                    return false;
                }
                seen++;
            } else if (seen > 0 && token.isMark(",-\u2013.|")) {
                return token.isMark(",-\u2013|") || within(Set.of("here"), 4);
            }
        }
        return false;
    }

    private boolean within(Set<String> any, int most) {
        return words.stream()
                .limit(most)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(any::contains);
    }
}
