package io.nurt.directory;

import static io.nurt.identity.Permission.READ;

import io.nurt.identity.Caller;
import io.nurt.identity.Visibility;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tags in use on records that the caller may see. A deal has the same columns for it as a company or a contact. */
@Service
class Tags {
    private static final int MOST = 500;
    private final JdbcClient jdbc;

    Tags(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param count on how many records it is */
    record Tag(String name, long count) {}

    @Transactional(readOnly = true)
    public List<Tag> of(RecordKind kind) {
        Visibility visibility = Caller.require(READ).visibility();
        return jdbc.sql("""
                        select tag as name, count(*) as count
                        from nurt.%s c cross join unnest(c.tags) tag
                        where c.deleted_at is null and c.tags <> '{}' and %s
                        group by tag order by count(*) desc, tag limit %d
                        """.formatted(kind.code(), visibility.sql("c.owner_id"), MOST))
                .param(Visibility.PARAMETER, visibility.parameter())
                .query((row, n) -> new Tag(row.getString("name"), row.getLong("count")))
                .list();
    }
}
