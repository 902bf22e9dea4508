package org.kizuna.agreement;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.lifecycle.StepData.Signature;
import org.kizuna.shared.Problems;

/** When each party of an agreement signed, of what somebody says of them. */
final class SignatureDays {

    private final List<AgreementParty> parties;
    private final List<Signature> said;
    private final Map<AgreementParty, @Nullable LocalDate> days = new HashMap<>();

    SignatureDays(List<AgreementParty> parties, List<Signature> said) {
        this.parties = parties;
        this.said = said;
    }

    /**
     * Looks at every signature.
     *
     * @return the last of the days
     * @throws org.kizuna.shared.InvalidInput when one is missing, of nobody who is a party, or on a day that cannot be
     */
    LocalDate last(@Nullable LocalDate negotiatedOn, LocalDate today) {
        Problems problems = new Problems();
        for (int i = 0; i < said.size(); i++) {
            String party = Problems.clean(said.get(i).party());
            if (party == null ? i >= parties.size() : parties.stream().noneMatch(one -> isOf(one, party))) {
                problems.add("signatures[" + i + "].party", "signsAndIsNoParty", String.valueOf(party));
            }
        }
        for (int i = 0; i < parties.size(); i++) {
            AgreementParty party = parties.get(i);
            int at = place(party);
            LocalDate day = at < 0 ? null : said.get(at).on();
            String field = "signatures[" + (at < 0 ? i : at) + "].on";
            if (day == null) {
                problems.add(field, "signatureMissing", party.partner().legalName());
            }
            problems.inOrder(field, negotiatedOn, day);
            if (day != null && day.isAfter(today)) {
                problems.add(field, "inTheFuture");
            }
            days.put(party, day);
        }
        problems.refuse();
        return days.values().stream()
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(today);
    }

    @Nullable
    LocalDate of(AgreementParty party) {
        return days.get(party);
    }

    /** Where a party's signature is said; a partner in two roles signs in each, and may say it once. */
    private int place(AgreementParty party) {
        int own = parties.indexOf(party);
        if (own < said.size() && said.get(own).party() == null) {
            return own;
        }
        int earlier = (int) parties.subList(0, own).stream()
                .filter(other -> other.partner().equals(party.partner()))
                .count();
        int found = -1;
        for (int i = 0; i < said.size(); i++) {
            if (isOf(party, Problems.clean(said.get(i).party()))) {
                found = i;
                if (earlier-- == 0) {
                    break;
                }
            }
        }
        return found;
    }

    private static boolean isOf(AgreementParty party, @Nullable String reference) {
        return party.partner().reference().value().equalsIgnoreCase(reference);
    }
}
