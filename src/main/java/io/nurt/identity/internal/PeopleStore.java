package io.nurt.identity.internal;

import io.nurt.identity.UserRef;
import io.nurt.kernel.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People as other modules need them: names, and those that an import brought. */
@Repository
class PeopleStore {
    private static final RowMapper<UserRef> REF =
            (row, number) -> new UserRef(row.getObject("id", UUID.class), row.getString("name"));
    private final JdbcClient jdbc;

    PeopleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UserRef> all() {
        return jdbc.sql("select id, name from nurt.app_user order by lower(name), id")
                .query(REF)
                .list();
    }

    List<UserRef> find(Collection<UUID> ids) {
        return jdbc.sql("select id, name from nurt.app_user where id = any(cast(:ids as uuid[]))")
                .param("ids", Sql.uuids(ids))
                .query(REF)
                .list();
    }

    Optional<UserRef> byEmail(String email) {
        return jdbc.sql("select id, name from nurt.app_user where lower(email) = lower(:email)")
                .param("email", email)
                .query(REF)
                .optional();
    }

    Optional<UserRef> byName(String name) {
        return jdbc.sql("""
                        select id, name from nurt.app_user
                        where lower(regexp_replace(name, '\\s+', ' ', 'g')) = lower(:name)
                        order by status <> 'active', id limit 1
                        """).param("name", name).query(REF).optional();
    }

    /** The people of an import who still are what it made of them. */
    List<UUID> untouched(UUID importId) {
        return jdbc.sql("select id from nurt.app_user where import_id = :import and status = 'placeholder' order by id")
                .param("import", importId)
                .query(UUID.class)
                .list();
    }

    /** Takes people out of their teams and deletes them; fails where they are still referred to. */
    void delete(Collection<UUID> people) {
        String[] ids = Sql.uuids(people);
        jdbc.sql("delete from nurt.team_member where user_id = any(cast(:ids as uuid[]))")
                .param("ids", ids)
                .update();
        jdbc.sql("update nurt.team set manager_id = null where manager_id = any(cast(:ids as uuid[]))")
                .param("ids", ids)
                .update();
        jdbc.sql("delete from nurt.app_user where id = any(cast(:ids as uuid[]))")
                .param("ids", ids)
                .update();
    }

    /** Those who stay belong to no import from now on. */
    int keep(UUID importId) {
        return jdbc.sql("update nurt.app_user set import_id = null where import_id = :import")
                .param("import", importId)
                .update();
    }

    /** Deletes the teams of an import, but for those that have been given teams below them since. */
    int deleteTeams(UUID importId) {
        int deleted = 0;
        int step;
        do {
            step = jdbc.sql("""
                            delete from nurt.team t where import_id = :import
                              and not exists (select from nurt.team below where below.parent_id = t.id)
                            """).param("import", importId).update();
            deleted += step;
        } while (step > 0);
        jdbc.sql("update nurt.team set import_id = null where import_id = :import")
                .param("import", importId)
                .update();
        return deleted;
    }
}
