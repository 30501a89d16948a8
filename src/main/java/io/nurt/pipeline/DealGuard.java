package io.nurt.pipeline;

import io.nurt.directory.RecordGuard;
import io.nurt.directory.RecordKind;
import io.nurt.identity.Caller;
import io.nurt.identity.Visibility;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose notes about deals the caller may read and write: those of deals they see. */
@Component
class DealGuard implements RecordGuard {
    private final JdbcClient jdbc;

    DealGuard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.DEAL;
    }

    @Override
    public boolean sees(UUID id) {
        Visibility visibility = Caller.current().visibility();
        return jdbc.sql("select exists (select from nurt.deal d where d.id = :id and " + visibility.sql("d.owner_id")
                        + ")")
                .param("id", id)
                .param(Visibility.PARAMETER, visibility.parameter())
                .query(Boolean.class)
                .single();
    }
}
