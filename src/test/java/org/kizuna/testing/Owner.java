package org.kizuna.testing;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;

/** Connects to the database as the account that owns it, which no right of the application's stands in the way of. */
public final class Owner {

    private Owner() {}

    /** @param dataSource the application's, which has the driver */
    public static Connection connect(DataSource dataSource) throws Exception {
        Properties account = new Properties();
        account.setProperty("user", System.getProperty("kizuna.owner.db.user"));
        account.setProperty("password", System.getProperty("kizuna.owner.db.password"));
        Connection owner = driver(dataSource).connect(System.getProperty("kizuna.app.db.url"), account);
        owner.createStatement().execute("SET FOREIGN_KEY_CHECKS = 0");
        return owner;
    }

    /** The driver is in a module of the server's that the deployment does not see. */
    private static Driver driver(DataSource dataSource) throws SQLException, ReflectiveOperationException {
        try (Connection connection = dataSource.getConnection()) {
            ClassLoader loader = connection.getMetaData().getClass().getClassLoader();
            return (Driver) loader.loadClass("com.mysql.cj.jdbc.Driver")
                    .getDeclaredConstructor()
                    .newInstance();
        }
    }
}
