package io.nurt.pipeline;

import static java.util.Objects.requireNonNullElse;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Cursor;
import io.nurt.kernel.Page;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the board in one statement: per open stage its sums and its first cards. */
@Service
class BoardQuery {
    /** The cards of a stage {@code s}: %1$s conditions, %2$s the place to go on from, %3$d how many. */
    private static final String CARDS = """
            select d.id, d.title, d.company_id, co.name as company_name, d.owner_id, u.name as owner_name, d.amount, d.currency,
                   d.stage_id, d.stage_entered_at, d.expected_close, d.next_step, d.next_step_on, d.tags, d.resume_on,
                   pc.contact_id as primary_id, pc.contact_name as primary_name, d.version, d.rank
            from (select d.* from nurt.deal d
                  where d.stage_id = s.id and d.status = 'open' and d.deleted_at is null and d.archived_at is null
                    and %1$s %2$s
                  order by d.rank, d.id limit %3$d) d
            left join nurt.company co on co.id = d.company_id
            left join nurt.app_user u on u.id = d.owner_id
            left join lateral (
                select c.id as contact_id, c.name as contact_name
                from nurt.deal_contact dc join nurt.contact c on c.id = dc.contact_id
                where dc.deal_id = d.id and dc.is_primary limit 1) pc on true
            """;

    /** Kept sums of a stage {@code s}; %s limits the owners. */
    private static final String KEPT = """
            select t.currency, sum(t.deals) as n, sum(t.valued) as valued, sum(t.amount) as amount
            from nurt.deal_tally t where t.stage_id = s.id and %s group by t.currency
            """;

    /** Sums of a stage {@code s} from its deals; %s conditions. */
    private static final String COUNTED = """
            select d.currency, count(*) as n, count(d.amount) as valued, coalesce(sum(d.amount), 0) as amount
            from nurt.deal d
            where d.stage_id = s.id and d.status = 'open' and d.deleted_at is null and d.archived_at is null and %s
            group by d.currency
            """;

    /**
     * %1$s sums, %2$s cards, %3$s the stages. Stages and number of cards stand in the text, not as parameters, because the
     * database would guess at them and for fear of its guess plan the statement anew each time, at half the cost of running it.
     */
    private static final String BOARD = """
            select s.n as stage_no, t.*, c.*
            from unnest(cast('{%3$s}' as uuid[])) with ordinality as s (id, n)
            cross join lateral (
                select sum(k.n)::bigint as deals, sum(k.amount * r.rate) as total,
                       sum(case when r.rate is null then k.n else k.n - k.valued end)::bigint as unvalued,
                       bool_or(k.currency <> :currency and k.n > 0) as mixed
                from (%1$s) k
                left join unnest(cast(:currencies as text[]), cast(:rates as numeric[])) as r (currency, rate)
                    on r.currency = k.currency) t
            left join lateral (%2$s) c on true
            order by s.n, c.rank, c.id
            """;

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final DealFinder finder;

    BoardQuery(JdbcClient jdbc, Catalog catalog, DealFinder finder) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.finder = finder;
    }

    @Transactional(readOnly = true)
    Board board(UUID pipelineId, DealFilter filter, int cards) {
        Caller.require(Permission.READ);
        Setup setup = catalog.setup();
        List<Stage> stages = setup.pipeline(pipelineId).stages().stream()
                .filter(stage -> stage.kind() == StageKind.OPEN)
                .toList();
        DealConditions conditions = finder.some(filter, setup, false);
        String sums = filter.onlyOwners()
                ? KEPT.formatted(DealConditions.owners(filter))
                : COUNTED.formatted(conditions.sql());
        DealMapper mapper = new DealMapper(setup);
        Map<Integer, Building> columns = new LinkedHashMap<>();
        jdbc.sql(statement(
                        sums, conditions.sql(), stages.stream().map(Stage::id).toList(), cards + 1))
                .params(conditions.parameters)
                .params(Rates.parameters(setup))
                .param("currency", setup.currency())
                .query(row -> {
                    int no = row.getInt("stage_no") - 1;
                    Building column = columns.get(no);
                    if (column == null) {
                        column = new Building(stages.get(no), row);
                        columns.put(no, column);
                    }
                    column.add(row, mapper);
                });
        return new Board(
                pipelineId,
                setup.currency(),
                Instant.now(),
                columns.values().stream().map(column -> column.built(cards)).toList());
    }

    private static String statement(String sums, String conditions, List<UUID> stages, int cards) {
        return BOARD.formatted(sums, CARDS.formatted(conditions, "", cards), String.join(",", Sql.uuids(stages)));
    }

    /** The statement of a board without filters for somebody who sees everything. */
    static String plain(List<UUID> stages, int cards) {
        return statement(KEPT.formatted("true"), "true", stages, cards + 1);
    }

    /** More cards of a column. */
    @Transactional(readOnly = true)
    Page<Card> more(UUID pipelineId, UUID stageId, DealFilter filter, int cards, @Nullable String cursor) {
        Caller.require(Permission.READ);
        Setup setup = catalog.setup();
        Stage stage = setup.apply(stageId);
        if (stage == null || !stage.pipelineId().equals(pipelineId)) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        Cursor after = Cursor.decode(cursor, 2);
        DealConditions conditions = finder.some(filter, setup, false);
        String beyond = after == null
                ? ""
                : "and (d.rank, d.id) > (cast(:afterRank as text) collate \"C\", cast(:afterId as uuid))";
        DealMapper mapper = new DealMapper(setup);
        List<Placed> fetched = jdbc.sql("select c.* from (select cast(:stageId as uuid) as id) s cross join lateral ("
                        + CARDS.formatted(conditions.sql(), beyond, cards + 1) + ") c order by c.rank, c.id")
                .params(conditions.parameters)
                .param("stageId", stageId)
                .param("afterRank", after == null ? null : after.values().get(0))
                .param("afterId", after == null ? null : after.values().get(1))
                .query((row, n) -> new Placed(mapper.card(row), row.getString("rank")))
                .list();
        return Page.cut(fetched, cards, Placed::cursor).map(Placed::card);
    }

    private record Placed(Card card, String rank) {
        Cursor cursor() {
            return Cursor.of(rank, card.id());
        }
    }

    /** A column while its rows are read. */
    private static final class Building {
        private final Stage stage;
        private final long count;
        private final BigDecimal total;
        private final boolean mixed;
        private final long unvalued;
        private final List<Placed> cards = new ArrayList<>();

        Building(Stage stage, ResultSet row) throws SQLException {
            this.stage = stage;
            this.count = row.getLong("deals");
            this.total = requireNonNullElse(row.getBigDecimal("total"), BigDecimal.ZERO);
            this.mixed = row.getBoolean("mixed");
            this.unvalued = row.getLong("unvalued");
        }

        void add(ResultSet row, DealMapper mapper) throws SQLException {
            String rank = row.getString("rank");
            if (rank != null) {
                cards.add(new Placed(mapper.card(row), rank));
            }
        }

        Board.Column built(int most) {
            Page<Placed> page = Page.cut(cards, most, Placed::cursor);
            BigDecimal sum = total.setScale(Math.min(total.scale(), 4), RoundingMode.HALF_EVEN);
            BigDecimal weighted = total.multiply(stage.probability()).setScale(4, RoundingMode.HALF_EVEN);
            return new Board.Column(
                    stage.id(),
                    count,
                    DealQuery.money(sum),
                    DealQuery.money(weighted),
                    mixed,
                    unvalued,
                    page.items().stream().map(Placed::card).toList(),
                    page.next());
        }
    }
}
