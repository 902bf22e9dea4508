package org.kizuna.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into the words it is found by, the same way for what is stored and what is asked: lower case, no accents,
 * full-width letters as narrow ones, Chinese, Japanese and Korean in overlapping pairs.
 */
public final class SearchWords {

    static final int LONGEST = 40;
    private static final int MOST_ASKED = 6;

    private static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream narrow = new CJKWidthFilter(words);
            TokenStream lower = new LowerCaseFilter(narrow);
            // pairs and single signs: 日本 is found by 日, too
            TokenStream pairs = new CJKBigramFilter(lower, 0x0f, true);
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(pairs));
        }
    };

    private SearchWords() {}

    /** Every word of the text, without repetition. */
    static List<String> stored(List<@Nullable String> texts) {
        List<String> words = new ArrayList<>();
        for (String text : texts) {
            if (text != null) {
                words.addAll(cut(text));
            }
        }
        return words.stream().distinct().toList();
    }

    /** The words of a question, at most six; the last of each is what a word has to begin with. */
    public static List<String> asked(@Nullable String question) {
        return question == null
                ? List.of()
                : cut(question).stream().distinct().limit(MOST_ASKED).toList();
    }

    private static List<String> cut(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = ANALYZER.tokenStream("text", Normalizer.normalize(text, Normalizer.Form.NFC))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                String word = term.toString();
                words.add(word.length() > LONGEST ? word.substring(0, LONGEST) : word);
            }
            stream.end();
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
