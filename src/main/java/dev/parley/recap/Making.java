package dev.parley.recap;

import dev.parley.conversation.Kind;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.filing.OffTheRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes one recap. */
final class Making {

    private static final int MOST_HIGHLIGHTS = 3;

    /** A person who goes on within this time without a label, and without anybody between, is still giving the same answer. */
    private static final Duration BREATH = Duration.ofMinutes(3);

    /** A term that stands in a greater share of all messages than this tells nothing. */
    private static final double EVERYWHERE = 0.3;

    private final Material material;
    private final Passages passages;
    private final Masking masking;
    private final String hashtag;
    private final List<Heard> heard = new ArrayList<>();

    /**
     * A message that is in the recap.
     *
     * @param entry with names taken out of its text where they are not shown
     */
    private record Heard(Entry entry, Body body) {

        String text() {
            return body.in(entry.text());
        }

        Kind kind() {
            return entry.filing().kind();
        }
    }

    /** An answer's message with the answer's quote. */
    private record Told(Heard heard, Quote quote) {}

    Making(Material material, Terms terms) {
        this.material = material;
        this.passages = new Passages(terms);
        this.masking = new Masking(material);
        this.hashtag = Hashtag.of(material);
        hear();
    }

    Recap recap() {
        List<Part> parts = parts();
        List<Quote> introductions = quotes(Kind.INTRODUCTION, "hello").stream()
                .filter(quote -> !(quote.by() instanceof By.Someone))
                .toList();
        int side = (int) heard.stream().filter(one -> one.kind() == Kind.SIDE).count();
        return new Recap(
                material.title(),
                hashtag,
                material.start(),
                material.end(),
                material.updated(),
                parts,
                introductions,
                quotes(Kind.FINAL, "final"),
                side,
                newcomers(),
                shared(),
                new Timing(material.start(), material.end()).of(parts));
    }

    private void hear() {
        Set<MessageId> there = new HashSet<>();
        for (Entry entry : material.entries()) {
            if (!entry.text().isBlank() && !OffTheRecord.is(entry.text())) {
                there.add(entry.message());
                String text = masking.mask(entry.text());
                Entry shown = text.equals(entry.text()) ? entry : entry.saying(text);
                heard.add(new Heard(shown, Body.of(shown, hashtag)));
            }
        }
        heard.removeIf(one -> repeats(one.entry(), there) || one.text().isBlank());
    }

    /** A repeat whose first is gone is not a repeat any more, unless it is somebody else's words. */
    private static boolean repeats(Entry entry, Set<MessageId> there) {
        return entry.filing().repeatOf().isPresent()
                && (there.contains(entry.filing().repeatOf().get())
                        || entry.text().startsWith("RT @"));
    }

    private List<Part> parts() {
        Map<Integer, Asked> asked = new TreeMap<>();
        material.asked().forEach(one -> asked.putIfAbsent(one.number(), one));
        Map<Integer, List<Heard>> answers = new TreeMap<>();
        asked.keySet().forEach(number -> answers.put(number, new ArrayList<>()));
        for (Heard one : heard) {
            if (one.kind() == Kind.ANSWER) {
                one.entry()
                        .filing()
                        .questions()
                        .forEach(number -> answers.computeIfAbsent(number, none -> new ArrayList<>())
                                .add(one));
            }
        }
        Map<String, Double> rarity = rarity();
        List<Part> parts = new ArrayList<>();
        answers.forEach(
                (number, told) -> parts.add(part(number, Optional.ofNullable(asked.get(number)), told, rarity)));
        return parts;
    }

    private Part part(int number, Optional<Asked> asked, List<Heard> answers, Map<String, Double> rarity) {
        List<Told> told = new ArrayList<>();
        for (Heard one : answers) {
            told.add(new Told(one, quote(one, "q" + number + "-" + (told.size() + 1))));
        }
        List<Answer> grouped = grouped(told);
        return new Part(
                number,
                asked.map(one -> Body.ofQuestion(one, hashtag)).orElse(""),
                asked.flatMap(Asked::at),
                highlights(told, grouped.size(), rarity),
                grouped);
    }

