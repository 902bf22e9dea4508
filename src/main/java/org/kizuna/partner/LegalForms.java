package org.kizuna.partner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What names of organisations say of their legal form, listed in {@code legal-forms.txt} [ISO 20275]. */
final class LegalForms {

    private final List<Form> forms;

    /** Those of scripts that put no blanks between words. */
    private final List<String> attached;

    private LegalForms(List<Form> forms, List<String> attached) {
        this.forms = forms;
        this.attached = attached;
    }

    static LegalForms read() {
        List<Form> forms = new ArrayList<>();
        List<String> attached = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(LegalForms.class.getResourceAsStream("legal-forms.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                boolean before = line.startsWith("+");
                String form = NameKey.folded(before ? line.substring(1) : line);
                if (form.codePoints().anyMatch(LegalForms::isWrittenWithoutBlanks)) {
                    attached.add(form);
                } else {
                    forms.add(new Form(NameKey.words(form), before));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        forms.sort(Comparator.comparing((Form form) -> form.words().size()).reversed());
        attached.sort(Comparator.comparing(String::length).reversed());
        return new LegalForms(forms, attached);
    }

    private static boolean isWrittenWithoutBlanks(int sign) {
        return switch (Character.UnicodeScript.of(sign)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, ARABIC -> true;
            default -> false;
        };
    }

    /** The folded name without what stands at its ends in a script without blanks. */
    String withoutAttached(String folded) {
        String rest = folded.strip();
        for (String form : attached) {
            String shorter = rest;
            if (shorter.startsWith(form)) {
                shorter = shorter.substring(form.length()).strip();
            }
            if (shorter.endsWith(form)) {
                shorter = shorter.substring(0, shorter.length() - form.length()).strip();
            }
            rest = shorter.isEmpty() ? rest : shorter;
        }
        return rest;
    }

    /** The words without those of legal forms, of which a name may have several. */
    List<String> without(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        boolean found = true;
        while (found) {
            found = false;
            for (Form form : forms) {
                found |= form.removeFrom(rest);
            }
        }
        return rest;
    }

    /** @param before whether it stands before a name, too */
    private record Form(List<String> words, boolean before) {

        boolean removeFrom(List<String> name) {
            int size = words.size();
            if (size > name.size() || size == 0) {
                return false;
            }
            List<String> end = name.subList(name.size() - size, name.size());
            if (end.equals(words)) {
                end.clear();
                return true;
            }
            List<String> start = name.subList(0, size);
            if (before && start.equals(words)) {
                start.clear();
                return true;
            }
            return false;
        }
    }
}
