package org.kizuna.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Limits and turns lock a row and then read what others have committed by then, which is right under read committed
 * alone: with another isolation the application does not start.
 */
@Startup
@Singleton
@PermitAll
public class ReadCommitted {

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @PostConstruct
    void require() {
        try (Connection connection = dataSource.getConnection()) {
            int isolation = connection.getTransactionIsolation();
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                throw new IllegalStateException(
                        "The data source's transactions must be isolated as READ COMMITTED, not as " + isolation);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The data source could not be asked for its isolation", e);
        }
    }
}
