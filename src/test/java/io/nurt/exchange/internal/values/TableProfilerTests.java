package io.nurt.exchange.internal.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.exchange.internal.Datasets;
import io.nurt.exchange.internal.reading.ForeignFile;
import io.nurt.exchange.internal.reading.ReadingOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TableProfilerTests {
    static TableProfile profile(String text) throws Exception {
        Path path = Files.createTempFile("exchange", ".csv");
        path.toFile().deleteOnExit();
        Files.writeString(path, text);
        return TableProfiler.profile(ForeignFile.inspect(path, "test.csv", ReadingOptions.DETECT));
    }

    static TableProfile dataset(String folder, String name) throws Exception {
        return TableProfiler.profile(
                ForeignFile.inspect(Datasets.folder(folder).resolve(name), name, ReadingOptions.DETECT));
    }

    private static Map<String, ValueType> types(TableProfile table) {
        return table.columns().stream()
                .collect(Collectors.toMap(column -> column.column().name(), ColumnProfile::type));
    }

    @Test
    void theOrderOfDatesIsProvenByOneDayAfterTheTwelfth() throws Exception {
        ColumnProfile column =
                profile("a,b\n01/02/2026,x\n03/27/2026,y\n").columns().get(0);

        assertThat(column.type()).isEqualTo(ValueType.DATE);
        assertThat(column.dateOrder()).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(column.dateSureness()).isEqualTo(Sureness.CERTAIN);
    }

    @Test
    void datesThatProveNothingFollowAnotherColumnOrAreFlagged() throws Exception {
        TableProfile both = profile("a,b\n01/02/2026,03/27/2026\n03/04/2026,05/06/2026\n");
        assertThat(both.columns().get(0).dateOrder()).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(both.columns().get(0).dateSureness()).isEqualTo(Sureness.FROM_OTHER_COLUMN);

        TableProfile alone = profile("a,b\n01/02/2026,x\n03/04/2026,y\n");
        assertThat(alone.columns().get(0).dateSureness()).isEqualTo(Sureness.ASSUMED);
        assertThat(profile("a,b\n01.02.2026,x\n").columns().get(0).dateSureness())
                .isEqualTo(Sureness.CERTAIN);
        assertThat(profile("a,b\n13/02/2026,x\n02/13/2026,x\n").columns().get(0).dateSureness())
                .isEqualTo(Sureness.MIXED);
    }

    @Test
    void aThousandIsToldFromOneAndABitByTheOtherNumbers() throws Exception {
        TableProfile table = profile("a;b\n1.234;1,5\n2.500;2,5\n");

        assertThat(table.columns().get(0).numberStyle()).isEqualTo(NumberStyle.DECIMAL_COMMA);
        assertThat(table.columns().get(0).numberSureness()).isEqualTo(Sureness.FROM_OTHER_COLUMN);
        assertThat(profile("a;b\n1,234;x\n").columns().get(0).numberSureness()).isEqualTo(Sureness.ASSUMED);
    }

    @Test
    void codesWithLeadingZerosStayText() throws Exception {
        assertThat(profile("zip,n\n08123,1\n12345,2\n").columns().get(0).type()).isEqualTo(ValueType.TEXT);
    }

    @Test
    void aCellOfNonBreakingSpacesIsEmpty() throws Exception {
        ColumnProfile column = profile("n,m\n\u00A0,a\n17,a\n").columns().get(0);

        assertThat(column.empty()).isEqualTo(1);
        assertThat(column.type()).isEqualTo(ValueType.NUMBER);
    }

    @Test
    void someWrongValuesDoNotChangeTheTypeAndAreCounted() throws Exception {
        ColumnProfile column =
                profile("n,m\n" + "17,a\n".repeat(99) + "unknown,a\n").columns().get(0);

        assertThat(column.type()).isEqualTo(ValueType.NUMBER);
        assertThat(column.misfits()).isEqualTo(1);
        assertThat(column.firstMisfits()).containsExactly("unknown");
    }

    @Test
    void theColumnsOfZohoPotentialsAreWhatTheyAre() throws Exception {
        TableProfile table = dataset("zoho-crm", "Potentials.csv");

        assertThat(table.data()).isEqualTo(3_632);
        assertThat(table.refused()).isZero();
        assertThat(types(table))
                .containsEntry("Created Time", ValueType.DATE_TIME)
                .containsEntry("Amount", ValueType.MONEY)
                .containsEntry("Stage", ValueType.CHOICE)
                .containsEntry("Tasks Involved", ValueType.BOOLEAN)
                .containsEntry("Amount Tier", ValueType.CHOICE)
                .containsEntry("Potential Name", ValueType.TEXT);
        assertThat(table.columns().get(4).currency()).isEqualTo("USD");
    }

    @Test
    void theColumnsOfTheOtherDataAreWhatTheyAre() throws Exception {
        TableProfile orders = dataset("zoho-crm", "Sales_Orders.csv");
        assertThat(orders.columns().get(4).dateOrder()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(orders.columns().get(4).misfits()).isZero();
        assertThat(orders.columns().get(9).numberStyle()).isEqualTo(NumberStyle.DECIMAL_POINT);
        TableProfile history = dataset("bpic2012", "stage_history.csv");
        assertThat(history.data()).isEqualTo(46_724);
        assertThat(types(history))
                .containsEntry("timestamp", ValueType.DATE_TIME)
                .containsEntry("activity", ValueType.CHOICE);
        TableProfile campaigns = dataset("zoho-crm", "Campaigns.csv");
        assertThat(types(campaigns)).containsEntry("Expected Revenue", ValueType.MONEY);
        TableProfile deals = dataset("maven-crm", "sales_pipeline.csv");
        assertThat(types(deals))
                .containsEntry("close_value", ValueType.NUMBER)
                .containsEntry("engage_date", ValueType.DATE);
        assertThat(deals.columns().get(0).unique()).isTrue();
    }

    @Test
    void aHundredThousandRowsAreReadAndUnderstood() throws Exception {
        StringBuilder text = new StringBuilder("id,title,company,owner,stage,amount,created,closed,email\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("D-")
                    .append(i)
                    .append(",\"Deal, number ")
                    .append(i)
                    .append("\",Company ")
                    .append(i % 5_000)
                    .append(",Anna Nowak,Negotiation,\"$")
                    .append(1 + i % 900)
                    .append(",700.00\",2026-01-")
                    .append(10 + i % 18)
                    .append("T10:00:00+01:00,")
                    .append(10 + i % 18)
                    .append(".02.2026,a")
                    .append(i)
                    .append("@example.com\n");
        }
        Path path = Files.createTempFile("exchange", ".csv");
        path.toFile().deleteOnExit();
        Files.writeString(path, text);
        TableProfile table = TableProfiler.profile(ForeignFile.inspect(path, "x.csv", ReadingOptions.DETECT));
        assertThat(table.data()).isEqualTo(100_000);
        assertThat(table.columns().get(5).type()).isEqualTo(ValueType.MONEY);
    }
}
