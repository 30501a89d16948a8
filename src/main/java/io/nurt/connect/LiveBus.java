package io.nurt.connect;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * Carries messages to all processes on the database by LISTEN/NOTIFY. Sent within a transaction, a message leaves with its
 * commit and not otherwise. One connection of the pool is held for listening; when it breaks, another is taken.
 */
@Component
class LiveBus {
    private static final Logger log = LoggerFactory.getLogger(LiveBus.class);
    private static final String CHANNEL = "nurt_live";
    /** PostgreSQL takes less than 8000 bytes. */
    private static final int MOST_BYTES = 7900;

    private final JdbcClient jdbc;
    private final DataSource database;
    private final ObjectMapper json;
    private final List<Consumer<LiveMessage>> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::listen, "live-bus");
    private volatile boolean stopped;

    LiveBus(JdbcClient jdbc, DataSource database, ObjectMapper json) {
        this.jdbc = jdbc;
        this.database = database;
        this.json = json;
        thread.setDaemon(true);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
        thread.interrupt();
    }

    void subscribe(Consumer<LiveMessage> listener) {
        listeners.add(listener);
    }

    /** Sends with the current transaction's commit. */
    void send(LiveMessage message) {
        String text = json.writeValueAsString(message);
        if (text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MOST_BYTES) {
            log.warn("a {} message of {} characters is too long for the stream", message.kind(), text.length());
            return;
        }
        jdbc.sql("select pg_notify(:channel, :text)")
                .param("channel", CHANNEL)
                .param("text", text)
                .query((row, n) -> "")
                .single();
    }

    private void listen() {
        while (!stopped) {
            try (Connection connection = database.getConnection()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                }
                PGConnection postgres = connection.unwrap(PGConnection.class);
                while (!stopped) {
                    PGNotification[] arrived = postgres.getNotifications(10_000);
                    for (PGNotification one : arrived == null ? new PGNotification[0] : arrived) {
                        deliver(one.getParameter());
                    }
                }
            } catch (SQLException e) {
                if (!stopped) {
                    log.warn("the live stream lost its connection and takes another: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void deliver(String text) {
        try {
            LiveMessage message = json.readValue(text, LiveMessage.class);
            listeners.forEach(listener -> listener.accept(message));
        } catch (RuntimeException e) {
            log.warn("a live message could not be delivered", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
