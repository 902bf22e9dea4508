package org.kizuna.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which agreements a list shows; null means any.
 *
 * @param text words of title, summary or reference
 * @param partnerId id of a party
 * @param parentId id of the agreement they stand under
 * @param endsBy last day of their planned end, inclusive
 * @param recordedBy user name of who recorded them
 */
public record AgreementCriteria(
        @Nullable String text,
        @Nullable AgreementType type,
        @Nullable AgreementStatus status,
        @Nullable Long partnerId,
        @Nullable Long parentId,
        @Nullable LocalDate endsBy,
        @Nullable String recordedBy) {

    public static final AgreementCriteria ANY = new AgreementCriteria(null, null, null, null, null, null, null);

    public static AgreementCriteria ofPartner(long id) {
        return new AgreementCriteria(null, null, null, id, null, null, null);
    }

    public static AgreementCriteria under(long parentId) {
        return new AgreementCriteria(null, null, null, null, parentId, null, null);
    }

    public static AgreementCriteria in(AgreementStatus status) {
        return new AgreementCriteria(null, null, status, null, null, null, null);
    }
}
