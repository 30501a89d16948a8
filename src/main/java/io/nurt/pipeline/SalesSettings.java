package io.nurt.pipeline;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lost reasons and exchange rates of the workspace. */
@Service
class SalesSettings {
    private final LostReasonStore reasons;
    private final Catalog catalog;
    private final JdbcClient jdbc;

    SalesSettings(LostReasonStore reasons, Catalog catalog, JdbcClient jdbc) {
        this.reasons = reasons;
        this.catalog = catalog;
        this.jdbc = jdbc;
    }

    /**
     * What one unit of a currency is worth in the workspace's currency from a day on.
     *
     * @param rate plain decimal above zero
     */
    record ExchangeRate(String currency, LocalDate validFrom, String rate) {}

    @Transactional(readOnly = true)
    List<LostReason> lostReasons() {
        Caller.require(Permission.READ);
        return reasons.all();
    }

    @Transactional
    LostReason addLostReason(@Nullable String name) {
        Caller.require(Permission.MANAGE_PIPELINES);
        UUID id = Ids.next();
        int position =
                reasons.all().stream().mapToInt(LostReason::position).max().orElse(0) + 1;
        reasons.insert(id, PipelineService.named("name", name), position, null);
        return changed(id);
    }

    @Transactional
    LostReason changeLostReason(UUID id, Patch patch) {
        Caller.require(Permission.MANAGE_PIPELINES);
        patch.only(Set.of("name", "position", "archived"));
        LostReason now = found(id);
        Integer position = patch.value("position", Integer.class, now.position());
        reasons.update(
                id,
                PipelineService.named("name", patch.value("name", String.class, now.name())),
                position == null ? now.position() : position,
                Boolean.TRUE.equals(patch.value("archived", Boolean.class, now.archivedAt() != null)));
        return changed(id);
    }

    private LostReason changed(UUID id) {
        catalog.changed();
        return found(id);
    }

    private LostReason found(UUID id) {
        return reasons.all().stream()
                .filter(reason -> reason.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    @Transactional(readOnly = true)
    List<ExchangeRate> rates() {
        Caller.require(Permission.READ);
        return jdbc.sql("select currency, valid_from, rate from nurt.exchange_rate order by currency, valid_from desc")
                .query((row, n) -> new ExchangeRate(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        String.valueOf(Changes.plain(row.getBigDecimal(3)))))
                .list();
    }

    /** Puts these rates in place of all there are. */
    @Transactional
    List<ExchangeRate> replaceRates(List<ExchangeRate> wanted) {
        Caller.require(Permission.MANAGE_PIPELINES);
        jdbc.sql("delete from nurt.exchange_rate").update();
        for (int i = 0; i < wanted.size(); i++) {
            ExchangeRate rate = wanted.get(i);
            jdbc.sql("""
                            insert into nurt.exchange_rate (currency, valid_from, rate) values (:currency, :from, :rate)
                            on conflict (workspace_id, currency, valid_from) do update set rate = excluded.rate
                            """)
                    .param("currency", References.currency(rate.currency(), ""))
                    .param("from", rate.validFrom())
                    .param("rate", positive("[" + i + "].rate", rate.rate()))
                    .update();
        }
        catalog.changed();
        return rates();
    }

    private static BigDecimal positive(String field, String text) {
        try {
            BigDecimal rate = new BigDecimal(text);
            if (rate.signum() > 0) {
                return rate;
            }
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.INVALID).field(field, "pipeline.rate");
        }
        throw new Problem(CommonProblem.INVALID).field(field, "pipeline.rate");
    }
}
