package dev.parley.calendar;

/** Text as calendars write it. */
final class Text {

    /** In code points. */
    private static final int LONGEST = 200;

    private Text() {}

    /** A text in one line: without escapes, control characters and signs that turn the direction of writing; cut at 200 code points. */
    static String line(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().limit(4L * LONGEST).forEach(text::appendCodePoint);
        StringBuilder plain = new StringBuilder();
        boolean escaped = false;
        for (int point : text.codePoints().toArray()) {
            if (point == '\\' && !escaped) {
                escaped = true;
                continue;
            }
            boolean isBreak = escaped && (point == 'n' || point == 'N');
            plain.appendCodePoint(isBreak || isHidden(point) ? ' ' : point);
            escaped = false;
        }
        String joined = String.join(" ", plain.toString().strip().split("\\s+"));
        int[] points = joined.codePoints().limit(LONGEST + 1L).toArray();
        return points.length <= LONGEST ? joined : new String(points, 0, LONGEST - 1) + "…";
    }

    /** Whether a sign moves a terminal or turns the direction of writing. */
    static boolean isHidden(int point) {
        return Character.isISOControl(point)
                || point == '\u2028'
                || point == '\u2029'
                || point >= '\u202A' && point <= '\u202E'
                || point >= '\u2066' && point <= '\u2069'
                || point == '\u200E'
                || point == '\u200F';
    }
}
