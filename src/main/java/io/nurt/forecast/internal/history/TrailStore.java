package io.nurt.forecast.internal.history;

import io.nurt.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a pipeline's events as recorded by a moment, of the whole workspace: a model learns from all deals, whoever asks. */
@Component
public class TrailStore {
    private static final int FETCHED = 5_000;

    /**
     * Closed deals that a history has at most, the latest: a model learns from a part of its rows beyond a quarter of a million
     * anyway, and the memory of a server must not grow with the age of a company.
     */
    static final int MOST_CLOSED = 150_000;

    /** Deals lost in one act of more than this many are tidied up, not lost one by one. */
    private static final int CLEARED_TOGETHER = 20;

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;
    private final int mostClosed;

    @Autowired
    TrailStore(JdbcClient jdbc, JdbcTemplate template) {
        this(jdbc, template, MOST_CLOSED);
    }

    TrailStore(JdbcClient jdbc, JdbcTemplate template, int mostClosed) {
        this.jdbc = jdbc;
        this.mostClosed = mostClosed;
        this.streaming = new JdbcTemplate(java.util.Objects.requireNonNull(template.getDataSource()));
        this.streaming.setFetchSize(FETCHED);
    }

    private record StageThen(UUID id, double probability) {}

    /**
     * What there is to be known of a pipeline at a moment: of all deals open then, and of the latest {@value #MOST_CLOSED}
     * closed by then.
     */
    @Transactional(readOnly = true)
    public History read(UUID pipelineId, Instant asOf) {
        return read(pipelineId, asOf, null);
    }

    /** The same with no other deal than this one. */
    @Transactional(readOnly = true)
    public History readOne(UUID pipelineId, UUID dealId, Instant asOf) {
        return read(pipelineId, asOf, dealId);
    }

    /** What owners and companies of a history of one deal are about at present. */
    @Transactional(readOnly = true)
    public Surroundings surroundings(UUID pipelineId, History of) {
        return new Surroundings() {
            @Override
            public int load(int owner, long moment) {
                return count("owner_id", of.owners().get(owner), "open");
            }

            @Override
            public int wins(int company, long moment) {
                return count("company_id", of.companies().get(company), "won");
            }

            private int count(String column, UUID id, String status) {
                return jdbc.sql("select count(*) from nurt.deal where " + column
                                + " = :id and status = :status and pipeline_id = :pipeline"
                                + " and deleted_at is null and archived_at is null")
                        .param("id", id)
                        .param("status", status)
                        .param("pipeline", pipelineId)
                        .query(Integer.class)
                        .single();
            }
        };
    }

    private History read(UUID pipelineId, Instant asOf, @Nullable UUID dealId) {
        ZoneId zone = ZoneId.of(
                jdbc.sql("select zone from nurt.workspace").query(String.class).single());
        List<StageThen> stages = stages(pipelineId, asOf);
        List<UUID> order = stages.stream().map(StageThen::id).toList();
        TrailReader reader = new TrailReader(pipelineId, order);
        events(pipelineId, asOf, dealId, dealId == null ? closedSince(pipelineId, asOf) : null, reader);
        double[] table = stages.stream().mapToDouble(StageThen::probability).toArray();
        return new History(asOf, zone, order, table, reader.trails(), reader.owners(), reader.companies());
    }

