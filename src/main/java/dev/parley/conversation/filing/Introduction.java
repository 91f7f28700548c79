package dev.parley.conversation.filing;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a text reads as somebody's introduction of themselves, by its form: a greeting, "I'm", a name and a comma, "from", "here". */
final class Introduction {
    private static final Set<String> PLACING = Set.of("from", "in", "at", "here", "near", "outside", "of");
    private static final Set<String> ME =
            Set.of("i'm", "im", "me", "lurking", "checking", "joining", "jumping", "late");
    private static final Set<String> ARRIVING = Set.of("late", "joining", "jumping", "lurking", "checking", "just");
    /** What people say who speak to others, not of themselves. */
    private static final Set<String> CALLING =
            Set.of("join", "don't", "starting", "now", "on", "tune", "follow", "check", "make");

    private final Reading reading;
    private final List<String> words;

    Introduction(Reading reading) {
        this.reading = reading;
        this.words = reading.spoken();
    }

    /** Whether it says "I'm" and a name. */
    boolean isOwn() {
        List<Token> tokens = reading.tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (isNamed(tokens, nameAfter(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it plainly is one, at whatever time it is said: it greets or arrives, and says who or where; or it names its author. */
    boolean isPlain() {
        if (!fits()) {
            return false;
        }
        boolean arrives = greets() || reading.begins(ARRIVING, 2);
        return isOwn()
                || names()
                || arrives && (within(ME, 12) || within(PLACING, 14) || within(Set.of("name", "my"), 8));
    }

    /** Whether it may be one while introductions are being made. */
    boolean isLikely() {
        return fits()
                && (isPlain()
                        || greets()
                        || within(ME, 6)
                        || capitals() > 1
                        || capitals() == 1 && (isPlaced() || hasComma()));
    }

    /** "Ada from Lisbon", "Ada in New York here". */
    private boolean isPlaced() {
        return PLACING.contains(lower(index(1)));
    }

    /** "Ada, Librarian": a comma, and a capital again. */
    private boolean hasComma() {
        int next = index(1);
        return ",".equals(lower(next))
                && next + 1 < reading.tokens().size()
                && isCapital(reading.tokens().get(next + 1));
    }

    /** Whether it may be one at a time when nothing else has been asked. */
    boolean isPossible() {
        return fits()
                        && !reading.asks()
                        && !reading.linked()
                        && reading.addressed().isEmpty()
                || isLikely();
    }

    private boolean fits() {
        boolean thanks = reading.begins(Words.THANKING, 4);
        return words.size() >= 3 && words.size() <= 60 && !thanks && !reading.begins(CALLING, 2);
    }

    private boolean greets() {
        return reading.begins(Words.GREETING, 2);
    }

    /** The token at which a name would begin, if these tokens are "I'm", "I am", "my name is". */
    private int nameAfter(int index) {
        String word = lower(index);
        if (word.equals("i'm") || word.equals("im")) {
            return index + 1;
        }
        if (word.equals("i") && lower(index + 1).equals("am")) {
            return index + 2;
        }
        return word.equals("name") && lower(index + 1).equals("is") ? index + 2 : -1;
    }

    private String lower(int index) {
        List<Token> tokens = reading.tokens();
        return index < tokens.size() ? tokens.get(index).text().toLowerCase(Locale.ROOT) : "";
    }

    /** A capital, and then a comma, a place or an end: "I'm Ada, …", not "I'm French and so …". */
    private boolean isNamed(List<Token> tokens, int start) {
        int i = start;
        while (i > 0 && i < tokens.size() && i < start + 3 && isCapital(tokens.get(i))) {
            i++;
        }
        if (start < 0 || i == start) {
            return false;
        }
        return i >= tokens.size()
                || tokens.get(i).isMark(",.-\u2013(!&|")
                || tokens.get(i).isAside()
                || PLACING.contains(lower(i));
    }

    /** "Maria Lopez, engineer …": two or three capitals, then a comma; or a name and "here". */
    private boolean names() {
        int capitals = capitals();
        int next = index(capitals);
        if (capitals == 0 || capitals > 4 || next >= reading.tokens().size()) {
            return false;
        }
        boolean comma = reading.tokens().get(next).isMark(",");
        return capitals > 1 && comma || lower(next).equals("here");
    }

    /** With how many capitals it begins, names and hashtags left aside. */
    private int capitals() {
        int seen = 0;
        for (Token token : reading.tokens()) {
            if (isCapital(token)) {
                seen++;
            } else if (seen > 0 || !token.isAside()) {
                return seen;
            }
        }
        return seen;
    }

    private int index(int capitals) {
        int seen = 0;
        int i = 0;
        while (i < reading.tokens().size() && seen < capitals) {
            seen += isCapital(reading.tokens().get(i)) ? 1 : 0;
            i++;
        }
        return i;
    }

    private static boolean isCapital(Token token) {
        return token.is(Token.Kind.WORD) && Character.isUpperCase(token.text().codePointAt(0));
    }

    private boolean within(Set<String> any, int most) {
        return words.stream().limit(most).anyMatch(any::contains);
    }
}
