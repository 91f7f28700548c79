package dev.parley.engine.coaching;

import dev.parley.coaching.Look;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what somebody can reach who may not. What may be reached is told from what people did, not asked of Parley. */
final class Watch {

    private static final Pattern WORDS = Pattern.compile("zq\\d{4}qz");
    private static final Pattern NAME = Pattern.compile("Nq(\\d\\d)qn");
    private static final Pattern ACCOUNT = Pattern.compile("Aq(\\d\\d)qa");
    private static final Pattern COUNT = Pattern.compile("(?:partnerships|meetings|cycles)=(\\d+)");

    private final Scene scene;
    private final Journals journals;
    /** In which item of their writer's some words stand: {@code partnership/meeting/look}. */
    private final Map<String, Set<String>> items = new HashMap<>();

    Watch(Scene scene, Journals journals) {
        this.scene = scene;
        this.journals = journals;
    }

    /** What is there and should not be, a line each. */
    List<String> leaks(Collection<Reach.Sight> sights) {
        lookUp();
        List<String> leaks = new ArrayList<>();
        sights.forEach(sight -> leaks(sight, leaks));
        return leaks;
    }

    private void lookUp() {
        items.clear();
        for (int person = 0; person < scene.people.size(); person++) {
            journals.journal(Village.account(Scene.accountOf(person)))
                    .ifPresent(journal -> journal.items()
                            .forEach(item -> find(WORDS, item.words())
                                    .forEach(mark -> items.computeIfAbsent(mark, _ -> new TreeSet<>())
                                            .add(item.id()))));
        }
    }

    private static List<String> find(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.groupCount() == 0 ? matcher.group() : matcher.group(1));
        }
        return found;
    }

    private void leaks(Reach.Sight sight, List<String> leaks) {
        if (scene.erased.contains(sight.reader()) && !sight.letter()) {
            leaks.add("somebody who was erased sees: " + sight);
        }
        find(WORDS, sight.text()).stream()
                .filter(mark -> !mayRead(sight, mark))
                .forEach(mark -> leaks.add("words " + mark + " " + scene.marks.get(mark) + " in " + sight));
        find(NAME, sight.text()).stream()
                .map(Integer::parseInt)
                .filter(name -> !mayKnow(sight, name))
                .forEach(name -> leaks.add("the name of " + name + " in " + sight));
        find(ACCOUNT, sight.text()).stream()
                .filter(account -> Integer.parseInt(account) != sight.reader())
                .forEach(account -> leaks.add("the account of " + account + " in " + sight));
        for (int person = 0; person < scene.people.size(); person++) {
            if (person != sight.reader()
                    && sight.text().contains(scene.people.get(person).value())) {
                leaks.add("what we call " + person + " in " + sight);
            }
        }
        if (sight.where().equals("lead")) {
            find(COUNT, sight.text()).stream()
                    .filter(count -> Integer.parseInt(count) % 5 != 0)
                    .forEach(count -> leaks.add("a count in " + sight));
        }
    }

    private boolean mayRead(Reach.Sight sight, String mark) {
        int reader = sight.reader();
        Scene.Mark of = scene.marks.get(mark);
        if (scene.erased.contains(of.owner())) {
            return false;
        }
        return switch (of.kind()) {
            case OWN -> of.owner() == reader || !isJournal(sight) && isOpen(reader, of.owner(), mark);
            case GOAL -> scene.present.get(of.partnership()).contains(reader);
            case NEED -> of.owner() == reader || reader == Scene.LEAD;
            case SHELF -> reader != Served.NOBODY;
            case WIN -> of.owner() == reader;
            case CHAT -> true;
            case CALENDAR -> false;
        };
    }

    /** A journal is its writer's, whoever has opened what to them. */
    private static boolean isJournal(Reach.Sight sight) {
        return sight.where().startsWith("journal");
    }

    private boolean isOpen(int reader, int owner, String mark) {
        return items.getOrDefault(mark, Set.of()).stream().anyMatch(item -> isOpenItem(reader, owner, item));
    }

    private boolean isOpenItem(int reader, int owner, String item) {
        int first = item.indexOf('-');
        int last = item.lastIndexOf('-');
        if (!scene.present.containsKey(item.substring(0, first))) {
            return false;
        }
        String in = item.substring(0, first);
        String meeting = item.substring(first + 1, last);
        Look look = Look.valueOf(item.substring(last + 1).toUpperCase(Locale.ROOT));
        Set<Integer> present = scene.present.get(in);
        return present.contains(reader) && present.contains(owner) && scene.allChose(in, meeting, look);
    }

    private boolean mayKnow(Reach.Sight sight, int name) {
        int reader = sight.reader();
        boolean partners = scene.partnerships.stream()
                .anyMatch(id -> sight.letter()
                        ? scene.members.get(id).containsAll(List.of(reader, name))
                        : scene.present.get(id).containsAll(List.of(reader, name)));
        boolean gave = scene.marks.values().stream()
                .anyMatch(mark -> mark.owner() == name
                        && (mark.kind() == Scene.Kind.SHELF || mark.kind() == Scene.Kind.NEED && reader == Scene.LEAD));
        boolean known = partners || gave || scene.spoke.contains(name);
        return reader == name || known && (sight.letter() || !scene.erased.contains(name));
    }

    /** What the opening of a chat tells and nobody chose to have said there. */
    List<String> opening(String text) {
        Map<String, Integer> offered = scene.offered();
        Set<Integer> names = new TreeSet<>(offered.values());
        List<String> leaks = new ArrayList<>();
        find(WORDS, text).stream()
                .filter(mark -> !offered.containsKey(mark))
                .forEach(mark -> leaks.add("words " + mark + " " + scene.marks.get(mark) + " in an opening: " + text));
        find(NAME, text).stream()
                .filter(name -> !names.contains(Integer.parseInt(name)))
                .forEach(name -> leaks.add("the name of " + name + " in an opening: " + text));
        find(ACCOUNT, text).forEach(account -> leaks.add("the account of " + account + " in an opening: " + text));
        return leaks;
    }

    /** What of it is in lines that an operator can read. */
    List<String> logged(Collection<String> lines) {
        return lines.stream()
                .filter(line -> WORDS.matcher(line).find()
                        || NAME.matcher(line).find()
                        || ACCOUNT.matcher(line).find())
                .map(line -> "logged: " + line)
                .toList();
    }
}
