package org.kizuna.tag;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One code that a record is tagged with. */
@Embeddable
public class Tag implements Serializable {

    @Enumerated(EnumType.STRING)
    private TagVocabulary vocabulary;

    private String vocabularyVersion;
    private String code;

    @Column(precision = 5, scale = RecordTags.DECIMALS)
    private @Nullable BigDecimal percentage;

    @SuppressWarnings("NullAway.Init")
    protected Tag() {}

    Tag(TagCode code, @Nullable BigDecimal percentage) {
        this.vocabulary = code.vocabulary();
        this.vocabularyVersion = vocabulary.version();
        this.code = code.code();
        this.percentage = percentage;
    }

    public TagVocabulary vocabulary() {
        return vocabulary;
    }

    /** Edition of the list that the code was chosen from. */
    public String vocabularyVersion() {
        return vocabularyVersion;
    }

    public String code() {
        return code;
    }

    /** Share of the whole in per cent; null where nobody said. */
    public @Nullable BigDecimal percentage() {
        return percentage;
    }

    boolean is(TagCode other) {
        return vocabulary == other.vocabulary() && code.equals(other.code());
    }

    /** The code with what it is called; empty where the list no longer has it. */
    Optional<TagCode> called() {
        return TagCodes.find(vocabulary, code);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tag that
                && vocabulary == that.vocabulary
                && vocabularyVersion.equals(that.vocabularyVersion)
                && code.equals(that.code)
                && isSame(percentage, that.percentage);
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(vocabulary, code);
    }
}
