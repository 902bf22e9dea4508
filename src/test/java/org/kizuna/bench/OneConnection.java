package org.kizuna.bench;

import java.sql.Connection;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;

/** A connection that is lent to one after the other. */
final class OneConnection implements ConnectionProvider {

    private static final long serialVersionUID = 1L;

    private final transient Connection connection;

    OneConnection(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public void closeConnection(Connection lent) {
        // the next one wants it
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return false;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }
}
