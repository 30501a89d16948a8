package io.nurt.forecast.internal.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nurt.forecast.internal.billing.InvoiceCells.Refused;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class InvoiceCellsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String POLISH = "Nr faktury;Kontrahent;Kwota brutto;Waluta;Data wystawienia;Termin płatności;"
            + "Data wpływu;Kwota zapłacona\n";

    private static InvoiceCells.Meant line(String text) {
        InvoiceFile.Lines lines = InvoiceFile.read((POLISH + text).getBytes(StandardCharsets.UTF_8));
        return InvoiceCells.read(lines.lines().get(0), TODAY);
    }

    private static String refusal(String text) {
        try {
            line(text);
            return "none";
        } catch (Refused e) {
            return e.code;
        }
    }

    @Test
    void aPolishLineIsReadWithItsPayment() {
        InvoiceCells.Meant line = line("FV 1/11;Młyn;1 234,50;pln;03.11.2026;2026-11-17;20.11.2026;1000");
        assertThat(line.number()).isEqualTo("FV 1/11");
        assertThat(line.amount()).isEqualByComparingTo("1234.50");
        assertThat(line.currency()).isEqualTo("PLN");
        assertThat(line.issuedOn()).isEqualTo("2026-11-03");
        assertThat(line.paidOn()).isEqualTo("2026-11-20");
        assertThat(line.paidAmount()).isEqualByComparingTo("1000");
        assertThat(line.line()).isEqualTo(2);
    }

    @Test
    void amountsAreReadInBothSpellings() {
        assertThat(InvoiceCells.amount("1,234.50")).isEqualByComparingTo("1234.50");
        assertThat(InvoiceCells.amount("1.234,50")).isEqualByComparingTo("1234.50");
        assertThat(InvoiceCells.amount("1.234.567")).isEqualByComparingTo("1234567");
        assertThat(InvoiceCells.amount("-99,5 zł")).isEqualByComparingTo("-99.5");
        assertThat(InvoiceCells.amount("12\u00A0000")).isEqualByComparingTo("12000");
    }

    @Test
    void anAmountThatCanMeanTwoThingsIsRefused() {
        assertThat(refusal("1;A;1,234;;2026-01-01;2026-01-02;;")).isEqualTo("forecast.row-amount-unclear");
        assertThatThrownBy(() -> InvoiceCells.amount("12,34,5")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> InvoiceCells.amount("ten")).isInstanceOf(Refused.class);
    }

    @Test
    void everyRefusalSaysWhy() {
        assertThat(refusal(";A;1;;2026-01-01;2026-01-02;;")).isEqualTo("forecast.row-number");
        assertThat(refusal("1;;1;;2026-01-01;2026-01-02;;")).isEqualTo("forecast.row-payer");
        assertThat(refusal("1;A;0;;2026-01-01;2026-01-02;;")).isEqualTo("forecast.row-amount");
        assertThat(refusal("1;A;1;DOLLAR;2026-01-01;2026-01-02;;")).isEqualTo("forecast.row-currency");
        assertThat(refusal("1;A;1;;31.02.2026;2026-01-02;;")).isEqualTo("forecast.row-day");
        assertThat(refusal("1;A;1;;2026-01-03;2026-01-02;;")).isEqualTo("forecast.row-due");
        assertThat(refusal("1;A;1;;2026-01-01;2026-01-02;;5")).isEqualTo("forecast.row-paid-without-day");
        assertThat(refusal("1;A;1;;2026-01-01;2026-01-02;2027-01-01;5")).isEqualTo("forecast.row-paid-ahead");
        assertThat(refusal("\"1\nx;A;1;;2026-01-01;2026-01-02;;")).isEqualTo("forecast.row-broken");
    }

    @Test
    void aFileInTheEncodingOfPolishWindowsIsRead() {
        byte[] file = (POLISH + "1;Żółw;5;;2026-01-01;2026-01-02;;").getBytes(Charset.forName("windows-1250"));
        assertThat(InvoiceFile.read(file).lines().get(0).cell(InvoiceColumn.COMPANY))
                .isEqualTo("Żółw");
    }

    @Test
    void columnsThatAreMissingAreNamed() {
        assertThat(InvoiceFile.read("Number,Amount\n1,2".getBytes(StandardCharsets.UTF_8))
                        .missing())
                .containsExactly(InvoiceColumn.ISSUED, InvoiceColumn.DUE, InvoiceColumn.COMPANY);
    }

    @Test
    void whatASpreadsheetWouldExecuteIsDefusedAndReadBackAsItWas() {
        assertThat(Defused.of("=1+1")).isEqualTo("'=1+1");
        assertThat(Defused.of(" @SUM(A1)")).isEqualTo("' @SUM(A1)");
        assertThat(Defused.of("FV 1/2026")).isEqualTo("FV 1/2026");
        assertThat(line("'=1+1;A;5;;2026-01-01;2026-01-02;;").number()).isEqualTo("=1+1");
    }
}
