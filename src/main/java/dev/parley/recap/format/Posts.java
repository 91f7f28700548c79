package dev.parley.recap.format;

import dev.parley.recap.Answer;
import dev.parley.recap.Highlight;
import dev.parley.recap.Part;
import dev.parley.recap.Quote;
import dev.parley.recap.Recap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A recap as posts for a room: an overview of one screen, and a post for each question. Light Markdown, with people's words escaped.
 * Limits are in UTF-16 units, from 500 on; no post is longer than its limit.
 */
public final class Posts {

    /** What is still one screen, on a platform that would take more. */
    private static final int SCREEN = 2_400;

    private static final int MORE_QUOTES = 6;

    /** A quote shorter than this says nothing without the talk around it. */
    private static final int SHORTEST_QUOTE = 12;

    private static final int SHORTEST_LIMIT = 500;

    private Posts() {}

    /**
     * The overview: what it was, thanks, each question with its best highlight, and the page's address if there is one.
     *
     * @param limit throws {@link IllegalArgumentException} below 500
     * @param link the recap's page; empty where it has no public address
     */
    public static String overview(Recap recap, int limit, Showing showing, Optional<String> link) {
        int most = Math.min(checked(limit), SCREEN);
        String head = head(recap, showing, most);
        Optional<String> foot =
                link.map(url -> showing.say(RecapPhrase.PAGE, "link", url)).filter(words -> words.length() <= most / 2);
        int room = most - head.length() - foot.map(words -> words.length() + 2).orElse(0);
        String middle = questions(recap, showing, room - 2);
        StringBuilder post = new StringBuilder(head);
        if (!middle.isEmpty()) {
            post.append("\n\n").append(middle);
        }
        foot.ifPresent(words -> post.append("\n\n").append(words));
        return post.toString();
    }

    private static String head(Recap recap, Showing showing, int most) {
        String title = "**" + fitted(recap.title(), most / 5) + "**";
        String day = recap.start().map(start -> " · " + showing.day(start)).orElse("");
        String updated = showing.updated(recap)
                .map(words -> "\n_" + Escape.heading(words) + "_")
                .orElse("");
        boolean quiet = recap.answers() == 0;
        String thanks = fitted(showing.say(quiet ? RecapPhrase.NOTHING : RecapPhrase.THANKS), most / 5);
        return title + day + updated + "\n" + thanks;
    }

    /** The questions, as fully as there is room: first the quotes get shorter, then the questions, then the last ones go. */
    private static String questions(Recap recap, Showing showing, int room) {
        int[][] sizes = {{300, 300}, {200, 200}, {140, 140}, {100, 100}, {100, 0}, {60, 0}, {30, 0}};
        for (int[] size : sizes) {
            List<String> blocks = recap.parts().stream()
                    .map(part -> block(part, showing, size[0], size[1]))
                    .toList();
            String all = String.join(size[1] > 0 ? "\n\n" : "\n", blocks);
            if (all.length() <= room) {
                return all;
            }
        }
        StringBuilder some = new StringBuilder();
        for (Part part : recap.parts()) {
            String block = block(part, showing, 30, 0);
            if (some.length() + block.length() + 1 > room) {
                break;
            }
            some.append(some.isEmpty() ? "" : "\n").append(block);
        }
        return some.toString();
    }

    private static String block(Part part, Showing showing, int questionMost, int quoteMost) {
        String question = title(part, showing, questionMost);
        if (part.highlights().isEmpty() || quoteMost == 0) {
            return question;
        }
        return question + "\n" + quoted(part.highlights().getFirst(), showing, quoteMost);
    }

