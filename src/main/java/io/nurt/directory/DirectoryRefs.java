package io.nurt.directory;

import static io.nurt.identity.Permission.READ;

import io.nurt.identity.Caller;
import io.nurt.identity.Visibility;
import io.nurt.kernel.Sql;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names of companies and contacts for other modules: those that the caller may see and that are not in the trash. */
@Component
public class DirectoryRefs {
    private final JdbcClient jdbc;

    DirectoryRefs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Map<UUID, Ref> companies(Collection<UUID> ids) {
        return named("nurt.company", ids);
    }

    @Transactional(readOnly = true)
    public Map<UUID, Ref> contacts(Collection<UUID> ids) {
        return named("nurt.contact", ids);
    }

    private Map<UUID, Ref> named(String table, Collection<UUID> ids) {
        Visibility visibility = Caller.require(READ).visibility();
        Map<UUID, Ref> named = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select r.id, r.name from " + table + " r where r.id = any(cast(:ids as uuid[]))"
                            + " and r.deleted_at is null and " + visibility.sql("r.owner_id"))
                    .param("ids", Sql.uuids(ids))
                    .param(Visibility.PARAMETER, visibility.parameter())
                    .query((row, n) -> new Ref(row.getObject("id", UUID.class), row.getString("name")))
                    .list()
                    .forEach(ref -> named.put(ref.id(), ref));
        }
        return named;
    }
}
