package dev.parley.conversation.filing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the label of a message among things that only look like one, by what stands before and after it. */
final class LabelReader {
    /** So many words may lead to a label: "oops, forgot to label: A3". */
    private static final int LEAD = 4;

    private final String text;
    private final List<Token> tokens;
    private int words;

    private LabelReader(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** The label of this folded text, if it has one. */
    static Optional<Label> read(String text, List<Token> tokens) {
        return new LabelReader(text, tokens).find();
    }

    private Optional<Label> find() {
        Optional<Label> referring = Optional.empty();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is(Token.Kind.WORD)) {
                Optional<Label> label = mayBegin(token) ? LabelGrammar.read(text, token.start()) : Optional.empty();
                Optional<Label> placed = label.flatMap(place(i));
                if (placed.isPresent() && placed.get().where() != Label.Where.REFERRING) {
                    return placed;
                }
                referring = referring.or(() -> placed);
                words += words > 0 || !isNumber(token) ? 1 : 0;
            }
        }
        return referring;
    }

    /** "1/2: A3 …": a count before the label is no word. */
    private static boolean isNumber(Token token) {
        return token.text().length() < 3 && token.text().chars().allMatch(Character::isDigit);
    }

    /** A cheap look before the grammar is asked: most words that begin as a label does go on otherwise. */
    private static boolean mayBegin(Token token) {
        String word = token.text();
        char first = folded(word.charAt(0));
        if ("aqtfclp#0123456789".indexOf(first) < 0) {
            return false;
        }
        if (word.length() == 1 || !Character.isLetter(word.charAt(1))) {
            return true;
        }
        char second = folded(word.charAt(1));
        return switch (first) {
            case 'a' -> second == 'n' || second == 'f';
            case 'q' -> second == 'u';
            case 't' -> second == 'o';
            case 'f' -> second == 'a' || second == 'i' || second == 'q';
            case 'c' -> second == 'l';
            case 'p', 'l' -> second == 'a';
            default -> true;
        };
    }

    private static char folded(char letter) {
        return Character.toLowerCase(Character.toUpperCase(letter));
    }

    private Function<Label, Optional<Label>> place(int index) {
        return label -> Optional.ofNullable(where(label, index)).map(label::at);
    }

    private Label.@Nullable Where where(Label label, int index) {
        if (!standsFree(label)) {
            return null;
        }
        int after = tokenFrom(index, label.end());
        boolean last = onlyAsides(after);
        if (words == 0) {
            return last ? Label.Where.ALONE : front(label, after) ? Label.Where.FRONT : null;
        }
        if (label.is(Letter.NUMBER) || label.is(Letter.TOPIC) || label.loose()) {
            return words <= LEAD && label.is(Letter.TOPIC) && label.marked() ? Label.Where.LED : null;
        }
        String before = wordBefore(index);
        boolean named = Words.NAMING.contains(before) && label.is(Letter.ANSWER) && words <= LEAD + 2;
        if (named && (last || label.marked() || capital(after))) {
            return Label.Where.LED;
        }
        boolean closes = label.is(Letter.ANSWER) || label.is(Letter.FINAL) || label.is(Letter.QUESTION);
        if (last && closes) {
            return Words.POINTING.contains(before) && !apart(index) ? null : Label.Where.END;
        }
        boolean begins = apart(index) || introduced(label, after, before);
        boolean opens =
                label.marked() || capital(after) || !last && tokens.get(after).is(Token.Kind.HASHTAG);
        if (begins && !last && opens && !announces(label, after)) {
            return Label.Where.INSIDE;
        }
        boolean back = Words.BACK.contains(wordBefore(tokenOfWordBefore(index)));
        if (words <= LEAD && (marked(label) || back && label.marked()) && !last && !begins) {
            boolean returning = Words.RETURNING.contains(before);
            return returning ? Label.Where.REFERRING : Words.POINTING.contains(before) ? null : Label.Where.LED;
        }
        return null;
    }

    /** "… time for Q3: What …", "… but A5: The …": a colon and a capital begin what was announced. */
    private boolean introduced(Label label, int after, String before) {
        boolean colon = text.substring(label.start(), label.end()).indexOf(':') >= 0;
        boolean asks = label.is(Letter.QUESTION) && text.indexOf('?', label.end()) >= 0;
        return colon && capital(after) && (asks || !Words.POINTING.contains(before));
    }

    /** A comma is enough after a label that comes first, not after one among other words. */
    private boolean marked(Label label) {
        return label.marked()
                && text.substring(label.start(), label.end())
                        .chars()
                        .anyMatch(c -> c != ',' && ":-\u2013\u2014).>".indexOf(c) >= 0);
    }

    private boolean front(Label label, int after) {
        if (label.loose()) {
            return capital(after) && label.is(Letter.ANSWER) || isWord(after, Words.MYSELF) || did(after);
        }
        if (label.is(Letter.NUMBER) && text.charAt(label.start()) != '#') {
            return label.marked();
        }
        if (label.is(Letter.TOPIC) && !label.marked()) {
            return false;
        }
        return !announces(label, after);
    }

    /** "A 2 attended …" tells what somebody did; "A 4 month-old" does not. */
    private boolean did(int index) {
        return index < tokens.size()
                && tokens.get(index).text().length() > 4
                && tokens.get(index).text().endsWith("ed");
    }

    /** "Q2 coming up", "A1, A2, etc." */
    private boolean announces(Label label, int after) {
        if (isWord(after, Set.of("etc", "format"))) {
            return true;
        }
        return label.is(Letter.QUESTION) && !label.marked() && isWord(after, Words.ANNOUNCING);
    }

    /** Not the tail of a code or a word: white space, an opening mark or another token stands before it. */
    private boolean standsFree(Label label) {
        if (label.start() == 0) {
            return true;
        }
        char before = text.charAt(label.start() - 1);
        boolean glued =
                before == '-' || before == '/' || before == '&' || before == '+' || before == '=' || before == '$';
        return !glued || label.start() == 1 || Character.isWhitespace(text.charAt(label.start() - 2));
    }

    /** Whether a sentence, a hashtag, a line or a link ends just before this token. */
    private boolean apart(int index) {
        for (int i = index - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            if (token.is(Token.Kind.WORD)) {
                return text.substring(token.end(), tokens.get(index).start()).indexOf('\n') >= 0;
            }
            if (token.is(Token.Kind.HASHTAG)
                    || token.is(Token.Kind.LINK)
                    || token.isMark(".!?()[]-\u2013\u2014*:;|>")) {
                return true;
            }
            if (token.text().codePointAt(0) > 0x2E80
                    || Character.getType(token.text().codePointAt(0)) == Character.OTHER_SYMBOL) {
                return true;
            }
        }
        return false;
    }

    private int tokenFrom(int index, int place) {
        int i = index;
        while (i < tokens.size() && tokens.get(i).start() < place) {
            i++;
        }
        return i;
    }

    private boolean onlyAsides(int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).is(Token.Kind.WORD)) {
                return false;
            }
        }
        return true;
    }

    private String wordBefore(int index) {
        int before = tokenOfWordBefore(index);
        return before < 0 ? "" : tokens.get(before).text().toLowerCase(Locale.ROOT);
    }

    private int tokenOfWordBefore(int index) {
        int i = index - 1;
        while (i >= 0 && !tokens.get(i).is(Token.Kind.WORD)) {
            i--;
        }
        return i;
    }

    private boolean capital(int index) {
        return index < tokens.size()
                && tokens.get(index).is(Token.Kind.WORD)
                && Character.isUpperCase(tokens.get(index).text().codePointAt(0));
    }

    private boolean isWord(int index, Set<String> words) {
        return index < tokens.size() && words.contains(tokens.get(index).text().toLowerCase(Locale.ROOT));
    }
}
