package org.kizuna.agreement;

import org.jspecify.annotations.Nullable;

/**
 * Which agreements a list shows; null means any.
 *
 * @param text words of title, summary or reference
 * @param partnerId id of a party
 * @param parentId id of the agreement they stand under
 */
public record AgreementCriteria(
        @Nullable String text,
        @Nullable AgreementType type,
        @Nullable AgreementStatus status,
        @Nullable Long partnerId,
        @Nullable Long parentId) {

    public static final AgreementCriteria ANY = new AgreementCriteria(null, null, null, null, null);
}
