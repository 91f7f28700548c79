package dev.parley.setup;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A text as its plain small words, sentence by sentence, whatever it is dressed up as: emphasis, look-alike letters, letters with
 * spaces between them. Every word knows where it stands in the text.
 */
final class FoldedText {

    /** Ends a part of a sentence: a colon, a semicolon, a bracket, a dash between spaces. */
    static final String BREAK = ";";

    private static final int LONGEST_TAG = 40;

    /** Nobody writes longer sentences, and whoever does is read in pieces. */
    private static final int MOST_WORDS = 400;

    private static final Pattern THRICE = Pattern.compile("([a-z])\\1{2,40}");
    private static final Pattern LETTER = Pattern.compile("[a-z]");
    private static final Pattern LETTERS = Pattern.compile("[a-z']+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NEW_BLOCK =
            Pattern.compile("\\s{0,20}(?:#{1,6}\\s|[-–—*+•]\\s|\\d{1,3}[.)]\\s|\\||>|```).{0,2000}");
    private static final Map<Character, Character> DISGUISES =
            Map.of('0', 'o', '1', 'i', '3', 'e', '4', 'a', '5', 's', '7', 't', '@', 'a', '$', 's');
    private static final String STARS = "★☆✩✪✫✬✭✮✯✰⭐🌟";
    private static final SpoofChecker LOOK_ALIKES = new SpoofChecker.Builder().build();

    private final String text;
    private final Set<String> vocabulary;
    private final List<Sentence> sentences = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private StringBuilder word = new StringBuilder();
    private int wordFrom;
    private int wordTo;

    /**
     * A word or a mark.
     *
     * @param text folded
     * @param from where it begins in the text, in UTF-16 units
     * @param to where it ends
     */
    record Word(String text, int from, int to) {}

    /**
     * A sentence.
     *
     * @param words in order, also marks that mean something
     * @param question whether it ends with a question mark
     */
    record Sentence(List<Word> words, boolean question) {}

    private FoldedText(String text, Set<String> vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
    }

    /**
     * The sentences of a text.
     *
     * @param single how many lines at the beginning are a sentence each
     * @param vocabulary the words that are looked for in disguise
     */
    static List<Sentence> sentences(String text, int single, Set<String> vocabulary) {
        FoldedText folded = new FoldedText(text, vocabulary);
        int from = 0;
        int number = 0;
        boolean heading = false;
        for (String line : text.split("\n", -1)) {
            if (heading
                    || number < single
                    || line.isBlank()
                    || NEW_BLOCK.matcher(line).matches()) {
                folded.endSentence(false);
            }
            folded.line(from, from + line.length());
            heading = line.startsWith("#");
            from += line.length() + 1;
            number++;
        }
        folded.endSentence(false);
        return folded.sentences;
    }

    private void line(int from, int to) {
        int at = from;
        while (at < to) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            int tag = point == '<'
                    ? text.substring(at, Math.min(to, at + LONGEST_TAG)).indexOf('>') + at
                    : -1;
            if (tag > at + 1 && !Character.isWhitespace(text.charAt(at + 1))) {
                next = tag + 1;
            } else {
                point(point, at, next);
            }
            at = next;
        }
        endWord();
    }

    private void point(int point, int at, int next) {
        int kind = Character.getType(point);
        if (kind == Character.FORMAT || kind == Character.NON_SPACING_MARK || "*~`\\".indexOf(point) >= 0) {
            return;
        }
        if (STARS.indexOf(point) >= 0) {
            mark("★", at, next);
        } else if (kind == Character.DASH_PUNCTUATION || point == '−') {
            boolean spaced = isSpace(at - 1) && isSpace(next);
            mark(spaced ? " - " : "-", at, next);
        } else if ("'’ʼ`´".indexOf(point) >= 0) {
            letter("'", at, next);
        } else if (Character.isLetterOrDigit(point) || (point == '@' || point == '$') && !word.isEmpty()) {
            letter(folded(point), at, next);
        } else if (".!?…".indexOf(point) >= 0) {
            stop(point, at, next);
        } else {
            other(point, at, next);
        }
    }

