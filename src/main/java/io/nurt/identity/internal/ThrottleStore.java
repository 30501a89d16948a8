package io.nurt.identity.internal;

import io.nurt.kernel.Sql;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ThrottleStore {
    private final JdbcClient jdbc;

    ThrottleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads and locks, so that attempts at the same time are counted one after the other. */
    ThrottleSchedule.State lock(String key) {
        jdbc.sql("""
                        insert into nurt.sign_in_throttle (key, failures, last_failure) values (:key, 0, 'epoch')
                        on conflict (key) do nothing
                        """).param("key", key).update();
        return jdbc.sql("""
                        select failures, last_failure, blocked_until from nurt.sign_in_throttle where key = :key for update
                        """)
                .param("key", key)
                .query((row, number) -> new ThrottleSchedule.State(
                        row.getInt("failures"),
                        Objects.requireNonNull(Sql.instant(row, "last_failure")),
                        Sql.instant(row, "blocked_until")))
                .single();
    }

    void save(String key, ThrottleSchedule.State state) {
        jdbc.sql("""
                        update nurt.sign_in_throttle
                        set failures = :failures, last_failure = :last, blocked_until = :until where key = :key
                        """)
                .param("key", key)
                .param("failures", state.failures())
                .param("last", Sql.at(state.lastFailure()))
                .param("until", Sql.at(state.blockedUntil()))
                .update();
    }

    void forget(String key) {
        jdbc.sql("delete from nurt.sign_in_throttle where key = :key")
                .param("key", key)
                .update();
    }

    void takeBackOne(String key) {
        jdbc.sql("""
                        update nurt.sign_in_throttle set failures = greatest(failures - 1, 0), blocked_until = null
                        where key = :key
                        """).param("key", key).update();
    }

    int forgetOld() {
        return jdbc.sql("delete from nurt.sign_in_throttle where last_failure < now() - interval '2 days'")
                .update();
    }
}
