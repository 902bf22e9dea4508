package org.kizuna.agreement.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kizuna.agreement.AgreementCriteria;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRow;
import org.kizuna.shared.paging.PageRequest;

/** The agreements of a partner, for its page. */
@Named
@RequestScoped
public class AgreementsOf {

    private static final int MOST = 10;

    @Inject
    private AgreementQueries queries;

    private final Map<Long, List<AgreementRow>> known = new HashMap<>();

    public List<AgreementRow> partner(long id) {
        return known.computeIfAbsent(
                id, partner -> queries.list(AgreementCriteria.ofPartner(partner), PageRequest.first(MOST))
                        .items());
    }
}
