package io.nurt.forecast.internal.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people said, only ever added to. */
@Component
class SubmissionStore {
    private final JdbcClient jdbc;

    SubmissionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Submission submission) {
        jdbc.sql("""
                        insert into nurt.forecast_submission (id, subject_kind, subject_id, period_kind, period_start, kind, amount,
                               currency, reason, base, author_id, author_name, recorded_at)
                        values (:id, :subjectKind, :subject, :periodKind, :first, :kind, :amount, :currency, :reason,
                                cast(:base as jsonb), :author, :authorName, clock_timestamp())
                        """)
                .param("id", submission.id())
                .param("subjectKind", submission.subject().kind().code())
                .param("subject", submission.subject().id())
                .param("periodKind", submission.period().kind().code())
                .param("first", submission.period().first())
                .param("kind", submission.kind().code())
                .param("amount", submission.amount())
                .param("currency", submission.currency())
                .param("reason", submission.reason())
                .param("base", submission.base())
                .param("author", submission.authorId())
                .param("authorName", submission.authorName())
                .update();
    }

    /** The newest of each subject and kind. */
    List<Submission> inForce(Period period) {
        return jdbc.sql("""
                        select distinct on (subject_kind, subject_id, kind) s.*, base::text as base_text
                        from nurt.forecast_submission s where period_kind = :kind and period_start = :first
                        order by subject_kind, subject_id, kind, recorded_at desc, id desc
                        """)
                .param("kind", period.kind().code())
                .param("first", period.first())
                .query(SubmissionStore::submission)
                .list();
    }

    /** All of one subject and period, newest first. */
    List<Submission> history(Period period, Subject subject) {
        return jdbc.sql("""
                        select s.*, base::text as base_text from nurt.forecast_submission s
                        where period_kind = :kind and period_start = :first and subject_kind = :subjectKind and subject_id = :subject
                        order by recorded_at desc, id desc limit 500
                        """)
                .param("kind", period.kind().code())
                .param("first", period.first())
                .param("subjectKind", subject.kind().code())
                .param("subject", subject.id())
                .query(SubmissionStore::submission)
                .list();
    }

    private static Submission submission(ResultSet row, int n) throws SQLException {
        return new Submission(
                row.getObject("id", UUID.class),
                Subject.of(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                Rows.period(row),
                Submission.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("reason"),
                row.getString("base_text"),
                row.getObject("author_id", UUID.class),
                row.getString("author_name"),
                row.getTimestamp("recorded_at").toInstant());
    }
}
