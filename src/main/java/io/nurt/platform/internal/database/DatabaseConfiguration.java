package io.nurt.platform.internal.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.nurt.platform.DatabaseInfo;
import io.nurt.platform.NurtSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final int CONNECTIONS = 10;

    @Bean(destroyMethod = "close")
    Database database(NurtSettings settings, @Value("${nurt.command:false}") boolean command) {
        Database database = command ? Database.join(settings) : Database.open(settings);
        try {
            ServerCheck.run(database);
            UnfinishedRestore.undo(database.owner());
            Migrations.run(database.owner());
            return database;
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /** Whoever has the pool has a migrated database, for it is made from it. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Database database) {
        var config = new HikariConfig();
        config.setPoolName("nurt");
        config.setDataSource(database.owner());
        config.setConnectionInitSql("SET ROLE nurt_app");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(10_000);
        var pool = new HikariDataSource(config);
        try {
            RowSecurityCheck.run(pool);
            return pool;
        } catch (RuntimeException failed) {
            pool.close();
            throw failed;
        }
    }

    @Bean
    DatabaseInfo databaseInfo(NurtSettings settings, Database database, JdbcClient jdbc) {
        return new DatabaseFacts(settings, database, jdbc);
    }

    @Bean
    ReadyMessage readyMessage(NurtSettings settings, DatabaseInfo database) {
        return new ReadyMessage(settings, database);
    }

    @Bean
    JdbcTransactionManager transactionManager(HikariDataSource dataSource) {
        return new WorkspaceTransactionManager(dataSource);
    }
}
