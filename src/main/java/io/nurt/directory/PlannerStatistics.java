package io.nurt.directory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps bulk work from being planned for empty tables: measured, four thousand companies took 12 s instead of 1.5 s to store and
 * 19 s instead of 0.6 s to remove when the tables had last been looked at while they were empty.
 */
@Repository
class PlannerStatistics {
    private static final int FEW = 100;
    private final JdbcClient jdbc;

    PlannerStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the planner believes the table (nearly) empty, or never looked. */
    boolean believesEmpty(RecordKind kind) {
        return jdbc.sql("select reltuples < :few from pg_class where oid = cast(:table as regclass)")
                .param("few", FEW)
                .param("table", "nurt." + kind.code())
                .query(Boolean.class)
                .single();
    }

    void refresh() {
        jdbc.sql("select nurt.refresh_statistics()").query((row, n) -> true).list();
    }
}
