package io.nurt.pipeline;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Visibility;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where deals come from, as people have written it on those that the caller may see. */
@Service
class Sources {
    private static final int MOST = 200;
    private final JdbcClient jdbc;

    Sources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param count of how many deals, closed ones too, but none from the trash */
    record Source(String name, long count) {}

    /** The most frequent first. */
    @Transactional(readOnly = true)
    public List<Source> all() {
        Visibility visibility = Caller.require(Permission.READ).visibility();
        return jdbc.sql("""
                        select d.source as name, count(*) as count from nurt.deal d
                        where d.source is not null and d.deleted_at is null and %s
                        group by d.source order by count(*) desc, d.source limit %d
                        """.formatted(visibility.sql("d.owner_id"), MOST))
                .param(Visibility.PARAMETER, visibility.parameter())
                .query((row, n) -> new Source(row.getString("name"), row.getLong("count")))
                .list();
    }
}
