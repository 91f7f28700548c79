package dev.parley.platform.web;

import dev.parley.platform.Account;
import dev.parley.platform.Mark;
import dev.parley.platform.Shown;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A shown message with one thing changed. */
final class Changed {
    private Changed() {}

    static Shown with(Shown shown, Account by, String symbol, boolean given) {
        Map<String, Set<Account>> reactions = new LinkedHashMap<>(shown.reactions());
        Set<Account> accounts = new LinkedHashSet<>(reactions.getOrDefault(symbol, Set.of()));
        if (given) {
            accounts.add(by);
        } else {
            accounts.remove(by);
        }
        if (accounts.isEmpty()) {
            reactions.remove(symbol);
        } else {
            reactions.put(symbol, accounts);
        }
        return with(shown, reactions);
    }

    static Shown without(Shown shown, Account account) {
        Shown left = shown;
        for (String symbol : shown.reactions().keySet()) {
            left = with(left, account, symbol, false);
        }
        return left;
    }

    static Shown marked(Shown shown, Mark mark) {
        return new Shown(
                shown.message(),
                shown.author(),
                shown.name(),
                shown.host(),
                shown.text(),
                shown.under(),
                shown.at(),
                shown.edited(),
                mark,
                shown.tone(),
                shown.reactions(),
                shown.choices());
    }

    static Shown saying(Shown shown, String text, boolean edited) {
        return new Shown(
                shown.message(),
                shown.author(),
                shown.name(),
                shown.host(),
                text,
                shown.under(),
                shown.at(),
                edited,
                shown.mark(),
                shown.tone(),
                shown.reactions(),
                shown.choices());
    }

    private static Shown with(Shown shown, Map<String, Set<Account>> reactions) {
        return new Shown(
                shown.message(),
                shown.author(),
                shown.name(),
                shown.host(),
                shown.text(),
                shown.under(),
                shown.at(),
                shown.edited(),
                shown.mark(),
                shown.tone(),
                reactions,
                shown.choices());
    }
}
