package dev.parley.site.coaching;

import dev.parley.coaching.Framework;
import dev.parley.engine.coaching.Item;
import dev.parley.engine.coaching.MyJournal;
import java.text.Normalizer;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The part of a journal that somebody wants to see: the latest meeting first, so many of them on a page. */
public final class Reading {
    private static final int MEETINGS_ON_A_PAGE = 8;
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final MyJournal journal;
    private final Wanted wanted;
    private final List<Meeting> found;
    private final ZoneId zone;

    Reading(MyJournal journal, Wanted wanted, ZoneId zone) {
        this.journal = journal;
        this.zone = zone;
        this.found = meetings(
                journal.items().stream().filter(item -> wants(wanted, item)).toList());
        this.wanted = wanted.onPage(Math.clamp(wanted.page(), 1, pages()));
    }

    /**
     * What was written about one meeting.
     *
     * @param items in the order in which they were written
     */
    public record Meeting(Item.Met met, List<Item> items) {}

    /** The meetings of one month. */
    public record Month(YearMonth month, List<Meeting> meetings) {}

    /** A domain that items have. */
    public record Domain(String value, String title) {}

    static List<Meeting> meetings(List<Item> items) {
        Map<String, List<Item>> byMeeting = items.stream()
                .collect(Collectors.groupingBy(item -> item.met().id(), LinkedHashMap::new, Collectors.toList()));
        return byMeeting.values().stream()
                .map(of -> new Meeting(
                        of.getFirst().met(),
                        of.stream().sorted(Comparator.comparing(Item::written)).toList()))
                .sorted(Comparator.comparing((Meeting meeting) -> meeting.met().at())
                        .reversed())
                .toList();
    }

    private static boolean wants(Wanted wanted, Item item) {
        boolean principle = wanted.principle().isEmpty() || wanted.principle().get() == item.principle();
        boolean domain = wanted.domain().isEmpty()
                || item.tags().stream().anyMatch(tag -> tag.set() && key(tag).equals(wanted.domain()));
        return principle && domain && holds(item, wanted.words());
    }

    private static boolean holds(Item item, String words) {
        if (words.isEmpty()) {
            return true;
        }
        String text = plain(item.words() + " " + item.asked() + " " + item.met().title());
        return SPACES.splitAsStream(plain(words)).allMatch(text::contains);
    }

    /** Without capitals, accents and forms of letters that only look otherwise. */
    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static String key(Item.Tag tag) {
        return tag.framework() + "." + tag.domain();
    }

    /** The months of this page, the latest first. */
    public List<Month> months() {
        int from = (page() - 1) * MEETINGS_ON_A_PAGE;
        Map<YearMonth, List<Meeting>> months = new LinkedHashMap<>();
        found.subList(from, Math.min(found.size(), from + MEETINGS_ON_A_PAGE))
                .forEach(meeting -> months.computeIfAbsent(
                                YearMonth.from(meeting.met().at().atZone(zone)), _ -> new ArrayList<>())
                        .add(meeting));
        return months.entrySet().stream()
                .map(month -> new Month(month.getKey(), month.getValue()))
                .toList();
    }

    /** How many pages there are; at least one. */
    public int pages() {
        return Math.max(1, Math.ceilDiv(found.size(), MEETINGS_ON_A_PAGE));
    }

    /** Which one this is, from 1. */
    public int page() {
        return wanted.page();
    }

    /** Whether nothing was written at all. */
    public boolean blank() {
        return journal.items().isEmpty();
    }

    /** Whether only a part of the journal is wanted. */
    public boolean chosen() {
        return !wanted.everything();
    }

    /** The words that are looked for. */
    public String words() {
        return wanted.words();
    }

    /** The name of the principle that is wanted; empty for all. */
    public String principle() {
        return wanted.principle().map(Enum::name).orElse("");
    }

    /** The domain that is wanted; empty for all. */
    public String domain() {
        return wanted.domain();
    }

    /** The address of another page. */
    public String address(int other) {
        return wanted.onPage(other).here().toString();
    }

    /** The domains of all frameworks with which items are tagged. */
    public List<Domain> domains() {
        return journal.standards().stream()
                .flatMap(framework -> framework.domains().stream()
                        .map(domain -> new Domain(framework.name() + "." + domain.name(), domain.title())))
                .toList();
    }

    /** What people see of a tag; empty for one that the frameworks do not have any more. */
    public Optional<String> title(Item.Tag tag) {
        return title(journal.standards(), tag);
    }

    static Optional<String> title(Collection<Framework> standards, Item.Tag tag) {
        return standards.stream()
                .filter(framework -> framework.name().equals(tag.framework()))
                .flatMap(framework -> framework.domains().stream())
                .filter(domain -> domain.name().equals(tag.domain()))
                .map(Framework.Domain::title)
                .findFirst();
    }

    /** Where one can place oneself. */
    public List<MyJournal.Continuum> continua() {
        return journal.continua();
    }
}
