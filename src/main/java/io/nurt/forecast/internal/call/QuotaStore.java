package io.nurt.forecast.internal.call;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Quotas with all their history: the newest of a subject and period is in force. */
@Component
class QuotaStore {
    private final JdbcClient jdbc;

    QuotaStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param amount null: taken back */
    record Quota(
            UUID id,
            Subject subject,
            Period period,
            @Nullable BigDecimal amount,
            String currency,
            UUID authorId,
            Instant at) {}

    void add(Quota quota) {
        jdbc.sql("""
                        insert into nurt.forecast_quota (id, subject_kind, subject_id, period_kind, period_start, amount, currency, author_id)
                        values (:id, :kind, :subject, :periodKind, :first, cast(:amount as numeric), :currency, :author)
                        """)
                .param("id", quota.id())
                .param("kind", quota.subject().kind().code())
                .param("subject", quota.subject().id())
                .param("periodKind", quota.period().kind().code())
                .param("first", quota.period().first())
                .param("amount", quota.amount())
                .param("currency", quota.currency())
                .param("author", quota.authorId())
                .update();
    }

    /** In force of the periods that lie within these days, quarters and months. */
    List<Quota> inForce(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select distinct on (period_kind, period_start, subject_kind, subject_id) *
                        from nurt.forecast_quota where period_start between :from and :to
                        order by period_kind, period_start, subject_kind, subject_id, recorded_at desc, id desc
                        """).param("from", from).param("to", to).query(QuotaStore::quota).list().stream()
                .filter(quota -> quota.amount() != null)
                .toList();
    }

    /** All that was ever set for a period, newest first. */
    List<Quota> history(Period period) {
        return jdbc.sql("""
                        select * from nurt.forecast_quota where period_kind = :kind and period_start = :first
                        order by recorded_at desc, id desc limit 1000
                        """)
                .param("kind", period.kind().code())
                .param("first", period.first())
                .query(QuotaStore::quota)
                .list();
    }

    private static Quota quota(ResultSet row, int n) throws SQLException {
        return new Quota(
                row.getObject("id", UUID.class),
                Subject.of(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                Rows.period(row),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getObject("author_id", UUID.class),
                row.getTimestamp("recorded_at").toInstant());
    }
}
