package io.nurt.identity.internal;

import io.nurt.kernel.Sql;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TeamStore {
    private final JdbcClient jdbc;

    TeamStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All teams: there are few, and they are small. */
    List<TeamRow> all() {
        return jdbc.sql("""
                        select t.id, t.name, t.parent_id, t.manager_id, t.version,
                               array(select m.user_id from nurt.team_member m where m.team_id = t.id) as members
                        from nurt.team t order by lower(t.name), t.id
                        """)
                .query((row, number) -> new TeamRow(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Sql.uuid(row, "parent_id"),
                        Sql.uuid(row, "manager_id"),
                        set((UUID[]) row.getArray("members").getArray()),
                        row.getInt("version")))
                .list();
    }

    void insert(UUID id, String name, @Nullable UUID parent, @Nullable UUID manager, @Nullable UUID importId) {
        jdbc.sql("""
                        insert into nurt.team (id, name, parent_id, manager_id, import_id)
                        values (:id, :name, :parent, :manager, :importId)
                        """)
                .param("id", id)
                .param("name", name)
                .param("parent", parent)
                .param("manager", manager)
                .param("importId", importId)
                .update();
    }

    void update(UUID id, String name, @Nullable UUID parent, @Nullable UUID manager) {
        jdbc.sql("""
                        update nurt.team set name = :name, parent_id = :parent, manager_id = :manager, version = version + 1
                        where id = :id
                        """)
                .param("id", id)
                .param("name", name)
                .param("parent", parent)
                .param("manager", manager)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from nurt.team where id = :id").param("id", id).update();
    }

    /** One change at a time: two moves at once could otherwise make a circle. */
    void lock() {
        jdbc.sql("select id from nurt.team order by id for update")
                .query(UUID.class)
                .list();
    }

    void setMembers(UUID team, Collection<UUID> users) {
        jdbc.sql("delete from nurt.team_member where team_id = :team")
                .param("team", team)
                .update();
        addMembers(team, users);
    }

    void addMembers(UUID team, Collection<UUID> users) {
        jdbc.sql("""
                        insert into nurt.team_member (team_id, user_id)
                        select :team, u from unnest(cast(:users as uuid[])) u on conflict do nothing
                        """).param("team", team).param("users", Sql.uuids(users)).update();
    }

    void setTeams(UUID user, Collection<UUID> teams) {
        jdbc.sql("delete from nurt.team_member where user_id = :user")
                .param("user", user)
                .update();
        jdbc.sql("""
                        insert into nurt.team_member (team_id, user_id)
                        select t, :user from unnest(cast(:teams as uuid[])) t on conflict do nothing
                        """).param("user", user).param("teams", Sql.uuids(teams)).update();
    }

    private static Set<UUID> set(UUID[] ids) {
        return Arrays.stream(ids).collect(Collectors.toUnmodifiableSet());
    }
}
