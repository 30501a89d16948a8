package io.nurt.forecast.internal.billing;

import io.nurt.identity.CurrencyUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class BillingAmounts implements CurrencyUse {
    private final JdbcClient jdbc;

    BillingAmounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean hasAmounts() {
        return jdbc.sql("select exists (select from nurt.invoice)")
                .query(Boolean.class)
                .single();
    }
}