    private List<Highlight> highlights(List<Told> told, int answers, Map<String, Double> rarity) {
        List<Passage> possible = new ArrayList<>();
        for (Told one : told) {
            Entry entry = one.heard().entry();
            String author =
                    entry.author().map(PersonId::value).orElse(one.quote().anchor());
            possible.addAll(passages.of(one.quote(), entry, author));
        }
        int most = Math.min(MOST_HIGHLIGHTS, (answers + 1) / 2);
        return new Choosing(possible, rarity)
                .best(most).stream()
                        .map(passage -> new Highlight(passage.text(), passage.quote()))
                        .toList();
    }

    /** How much a term tells: the rarer among all messages, the more; nothing at all if it stands nearly everywhere. */
    private Map<String, Double> rarity() {
        Map<String, Integer> messages = new TreeMap<>();
        heard.forEach(
                one -> passages.terms(one.text()).keySet().forEach(term -> messages.merge(term, 1, Integer::sum)));
        Map<String, Double> rarity = new TreeMap<>();
        int all = heard.size();
        messages.forEach((term, count) -> {
            boolean everywhere = all >= 20 && count > EVERYWHERE * all;
            rarity.put(term, everywhere ? 0.0 : Math.log((all + 1.0) / (count + 0.5)) + 0.1);
        });
        return rarity;
    }

    private List<Answer> grouped(List<Told> told) {
        List<List<Told>> groups = new ArrayList<>();
        Map<PersonId, List<Told>> latest = new HashMap<>();
        for (Told one : told) {
            List<Told> group = one.heard().entry().author().map(latest::get).orElse(null);
            if (group != null && continues(one, group, groups.getLast())) {
                group.add(one);
                continue;
            }
            List<Told> begun = new ArrayList<>(List.of(one));
            groups.add(begun);
            one.heard().entry().author().ifPresent(author -> latest.put(author, begun));
        }
        return groups.stream()
                .map(group -> new Answer(group.stream().map(Told::quote).toList()))
                .toList();
    }

    private static boolean continues(Told one, List<Told> group, List<Told> newest) {
        Told last = group.getLast();
        if (one.quote().late() != last.quote().late()) {
            return false;
        }
        if (one.heard().entry().filing().part().isPresent()) {
            return true;
        }
        Optional<Instant> before = last.quote().at();
        Optional<Instant> now = one.quote().at();
        boolean soon = before.isEmpty()
                || now.isEmpty()
                || Duration.between(before.get(), now.get()).compareTo(BREATH) <= 0;
        return group == newest && soon;
    }

    private List<Quote> quotes(Kind kind, String anchor) {
        List<Quote> quotes = new ArrayList<>();
        for (Heard one : heard) {
            if (one.kind() == kind) {
                quotes.add(quote(one, anchor + "-" + (quotes.size() + 1)));
            }
        }
        return quotes;
    }

    private Quote quote(Heard one, String anchor) {
        Entry entry = one.entry();
        By by = by(entry);
        boolean hidden = by instanceof By.Someone;
        return new Quote(
                anchor,
                hidden ? Optional.empty() : Optional.of(entry.message()),
                by,
                one.text(),
                entry.at(),
                entry.late(),
                entry.filing().sure(),
                hidden ? Optional.empty() : entry.link());
    }

    private By by(Entry entry) {
        if (entry.author().isEmpty()) {
            return new By.Unknown();
        }
        boolean named =
                material.naming().names(entry.author().get()) && !entry.name().isBlank();
        return named ? new By.Named(entry.name().strip()) : new By.Someone();
    }

    private Newcomers newcomers() {
        Set<PersonId> seen = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        int others = 0;
        for (Heard one : heard) {
            Optional<PersonId> author = one.entry().author();
            if (author.isPresent() && material.newcomers().contains(author.get()) && seen.add(author.get())) {
                switch (by(one.entry())) {
                    case By.Named(String name) -> names.add(name);
                    case By.Someone() -> others++;
                    case By.Unknown() -> {}
                }
            }
        }
        return new Newcomers(List.copyOf(names), others);
    }

    private List<Shared> shared() {
        List<Shared> shared = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Heard one : heard) {
            if (one.kind() == Kind.QUESTION) {
                continue;
            }
            String text = one.text();
            List<Link> links = Link.in(text);
            List<Sentences.Span> sentences = links.isEmpty() ? List.of() : Sentences.of(text);
            for (Link link : links) {
                if (keys.add(link.key())) {
                    String sentence =
                            Sentences.around(text, sentences, link.start()).in(text);
                    shared.add(new Shared(link.url(), link.host(), by(one.entry()), sentence));
                }
            }
        }
        return shared;
    }
}
