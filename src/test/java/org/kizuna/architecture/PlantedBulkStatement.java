package org.kizuna.architecture;

import jakarta.persistence.EntityManager;

/** What nobody may write: it is here so that the rule against it is seen to catch it. */
final class PlantedBulkStatement {

    private PlantedBulkStatement() {}

    static int plant(EntityManager entities) {
        return entities.createQuery("update Partner p set p.note = null").executeUpdate();
    }
}
