package io.nurt.exchange.internal.running;

import io.nurt.directory.RecordsMerged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What other systems call a merged record becomes a name of the one that stays, so that the next import finds that one. */
@Component
class MergedRefs {
    private final JdbcClient jdbc;

    MergedRefs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void follow(RecordsMerged merged) {
        String sql = merged.back() ? """
                  update nurt.external_ref set record_id = :from, former_records = trim_array(former_records, 1)
                  where record_kind = :kind and record_id = :into and former_records[cardinality(former_records)] = :from
                  """ : """
                  update nurt.external_ref set record_id = :into, former_records = array_append(former_records, :from)
                  where record_kind = :kind and record_id = :from
                  """;
        jdbc.sql(sql)
                .param("kind", merged.kind().code())
                .param("from", merged.from())
                .param("into", merged.into())
                .update();
    }
}
