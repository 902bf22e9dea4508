package org.kizuna.history.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Links;
import org.kizuna.history.NamedPerson;
import org.kizuna.history.PersonQueries;
import org.kizuna.history.PersonRegister;
import org.kizuna.page.web.Told;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.RecordRef;
import org.omnifaces.util.Faces;

/** A person is found in whatever records name them, and erased. */
@Named
@ViewScoped
public class PersonsView implements Serializable {

    private static final int MOST = 200;
    private static final int ERASURES = 50;

    @Inject
    private transient PersonQueries queries;

    @Inject
    private transient PersonRegister register;

    @Inject
    private transient RecordDirectory directory;

    private @Nullable String letters;
    private List<Row> rows = List.of();
    private @Nullable String reason;

    public void load() {
        letters = Faces.getRequestParameter("q");
        List<PersonQueries.Found> found = queries.find(letters, MOST);
        Map<RecordRef, SearchHit> named = directory.named(found.stream()
                .map(person ->
                        new RecordRef(person.person().kind(), person.person().id()))
                .toList());
        rows = found.stream()
                .map(person -> new Row(
                        person,
                        named.get(new RecordRef(
                                person.person().kind(), person.person().id()))))
                .toList();
    }

    public void erase() {
        register.erase(rows.stream().filter(Row::isChosen).map(Row::getPerson).toList(), reason);
        Told.andGo("PersonRegister.erase", "/history/persons");
    }

    public @Nullable String getLetters() {
        return letters;
    }

    public List<Row> getRows() {
        return rows;
    }

    /** Whether there may be more than are shown. */
    public boolean isCut() {
        return rows.size() == MOST;
    }

    public List<PersonQueries.Erasure> getErasures() {
        return queries.erasures(ERASURES);
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String value) {
        reason = value;
    }

    /** A person in a record, and whether they are to be erased from it. */
    public static final class Row implements Serializable {

        private final PersonQueries.Found found;
        private final @Nullable SearchHit hit;
        private boolean chosen;

        Row(PersonQueries.Found found, @Nullable SearchHit hit) {
            this.found = found;
            this.hit = hit;
        }

        public NamedPerson getPerson() {
            return found.person();
        }

        public int getValues() {
            return found.values();
        }

        /** What the record is called; an account by its user name, which is who it is about. */
        public String getRecord() {
            return hit == null ? found.person().person() : hit.reference() + " " + hit.title();
        }

        /** Where to look at it; null for an account, which is found by its user name. */
        public @Nullable String getLink() {
            return hit == null ? null : Links.to(hit.kind(), hit.reference());
        }

        public boolean isChosen() {
            return chosen;
        }

        public void setChosen(boolean value) {
            chosen = value;
        }
    }
}
