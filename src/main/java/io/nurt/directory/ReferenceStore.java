package io.nurt.directory;

import io.nurt.identity.Visibility;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether what a record names may be named. */
@Repository
class ReferenceStore {
    private final JdbcClient jdbc;

    ReferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isUser(UUID id) {
        return jdbc.sql("select exists (select from nurt.app_user where id = :id and status <> 'deactivated')")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    boolean isCompany(UUID id, Visibility visibility) {
        return jdbc.sql("select exists (select from nurt.company c where c.id = :id and c.deleted_at is null and "
                        + visibility.sql("c.owner_id") + ")")
                .param("id", id)
                .param(Visibility.PARAMETER, visibility.parameter())
                .query(Boolean.class)
                .single();
    }

    /** Whether {@code company} is {@code above} or stands anywhere below it. */
    boolean isBelow(UUID company, UUID above) {
        return jdbc.sql("""
                        with recursive up(id, parent_id) as (
                            select id, parent_id from nurt.company where id = :company
                            union
                            select c.id, c.parent_id from nurt.company c join up on c.id = up.parent_id)
                        select exists (select from up where id = :above)
                        """)
                .param("company", company)
                .param("above", above)
                .query(Boolean.class)
                .single();
    }
}
