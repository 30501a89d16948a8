package io.nurt.platform.internal.database;

import io.nurt.platform.DatabaseUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Supplier;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Opens connections to where the database is at that moment: an embedded one may come back on another port. */
final class OwnerDataSource extends AbstractDataSource {
    private static final Driver DRIVER = new Driver();

    private final Supplier<DatabaseUrl> url;

    OwnerDataSource(Supplier<DatabaseUrl> url) {
        this.url = url;
    }

    @Override
    public Connection getConnection() throws SQLException {
        DatabaseUrl now = url.get();
        return getConnection(now, now.user(), now.password());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection(url.get(), username, password);
    }

    private static Connection getConnection(DatabaseUrl url, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("currentSchema", "nurt,public");
        properties.setProperty("ApplicationName", "nurt");
        properties.setProperty("tcpKeepAlive", "true");
        Connection connection = DRIVER.connect(url.jdbcUrl(), properties);
        if (connection == null) {
            throw new SQLException("Not an address of PostgreSQL: " + url);
        }
        return connection;
    }
}
