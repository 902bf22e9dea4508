package org.kizuna.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;
import org.kizuna.partner.Sector;
import org.kizuna.shared.CountryCode;

/**
 * Which ledger entries a list or a figure takes in; null means any.
 *
 * @param country of the donor
 * @param batch reference of the import they came by
 * @param unconfirmed only money that arrived and that nobody has confirmed
 * @param reversalAsked only what somebody asks to take back
 */
public record EntryCriteria(
        @Nullable Long donorId,
        @Nullable Long contributionId,
        @Nullable Long agreementId,
        @Nullable Sector sector,
        @Nullable CountryCode country,
        @Nullable Instrument instrument,
        @Nullable Measure measure,
        @Nullable EntryKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String batch,
        boolean unconfirmed,
        boolean reversalAsked) {

    /** Whatever is asked to be taken back among the rest. */
    public EntryCriteria(
            @Nullable Long donorId,
            @Nullable Long contributionId,
            @Nullable Long agreementId,
            @Nullable Sector sector,
            @Nullable CountryCode country,
            @Nullable Instrument instrument,
            @Nullable Measure measure,
            @Nullable EntryKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String batch,
            boolean unconfirmed) {
        this(
                donorId,
                contributionId,
                agreementId,
                sector,
                country,
                instrument,
                measure,
                kind,
                from,
                to,
                batch,
                unconfirmed,
                false);
    }

    public static final EntryCriteria ANY =
            new EntryCriteria(null, null, null, null, null, null, null, null, null, null, null, false);

    /** The entries of one contribution. */
    public static EntryCriteria ofContribution(long id) {
        return new EntryCriteria(null, id, null, null, null, null, null, null, null, null, null, false);
    }
}
