package org.kizuna.shared;

import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolver;

/** Connector/J calls every server "MySQL"; what it says of the version tells MariaDB apart. */
public class MariaDbAwareResolver implements DialectResolver {

    @Override
    public Dialect resolveDialect(DialectResolutionInfo info) {
        String version = String.valueOf(info.getDatabaseVersion());
        return version.contains("MariaDB") ? new MariaDBDialect(info) : new MySQLDialect(info);
    }
}
