package io.nurt.forecast.internal.history;

import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Until when a workspace's data tell of all that came. */
@Component
public class DataEnd {
    private static final int QUIET_DAYS = 60;

    private final JdbcClient jdbc;

    DataEnd(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param day last day of which all is known
     * @param ended whether the data stop there, long before the present
     */
    public record Known(LocalDate day, boolean ended) {}

    @Transactional(readOnly = true)
    public Known known(ZoneId zone, LocalDate today) {
        LocalDate last = jdbc.sql("""
                        select cast(max(opened_at) at time zone :zone as date) as last from nurt.deal where deleted_at is null
                        """)
                .param("zone", zone.getId())
                .query((row, n) -> row.getObject("last", LocalDate.class))
                .list()
                .get(0);
        return known(last == null ? today : last, today);
    }

    /**
     * Yesterday. Where no deal has begun for long, the day on which the last one did: files of a past stop somewhere, and after
     * that it is not known what new deals brought.
     *
     * @param last day on which a deal began last
     */
    public static Known known(LocalDate last, LocalDate today) {
        boolean ended = last.isBefore(today.minusDays(QUIET_DAYS));
        return new Known(ended ? last : today.minusDays(1), ended);
    }
}
