package io.nurt.directory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps bulk work from being planned for a workspace without rows, where every index that begins with the workspace looks as good as
 * the right one: measured, four thousand companies took 12 s instead of 1.5 s to store and 19 s instead of 0.6 s to remove.
 */
@Repository
class PlannerStatistics {
    private final JdbcClient jdbc;

    PlannerStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether so many new rows are more than the workspace has. */
    boolean moreThanKnown(RecordKind kind, int coming) {
        return jdbc.sql("select count(*) < :coming from (select from nurt." + kind.code() + " limit :coming) known")
                .param("coming", coming)
                .query(Boolean.class)
                .single();
    }

    void refresh() {
        jdbc.sql("select nurt.refresh_statistics()").query((row, n) -> true).list();
    }
}
