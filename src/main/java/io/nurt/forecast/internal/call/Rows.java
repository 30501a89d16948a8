package io.nurt.forecast.internal.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;

/** Columns that several tables share. */
final class Rows {
    private Rows() {}

    static Period period(ResultSet row) throws SQLException {
        return new Period(
                Period.Kind.valueOf(row.getString("period_kind").toUpperCase(Locale.ROOT)),
                row.getObject("period_start", LocalDate.class));
    }
}
