package io.nurt.identity.internal;

import io.nurt.identity.Workspace;
import io.nurt.kernel.Language;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WorkspaceStore {
    private static final String SELECT = "select id, name, currency, zone, language, version from nurt.workspace";
    private final JdbcClient jdbc;

    WorkspaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean any() {
        return jdbc.sql("select nurt.any_workspace()").query(Boolean.class).single();
    }

    /** The workspace of the transaction. */
    Optional<Workspace> current() {
        return read(SELECT + " where id = nurt.workspace()");
    }

    Optional<Workspace> lockCurrent() {
        return read(SELECT + " where id = nurt.workspace() for update");
    }

    private Optional<Workspace> read(String sql) {
        return jdbc.sql(sql)
                .query((row, number) -> new Workspace(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Currency.getInstance(row.getString("currency")),
                        ZoneId.of(row.getString("zone")),
                        Language.of(row.getString("language")),
                        row.getInt("version")))
                .optional();
    }

    void insert(Workspace workspace) {
        jdbc.sql("""
                        insert into nurt.workspace (id, name, currency, zone, language)
                        values (:id, :name, :currency, :zone, :language)
                        """)
                .param("id", workspace.id())
                .param("name", workspace.name())
                .param("currency", workspace.currency().getCurrencyCode())
                .param("zone", workspace.zone().getId())
                .param("language", workspace.language().code())
                .update();
    }

    void update(Workspace workspace) {
        jdbc.sql("""
                        update nurt.workspace
                        set name = :name, currency = :currency, zone = :zone, language = :language, version = version + 1
                        where id = :id
                        """)
                .param("id", workspace.id())
                .param("name", workspace.name())
                .param("currency", workspace.currency().getCurrencyCode())
                .param("zone", workspace.zone().getId())
                .param("language", workspace.language().code())
                .update();
    }

    void replaceSetupLink(byte[] hash) {
        jdbc.sql("delete from nurt.setup_link where used_at is null").update();
        jdbc.sql("insert into nurt.setup_link (token_hash) values (:hash)")
                .param("hash", hash)
                .update();
    }

    boolean setupLinkWorks(byte[] hash) {
        return jdbc.sql("select count(*) from nurt.setup_link where token_hash = :hash and used_at is null")
                        .param("hash", hash)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Uses up a setup link; false when it has been used or replaced. */
    boolean useSetupLink(byte[] hash) {
        return jdbc.sql("update nurt.setup_link set used_at = now() where token_hash = :hash and used_at is null")
                        .param("hash", hash)
                        .update()
                == 1;
    }
}
