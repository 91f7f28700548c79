package dev.parley.recap;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Terms as Lucene's analyzers find them; the only class that knows Lucene. */
final class LuceneTerms implements Terms {

    private final Analyzer analyzer;

    private LuceneTerms(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    static Terms english() {
        return new LuceneTerms(new EnglishAnalyzer());
    }

    static Terms anyLanguage() {
        return new LuceneTerms(new StandardAnalyzer());
    }

    @Override
    public List<String> of(String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("text", new StringReader(text))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A string cannot fail to be read", e);
        }
        return terms;
    }
}
