package org.kizuna.contribution.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kizuna.contribution.ContributionCriteria;
import org.kizuna.contribution.ContributionQueries;
import org.kizuna.contribution.ContributionRow;
import org.kizuna.shared.paging.PageRequest;

/** The contributions of a partner or under an agreement, for its page. */
@Named
@RequestScoped
public class ContributionsOf {

    private static final int MOST = 10;

    @Inject
    private ContributionQueries queries;

    private final Map<ContributionCriteria, List<ContributionRow>> known = new HashMap<>();

    public List<ContributionRow> donor(long id) {
        return list(new ContributionCriteria(null, null, null, id, null));
    }

    public List<ContributionRow> agreement(long id) {
        return list(new ContributionCriteria(null, null, null, null, id));
    }

    private List<ContributionRow> list(ContributionCriteria criteria) {
        return known.computeIfAbsent(criteria, wanted -> queries.list(wanted, PageRequest.first(MOST))
                .items());
    }
}
