package org.kizuna.history.migration;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import org.kizuna.shared.MigrationStep;

/**
 * Takes the steps that this version's migrations need and this database has not seen. The container answers nobody
 * before all its start-up singletons are made, and what seals, looks or fills by itself depends on this one.
 */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MigrationSteps {

    @Inject
    @Any
    private Instance<MigrationStep> steps;

    @Inject
    private OneMigrationStep one;

    @SuppressWarnings("NullAway.Init")
    public MigrationSteps() {}

    @PostConstruct
    void takeAll() {
        steps.stream()
                .sorted(Comparator.comparingInt(step -> OneMigrationStep.number(step.migration())))
                .forEach(one::take);
    }
}
