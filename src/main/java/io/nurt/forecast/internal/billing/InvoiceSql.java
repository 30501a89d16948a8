package io.nurt.forecast.internal.billing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/** Invoices as every statement reads them. */
final class InvoiceSql {
    /** Whose an invoice is: its deal's owner's, or without a deal its payer's. */
    static final String OWNER = "(case when i.deal_id is not null then d.owner_id else c.owner_id end)";

    /** What payers are alike in: trade, or else size. */
    static final String SEGMENT = """
            coalesce(nullif(c.industry, ''), case when c.employees < 10 then '1-9' when c.employees < 50 then '10-49'
                                                  when c.employees < 250 then '50-249' when c.employees >= 250 then '250+' end)
            """;

    static final String JOINS = """
             left join nurt.deal d on d.id = i.deal_id
             left join nurt.company c on c.id = coalesce(i.company_id, d.company_id)
            """;

    static final String SELECT = """
            select i.*, d.title as deal, c.id as payer_id, c.name as payer, %s as segment from nurt.invoice i
            """.formatted(SEGMENT) + JOINS;

    private InvoiceSql() {}

    static InvoiceFacts facts(ResultSet row) throws SQLException {
        return new InvoiceFacts(
                row.getString("number"),
                row.getObject("deal_id", UUID.class),
                row.getObject("company_id", UUID.class),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("cancelled"));
    }

    static InvoiceRow row(ResultSet row, int n) throws SQLException {
        return new InvoiceRow(
                row.getObject("id", UUID.class),
                facts(row),
                row.getString("deal"),
                row.getObject("payer_id", UUID.class),
                row.getString("payer"),
                row.getString("segment"),
                row.getBigDecimal("paid"),
                row.getBoolean("unpaid"),
                row.getInt("version"));
    }
}
