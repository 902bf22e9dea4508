package org.kizuna.tag.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.kizuna.page.web.CurrentUser;
import org.kizuna.tag.TagCode;
import org.kizuna.tag.TagCodes;
import org.kizuna.tag.TagVocabulary;
import org.omnifaces.util.Faces;

/** A list of codes that records are tagged with, as whoever looks after the register reads it. */
@Named
@RequestScoped
public class CodelistView {

    @Inject
    private CurrentUser you;

    /** The one that is asked for, else the first. */
    public TagVocabulary getVocabulary() {
        String asked = Faces.getRequestParameter("list");
        return Arrays.stream(TagVocabulary.values())
                .filter(vocabulary -> vocabulary.name().equals(asked))
                .findFirst()
                .orElse(TagVocabulary.SDG_GOAL);
    }

    public List<TagVocabulary> getVocabularies() {
        return List.of(TagVocabulary.values());
    }

    public List<TagCode> getCodes() {
        return List.copyOf(TagCodes.of(getVocabulary()));
    }

    public String name(TagCode code) {
        return code.name(you.getLocale());
    }
}
