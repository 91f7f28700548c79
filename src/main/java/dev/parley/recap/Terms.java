package dev.parley.recap;

import java.util.List;
import java.util.Locale;

/** The words of a text that carry its meaning, brought to one form, so that texts can be compared. */
@FunctionalInterface
public interface Terms {

    /** The terms of a text in their order, each as often as it stands there. */
    List<String> of(String text);

    /** Terms for a language: stemmed English, and words as they stand for every other one. */
    static Terms in(Locale language) {
        return language.getLanguage().equals("en") ? LuceneTerms.english() : LuceneTerms.anyLanguage();
    }
}
