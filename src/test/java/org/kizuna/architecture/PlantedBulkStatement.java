package org.kizuna.architecture;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import org.kizuna.shared.Sql;

/** What nobody may write: it is here so that the rule against it is seen to catch it. */
final class PlantedBulkStatement {

    private PlantedBulkStatement() {}

    static int plant(EntityManager entities) {
        return entities.createQuery("update Partner p set p.note = null").executeUpdate();
    }

    /** The same through the house's own helper. */
    static final class ThroughSql {

        private ThroughSql() {}

        static int plant(Connection connection) throws SQLException {
            return Sql.on(connection, "UPDATE partner SET note = NULL").update();
        }
    }
}
