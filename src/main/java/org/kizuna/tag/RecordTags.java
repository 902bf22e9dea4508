package org.kizuna.tag;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.NamedRecord;
import org.kizuna.shared.Problems;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.VersionedEntity;

/** All tags of one record. They are replaced whole, so that the shares of one vocabulary always sum to 100. */
@Entity
public class RecordTags extends VersionedEntity {

    static final int DECIMALS = 2;

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    @Embedded
    private RecordRef record;

    @Column(updatable = false)
    private String reference;

    @ElementCollection
    @CollectionTable(name = "tag", joinColumns = @JoinColumn(name = "tags_id"))
    @OrderColumn(name = "position")
    private List<Tag> tags = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected RecordTags() {}

    RecordTags(RecordRef record, NamedRecord tagged) {
        this.record = record;
        this.reference = tagged.reference().value();
    }

    /**
     * Takes these in the place of those that stood.
     *
     * @throws org.kizuna.shared.InvalidInput when a code is unknown, withdrawn or said twice, or shares do not sum to 100
     */
    void take(TagsData data) {
        Problems problems = new Problems();
        List<Tag> wanted = new ArrayList<>();
        Set<TagCode> said = new HashSet<>();
        for (int i = 0; i < data.tags().size(); i++) {
            TagsData.Chosen item = data.tags().get(i);
            String at = "tags[" + i + "].";
            code(problems, at, item).ifPresent(code -> {
                if (!said.add(code)) {
                    problems.add(at + "code", "saidTwice", code.code());
                }
                wanted.add(new Tag(code, item.percentage()));
            });
            inRange(problems, at + "percentage", item.percentage());
        }
        shares(problems, data.tags());
        problems.refuse();
        if (!wanted.equals(tags)) {
            tags.clear();
            tags.addAll(wanted);
        }
    }

    private Optional<TagCode> code(Problems problems, String at, TagsData.Chosen item) {
        String code = problems.required(at + "code", item.code(), 20);
        TagVocabulary vocabulary = item.vocabulary();
        Optional<TagCode> found = TagCodes.find(vocabulary, code);
        if (!code.isEmpty() && vocabulary == null) {
            problems.add(at + "vocabulary", "required");
        } else if (!code.isEmpty() && vocabulary != null && found.isEmpty()) {
            problems.add(at + "code", "noSuchCode", vocabulary, code);
        }
        // one that was withdrawn since it was chosen may stay
        found.filter(TagCode::isOver)
                .filter(over -> tags.stream().noneMatch(tag -> tag.is(over)))
                .ifPresent(over ->
                        problems.add(at + "code", "codeWithdrawn", code, Objects.requireNonNull(over.endedOn())));
        return found;
    }

    private static void inRange(Problems problems, String field, @Nullable BigDecimal percentage) {
        if (percentage != null
                && (percentage.signum() <= 0
                        || percentage.compareTo(WHOLE) > 0
                        || percentage.stripTrailingZeros().scale() > DECIMALS)) {
            problems.add(field, "noShare", DECIMALS);
        }
    }

    /** Where one tag of a vocabulary says a share all do; what is wrong with their sum stands at the last of them. */
    private static void shares(Problems problems, List<TagsData.Chosen> items) {
        Map<TagVocabulary, BigDecimal> sums = new EnumMap<>(TagVocabulary.class);
        items.stream()
                .filter(item -> item.vocabulary() != null && item.percentage() != null)
                .forEach(item -> sums.merge(
                        Objects.requireNonNull(item.vocabulary()),
                        Objects.requireNonNull(item.percentage()),
                        BigDecimal::add));
        Map<TagVocabulary, Integer> last = new EnumMap<>(TagVocabulary.class);
        for (int i = 0; i < items.size(); i++) {
            TagVocabulary vocabulary = items.get(i).vocabulary();
            if (vocabulary != null && sums.containsKey(vocabulary)) {
                last.put(vocabulary, i);
                if (items.get(i).percentage() == null) {
                    problems.add("tags[" + i + "].percentage", "shareMissing", vocabulary);
                }
            }
        }
        sums.forEach((vocabulary, sum) -> {
            if (sum.compareTo(WHOLE) != 0) {
                problems.add("tags[" + last.get(vocabulary) + "].percentage", "sharesNot100", vocabulary, sum);
            }
        });
    }

    /** What the record is called. */
    @Override
    public String label() {
        return reference;
    }

    public RecordRef record() {
        return record;
    }

    public List<Tag> tags() {
        return Collections.unmodifiableList(tags);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordTags that && record.equals(that.record());
    }

    @Override
    public int hashCode() {
        return record.hashCode();
    }
}