    /**
     * Open stages as defined then, in their order; a stage that was archived by then keeps its place, for deals went through
     * it. Before the first definition that is remembered, the first one holds: imported history is older than its stages.
     */
    private List<StageThen> stages(UUID pipelineId, Instant asOf) {
        return jdbc
                .sql("""
                        select distinct on (h.stage_id) h.stage_id, h.probability, h.position
                        from nurt.stage_history h
                        where h.pipeline_id = :pipeline and h.kind = 'open'
                        order by h.stage_id, h.recorded_at <= :asOf desc,
                                 case when h.recorded_at <= :asOf then -h.version else h.version end
                        """)
                .param("pipeline", pipelineId)
                .param("asOf", Sql.at(asOf))
                .query((row, n) -> new Object[] {
                    row.getInt("position"),
                    new StageThen(row.getObject("stage_id", UUID.class), row.getDouble("probability"))
                })
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing((Object[] r) -> (Integer) r[0])
                        .thenComparing(r -> ((StageThen) r[1]).id()))
                .map(r -> (StageThen) r[1])
                .toList();
    }

    /** Deals closed by then are too many to be read; null where all can be. */
    private @Nullable Instant closedSince(UUID pipelineId, Instant asOf) {
        return jdbc.sql("""
                        select closed_at from nurt.deal
                        where pipeline_id = :pipeline and closed_at <= :asOf
                        order by closed_at desc offset :most limit 1
                        """)
                .param("pipeline", pipelineId)
                .param("asOf", Sql.at(asOf))
                .param("most", mostClosed)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(null);
    }

    private void events(
            UUID pipelineId, Instant asOf, @Nullable UUID dealId, @Nullable Instant closedSince, TrailReader reader) {
        streaming.query(
                """
                select e.deal_id, e.kind, e.recorded_at, e.effective_at, e.pipeline_id, e.stage_id, e.status, e.pass_no,
                       case when 'amount' = any(e.final_only) then null
                            when e.currency = w.currency then e.amount
                            else e.amount * (select r.rate from nurt.exchange_rate r
                                             where r.currency = e.currency and r.valid_from <= cast(e.recorded_at as date)
                                             order by r.valid_from desc limit 1) end as amount,
                       case when 'expectedClose' = any(e.final_only) then null else e.expected_close end as expected_close,
                       case when 'ownerId' = any(e.final_only) then null else e.owner_id end as owner_id,
                       case when 'companyId' = any(e.final_only) then null else e.company_id end as company_id,
                       e.resume_on, e.present,
                       coalesce((select l.details -> 'source' ->> 0 from nurt.deal_event l
                                 where l.deal_id = e.deal_id and l.seq > e.seq and l.details -> 'source' is not null
                                 order by l.seq limit 1), d.source) as source,
                       (e.status = 'lost' and exists (
                           select from nurt.deal_event b where e.batch_id is not null and b.batch_id = e.batch_id
                           offset %d)) as cleared
                from nurt.deal_event e
                join nurt.deal d on d.id = e.deal_id
                cross join (select currency from nurt.workspace) w
                where %s e.recorded_at <= ? and e.known_until > e.recorded_at
                  and (d.closed_at is null or d.closed_at > coalesce(cast(? as timestamptz), '-infinity'))
                  and exists (select from nurt.deal_event p where p.deal_id = e.deal_id and p.pipeline_id = ?)
                order by e.deal_id, e.seq
                """.formatted(CLEARED_TOGETHER, dealId == null ? "" : "e.deal_id = '" + dealId + "' and "),
                reader::row,
                Sql.at(asOf),
                closedSince == null ? null : Sql.at(closedSince),
                pipelineId);
    }

    /** Puts rows together to trails; numbers owners and companies as they come. */
    private static final class TrailReader {
        private final UUID pipelineId;
        private final List<UUID> stages;
        private final List<Trail> trails = new ArrayList<>();
        private final Numbers owners = new Numbers();
        private final Numbers companies = new Numbers();
        private UUID deal = new UUID(0, 0);
        private List<Known> known = new ArrayList<>();

        TrailReader(UUID pipelineId, List<UUID> stages) {
            this.pipelineId = pipelineId;
            this.stages = stages;
        }

        void row(ResultSet row) throws SQLException {
            UUID id = row.getObject("deal_id", UUID.class);
            if (!id.equals(deal)) {
                deal = id;
                known = new ArrayList<>();
                trails.add(new Trail(trails.size(), id, known));
            }
            int stage = stage(row);
            int pass = row.getInt("pass_no");
            Known before = known.isEmpty() ? null : known.get(known.size() - 1);
            double amount = row.getDouble("amount");
            boolean unknown = row.wasNull();
            known.add(new Known(
                    row.getTimestamp("recorded_at").getTime(),
                    row.getTimestamp("effective_at").getTime(),
                    stage,
                    pass,
                    unknown ? Double.NaN : amount,
                    day(row, "expected_close"),
                    owners.of(row.getObject("owner_id", UUID.class)),
                    companies.of(row.getObject("company_id", UUID.class)),
                    day(row, "resume_on"),
                    row.getString("source"),
                    before == null || before.stage() != stage || before.pass() != pass,
                    row.getBoolean("cleared")));
        }

        private int stage(ResultSet row) throws SQLException {
            if (!row.getBoolean("present") || !pipelineId.equals(row.getObject("pipeline_id", UUID.class))) {
                return Known.ELSEWHERE;
            }
            return switch (row.getString("status")) {
                case "won" -> Known.WON;
                case "lost" -> Known.LOST;
                default -> {
                    int place = stages.indexOf(row.getObject("stage_id", UUID.class));
                    yield place < 0 ? Known.ELSEWHERE : place;
                }
            };
        }

        private static int day(ResultSet row, String column) throws SQLException {
            LocalDate day = row.getObject(column, LocalDate.class);
            return day == null ? Known.NO_DAY : (int) day.toEpochDay();
        }

        List<Trail> trails() {
            return trails;
        }

        List<UUID> owners() {
            return owners.ids;
        }

        List<UUID> companies() {
            return companies.ids;
        }
    }

    private static final class Numbers {
        final List<UUID> ids = new ArrayList<>();
        private final java.util.Map<UUID, Integer> numbers = new java.util.HashMap<>();

        int of(@Nullable UUID id) {
            if (id == null) {
                return -1;
            }
            return numbers.computeIfAbsent(id, k -> {
                ids.add(k);
                return ids.size() - 1;
            });
        }
    }
}
