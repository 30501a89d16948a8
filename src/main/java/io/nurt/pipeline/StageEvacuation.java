package io.nurt.pipeline;

import io.nurt.identity.Visibility;
import io.nurt.kernel.Ids;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves all deals out of a stage that is taken out of use. No gate is asked: the process changes, not the deals. */
@Component
class StageEvacuation {
    private final JdbcClient jdbc;
    private final DealStore store;
    private final DealMoves moves;

    StageEvacuation(JdbcClient jdbc, DealStore store, DealMoves moves) {
        this.jdbc = jdbc;
        this.store = store;
        this.moves = moves;
    }

    void move(Stage from, Stage to) {
        List<UUID> ids = jdbc.sql("select id from nurt.deal where stage_id = :stage and status = 'open' order by id")
                .param("stage", from.id())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        UUID batch = Ids.next();
        for (DealRow row : store.lock(ids, Visibility.ALL)) {
            if (row.stageId.equals(from.id())) {
                DealWriter.Act act = new DealWriter.Act(DealMoves.kind(row, to), null, null, batch, null);
                moves.apply(row, to, DealMoves.Move.to(to.id()), act, false);
            }
        }
    }
}
