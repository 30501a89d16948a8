package io.nurt.forecast.internal.call;

import io.nurt.identity.CurrencyUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Quotas and commitments are in the workspace's currency, so it stays once there are any. */
@Component
class CallCurrency implements CurrencyUse {
    private final JdbcClient jdbc;

    CallCurrency(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean hasAmounts() {
        return jdbc.sql("""
                        select exists (select from nurt.forecast_quota) or exists (select from nurt.forecast_submission)
                        """).query(Boolean.class).single();
    }
}