    private void other(int point, int at, int next) {
        switch (Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)) {
            case "%" -> mark("percent", at, next);
            case "/", "⁄" -> mark("/", at, next);
            case ":", ";", "(", ")", "\"", "“", "”" -> mark(BREAK, at, next);
            case "?", "!", "." -> {
                endWord();
                endSentence(point == '？');
            }
            default -> {
                String plain = folded(point);
                if (LETTERS.matcher(plain).matches()) {
                    letter(plain, at, next);
                } else {
                    endWord();
                }
            }
        }
    }

    /** A full stop inside of a word or a number ends nothing. */
    private void stop(int point, int at, int next) {
        boolean between =
                next < text.length() && Character.isLetterOrDigit(text.charAt(next)) && point != '?' && point != '!';
        endWord();
        if (point == '…' || at > 0 && point == '.' && text.charAt(at - 1) == '.') {
            mark("-", at, next);
        } else if (!between && !(next < text.length() && text.charAt(next) == '.')) {
            endSentence(point == '?');
        }
    }

    private boolean isSpace(int at) {
        return at < 0 || at >= text.length() || Character.isWhitespace(text.charAt(at));
    }

    private static String folded(int point) {
        if (point < 128) {
            return Character.toString(Character.toLowerCase(point));
        }
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                .codePoints()
                .filter(piece -> Character.getType(piece) != Character.NON_SPACING_MARK)
                .forEach(piece -> plain.append(likeness(piece)));
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static String likeness(int point) {
        String alone = Character.toString(point);
        String alike = LOOK_ALIKES.getSkeleton(alone).toLowerCase(Locale.ROOT);
        return LETTERS.matcher(alike).matches() ? alike : alone;
    }

    private void letter(String plain, int at, int next) {
        if (word.isEmpty()) {
            wordFrom = at;
        }
        word.append(plain);
        wordTo = next;
    }

    private void mark(String mark, int at, int next) {
        endWord();
        add(new Word(mark, at, next));
    }

    private void add(Word next) {
        if (words.size() >= MOST_WORDS) {
            sentences.add(sentence(false));
        }
        words.add(next);
    }

    private void endWord() {
        if (word.isEmpty()) {
            return;
        }
        String plain = word.toString().replaceAll("^'+|'+$", "");
        if (!plain.isEmpty()) {
            add(new Word(undisguised(plain), wordFrom, wordTo));
        }
        word = new StringBuilder();
    }

    /** A word with digits for letters, or with letters that go on and on, where that makes a word that is looked for. */
    private String undisguised(String plain) {
        if (plain.length() > LONGEST_TAG || !LETTER.matcher(plain).find()) {
            return plain;
        }
        StringBuilder letters = new StringBuilder();
        plain.chars().forEach(letter -> letters.append(DISGUISES.getOrDefault((char) letter, (char) letter)));
        String once = THRICE.matcher(letters).replaceAll("$1");
        return vocabulary.contains(once) ? once : plain;
    }

    private void endSentence(boolean question) {
        endWord();
        if (!words.isEmpty()) {
            sentences.add(sentence(question));
        }
    }

    private Sentence sentence(boolean question) {
        Sentence sentence = new Sentence(undashed(joined(words)), question);
        words = new ArrayList<>();
        return sentence;
    }

    /** Puts together what stands letter by letter, or cut by a dash, where that makes a word that is looked for. */
    private List<Word> joined(List<Word> apart) {
        List<Word> together = new ArrayList<>();
        int at = 0;
        while (at < apart.size()) {
            int letters = pieces(apart, at, piece -> piece.length() == 1);
            int end = letters - at >= 3 ? longest(apart, at, letters) : at;
            if (end == at && cut(apart, at)) {
                end = at + 3;
            }
            together.add(
                    end > at
                            ? new Word(
                                    text(apart, at, end),
                                    apart.get(at).from(),
                                    apart.get(end - 1).to())
                            : apart.get(at));
            at = Math.max(end, at + 1);
        }
        return together;
    }

    private static int pieces(List<Word> words, int from, Predicate<String> piece) {
        int end = from;
        while (end < words.size()
                && end < from + LONGEST_TAG
                && piece.test(words.get(end).text())) {
            end++;
        }
        return end;
    }

    private int longest(List<Word> apart, int from, int to) {
        for (int end = to; end > from + 2; end--) {
            if (vocabulary.contains(text(apart, from, end))) {
                return end;
            }
        }
        return from;
    }

    private boolean cut(List<Word> apart, int at) {
        return at + 2 < apart.size()
                && apart.get(at + 1).text().equals("-")
                && vocabulary.contains(text(apart, at, at + 3));
    }

    private static String text(List<Word> words, int from, int to) {
        StringBuilder text = new StringBuilder();
        words.subList(from, to).forEach(word -> text.append(word.text().equals("-") ? "" : word.text()));
        return text.toString();
    }

    /** A dash means something between two digits or letters only; between spaces it ends a part of the sentence. */
    private static List<Word> undashed(List<Word> words) {
        List<Word> kept = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            boolean dash = word.text().strip().equals("-");
            boolean range = dash && i > 0 && i + 1 < words.size() && isEnd(words.get(i - 1)) && isEnd(words.get(i + 1));
            if (range) {
                kept.add(new Word("-", word.from(), word.to()));
            } else if (word.text().equals(" - ")) {
                kept.add(new Word(BREAK, word.from(), word.to()));
            } else if (!dash) {
                kept.add(word);
            }
        }
        return kept;
    }

    private static boolean isEnd(Word word) {
        return word.text().length() == 1
                || DIGITS.matcher(word.text()).matches()
                || word.text().equals("percent");
    }
}
