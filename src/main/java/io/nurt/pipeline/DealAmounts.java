package io.nurt.pipeline;

import io.nurt.identity.CurrencyUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DealAmounts implements CurrencyUse {
    private final JdbcClient jdbc;

    DealAmounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Also deals in the trash count, for they can be restored. */
    @Override
    public boolean hasAmounts() {
        return jdbc.sql("select exists (select from nurt.deal where amount is not null)")
                .query(Boolean.class)
                .single();
    }
}
