package org.kizuna.shared;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.TimestampJdbcType;

/**
 * Moments of any year, in a DATETIME column in UTC. A driver that sends a moment as TIMESTAMP sends one that MariaDB takes
 * for nothing outside 1970 to 2038.
 */
public final class MomentType extends TimestampJdbcType {

    private static final long serialVersionUID = 1L;

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        return new BasicBinder<>(javaType, this) {
            @Override
            protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
                    throws SQLException {
                statement.setObject(index, utc(value, options));
            }

            @Override
            protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options)
                    throws SQLException {
                statement.setObject(name, utc(value, options));
            }

            private LocalDateTime utc(X value, WrapperOptions options) {
                return LocalDateTime.ofInstant(javaType.unwrap(value, Instant.class, options), ZoneOffset.UTC);
            }
        };
    }
}
