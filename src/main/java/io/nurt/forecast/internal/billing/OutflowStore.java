package io.nurt.forecast.internal.billing;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What goes out, in the database. */
@Component
class OutflowStore {
    private final JdbcClient jdbc;

    OutflowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Outflows find() {
        List<Outflows.Payroll> payroll = jdbc.sql("select month, amount from nurt.outflow_payroll order by month")
                .query((row, n) -> new Outflows.Payroll(
                        YearMonth.from(row.getObject("month", LocalDate.class)), row.getBigDecimal("amount")))
                .list();
        return jdbc.sql("select * from nurt.outflow")
                .query((row, n) -> new Outflows(
                        row.getBigDecimal("commission"),
                        row.getBigDecimal("delivery"),
                        row.getBoolean("of_recognised"),
                        payroll,
                        row.getInt("version")))
                .optional()
                .orElse(Outflows.NONE);
    }

    /** Version that is stored, its row locked; 0 when there is none. */
    int lock() {
        return jdbc.sql("select version from nurt.outflow for update")
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void put(Outflows outflows, UUID by) {
        jdbc.sql("""
                        insert into nurt.outflow as o (commission, delivery, of_recognised, updated_by)
                        values (:commission, :delivery, :recognised, :by)
                        on conflict (workspace_id) do update
                            set commission = excluded.commission, delivery = excluded.delivery,
                                of_recognised = excluded.of_recognised, updated_by = excluded.updated_by,
                                updated_at = clock_timestamp(), version = o.version + 1
                        """)
                .param("commission", outflows.commission())
                .param("delivery", outflows.delivery())
                .param("recognised", outflows.ofRecognised())
                .param("by", by)
                .update();
        jdbc.sql("delete from nurt.outflow_payroll").update();
        for (Outflows.Payroll payroll : outflows.payroll()) {
            jdbc.sql("insert into nurt.outflow_payroll (month, amount) values (:month, :amount)")
                    .param("month", Date.valueOf(payroll.from().atDay(1)))
                    .param("amount", payroll.amount())
                    .update();
        }
    }
}