    /**
     * The post about one question: its highlights, a few more quotes, and how many more there are.
     *
     * @param number throws {@link IllegalArgumentException} for a question that the recap does not have
     * @param limit throws {@link IllegalArgumentException} below 500
     * @param link the recap's page; empty where it has no public address
     */
    public static String question(Recap recap, int number, int limit, Showing showing, Optional<String> link) {
        int most = checked(limit);
        Part part = recap.part(number)
                .orElseThrow(() -> new IllegalArgumentException("The recap has no question " + number));
        String question = title(part, showing, most / 3);
        if (part.answers().isEmpty()) {
            return question + "\n" + fitted(showing.say(RecapPhrase.NO_ANSWERS), most / 3);
        }
        Optional<String> page = link.filter(url -> url.length() <= most / 3);
        int reserved = 2
                + Math.max(
                        rest(1, showing, page).length(),
                        rest(part.answers().size(), showing, page).length());
        StringBuilder post = new StringBuilder(question);
        Set<String> shown = new HashSet<>();
        for (Highlight highlight : part.highlights()) {
            String quote = quoted(highlight, showing, Integer.MAX_VALUE);
            if (post.length() + quote.length() + 2 + reserved <= most) {
                post.append(shown.isEmpty() ? "\n" : "\n\n").append(quote);
                shown.add(highlight.of().anchor());
            }
        }
        others(part, showing, most - reserved, post, shown);
        int left = (int) part.answers().stream()
                .filter(answer -> answer.parts().stream().noneMatch(quote -> shown.contains(quote.anchor())))
                .count();
        if (left > 0) {
            post.append("\n\n").append(rest(left, showing, page));
        }
        return post.toString();
    }

    private static void others(Part part, Showing showing, int most, StringBuilder post, Set<String> shown) {
        int added = 0;
        for (Answer answer : part.answers()) {
            Quote quote = answer.first();
            boolean told = answer.parts().stream().anyMatch(one -> shown.contains(one.anchor()));
            String line = "- " + fitted(quote.text(), 200)
                    + byline(quote, showing).map(name -> " — " + name).orElse("");
            int gap = added == 0 ? 2 : 1;
            // where all are short, short ones are shown
            boolean tells =
                    quote.text().length() >= SHORTEST_QUOTE || part.highlights().isEmpty();
            if (!told && tells && added < MORE_QUOTES && post.length() + line.length() + gap <= most) {
                post.append("\n".repeat(gap)).append(line);
                shown.add(quote.anchor());
                added++;
            }
        }
    }

    private static String rest(int left, Showing showing, Optional<String> page) {
        if (page.isPresent()) {
            Map<String, String> values = Map.of("count", "" + left, "link", page.get());
            return showing.voice().say(left == 1 ? RecapPhrase.ONE_MORE_ON_PAGE : RecapPhrase.MORE_ON_PAGE, values);
        }
        return showing.count(left, RecapPhrase.ONE_MORE, RecapPhrase.MORE);
    }

    private static String title(Part part, Showing showing, int most) {
        String question = fitted(Plain.ofMarkdown(part.question()), most);
        return ("**" + Escape.heading(showing.label(part.number())) + "** " + question).strip();
    }

    private static String quoted(Highlight highlight, Showing showing, int most) {
        String by = byline(highlight.of(), showing).map(name -> "\n> — " + name).orElse("");
        return "> " + fitted(highlight.text(), most) + by;
    }

    private static Optional<String> byline(Quote quote, Showing showing) {
        Optional<String> name = showing.name(quote.by()).map(known -> Plain.isolated(Plain.cut(known, 60)));
        RecapPhrase phrase = quote.late() ? RecapPhrase.BYLINE_LATER : RecapPhrase.BYLINE;
        return name.map(known -> Escape.heading(showing.say(phrase, "name", known)))
                .or(() ->
                        quote.late() ? Optional.of(Escape.heading(showing.say(RecapPhrase.LATER))) : Optional.empty());
    }

    /** Somebody's words, escaped and yet no longer than this. */
    private static String fitted(String words, int most) {
        String line = Plain.line(words);
        int size = Math.min(line.length(), most);
        while (size > 8) {
            String escaped = Escape.markdown(Plain.cut(line, size));
            if (escaped.length() <= most) {
                return escaped;
            }
            size = Math.min(size - 1, size - (escaped.length() - most));
        }
        return line.length() <= 8 && Escape.markdown(line).length() <= most ? Escape.markdown(line) : "…";
    }

    private static int checked(int limit) {
        if (limit < SHORTEST_LIMIT) {
            throw new IllegalArgumentException("A recap needs " + SHORTEST_LIMIT + " characters, not " + limit);
        }
        return limit;
    }
}
