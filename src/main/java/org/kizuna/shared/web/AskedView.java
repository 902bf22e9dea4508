package org.kizuna.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Despite;
import org.kizuna.shared.Question;
import org.kizuna.shared.Words;

/** What the page is being asked, and the answer that is posted with it. */
@Named("asked")
@RequestScoped
public class AskedView {

    private static final String SHOWN = AskedView.class.getName();

    private @Nullable String reason;
    private Set<String> answered = Set.of();

    /** Keeps the questions for the page until it asks others. */
    static void show(FacesContext context, List<Question> questions) {
        Locale language = context.getViewRoot().getLocale();
        context.getViewRoot()
                .getViewMap()
                .put(
                        SHOWN,
                        questions.stream()
                                .map(asked -> row(context, language, asked))
                                .toList());
    }

    private static Row row(FacesContext context, Locale language, Question asked) {
        return new Row(
                asked.code(),
                Objects.requireNonNullElse(RefusalHandler.client(context, asked.field()), "form"),
                Words.text(Words.closest(language), asked.key(), asked.arguments()));
    }

    @SuppressWarnings("unchecked")
    public List<Row> getQuestions() {
        return (List<Row>)
                FacesContext.getCurrentInstance().getViewRoot().getViewMap().getOrDefault(SHOWN, List.of());
    }

    public boolean isPresent() {
        return !getQuestions().isEmpty();
    }

    /** Not remembered: other questions want another word. */
    public boolean isYes() {
        return false;
    }

    public void setYes(boolean yes) {
        answered = yes ? getQuestions().stream().map(Row::code).collect(Collectors.toSet()) : Set.of();
        Despite.say(answered, reason);
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String value) {
        reason = value;
        Despite.say(answered, reason);
    }

    /**
     * A question as it is shown.
     *
     * @param client id of the field it belongs to
     */
    public record Row(String code, String client, String text) implements java.io.Serializable {}
}
