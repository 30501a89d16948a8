package io.nurt.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.nurt.kernel.Ids;
import io.nurt.testing.NurtTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The figures of 8,800 real deals, against numbers computed from the file with other tools. */
@NurtTest
class MavenFiguresTest {
    private static final Path FILE = Path.of(System.getenv().getOrDefault("NURT_DATASETS", "../shared/datasets"))
            .resolve("maven-crm/sales_pipeline.csv");

    @Autowired
    InsightsService insights;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void theFiguresOfTheMavenDealsComeOut() throws IOException {
        Assumptions.assumeTrue(Files.exists(FILE), "no data set maven-crm beside the project");
        Deals deals = new Deals(jdbc, transactions);
        Map<String, UUID> products = load(deals);

        Answers.Summary summary = deals.asked(() -> insights.summary(Asking.all()));
        assertThat(summary.wonCount().value()).isEqualTo(4238);
        assertThat(summary.lostCount().value()).isEqualTo(2473);
        assertThat(summary.openCount().value()).isEqualTo(2089);
        assertThat(summary.winRateClosed().value()).isCloseTo(0.6315, within(0.00005));
        assertThat(summary.winRateCohort().n()).isEqualTo(8800);
        assertThat(summary.wonValue().value()).isEqualTo("10005534");
        assertThat(Double.parseDouble(String.valueOf(summary.averageDeal().value())))
                .isCloseTo(2360.91, within(0.005));
        assertThat(summary.medianDeal().value()).isEqualTo("1117");
        assertThat(summary.cycleWon().median()).isEqualTo(57);
        assertThat(summary.cycleWon().mean()).isCloseTo(51.78, within(0.005));
        assertThat(summary.cycleWon().p80()).isEqualTo(93);
        assertThat(summary.cycleLost().median()).isEqualTo(14);
        assertThat(summary.openValue().left()).isEqualTo(LeftOut.value(2089, 0));

        Answers.OpenByStage open = deals.asked(() -> insights.openByStage(Asking.all()));
        assertThat(open.stages()).extracting(Answers.OpenStage::count).containsExactly(500L, 1589L);

        Answers.WonByMonth months = deals.asked(() -> insights.wonByMonth(Asking.all()));
        assertThat(months.months())
                .extracting(Answers.ClosedMonth::month)
                .startsWith("2017-03")
                .endsWith("2017-12");
        assertThat(months.months())
                .extracting(month -> month.won().count())
                .containsExactly(531L, 285L, 438L, 531L, 308L, 446L, 503L, 279L, 406L, 511L);

        Answers.Breakdown byProduct = deals.asked(() -> insights.breakdown(Asking.all(), By.PRODUCT));
        assertThat(byProduct.rows()).hasSize(products.size());
        assertThat(byProduct.rows().stream()
                        .mapToLong(Answers.BreakdownRow::won)
                        .sum())
                .isEqualTo(4238);
        assertThat(deals.asked(() -> insights.breakdown(Asking.all(), By.OWNER)).rows())
                .hasSize(30);
    }

    private static Map<String, UUID> load(Deals deals) throws IOException {
        Map<String, UUID> products = new HashMap<>();
        Map<String, UUID> agents = new HashMap<>();
        List<String> sold = new ArrayList<>();
        StringBuilder rows = new StringBuilder();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(FILE)) {
            for (NamedCsvRecord row : csv) {
                UUID owner = agents.computeIfAbsent(row.getField("sales_agent"), deals::user);
                UUID product =
                        products.computeIfAbsent(row.getField("product").replace("GTXPro", "GTX Pro"), deals::product);
                String id = Ids.next().toString();
                sold.add(id + "," + product);
                rows.append(String.join(
                                ",",
                                id,
                                row.getField("deal_stage"),
                                owner.toString(),
                                at(row.getField("engage_date")),
                                at(row.getField("close_date")),
                                row.getField("close_value")))
                        .append('\n');
            }
        }
        write(deals, rows.toString(), sold);
        return products;
    }

    private static String at(String day) {
        return day.isEmpty() ? "" : Deals.noon(day).toString();
    }

    private static void write(Deals deals, String rows, List<String> sold) {
        deals.sql(
                """
                insert into nurt.deal (id, pipeline_id, title, owner_id, currency, rank, stage_id, status, opened_at,
                                       stage_entered_at, closed_at, amount)
                select cast(f[1] as uuid), :pipeline, f[1], cast(f[3] as uuid), 'PLN', 'a',
                       case f[2] when 'Won' then cast(:won as uuid) when 'Lost' then cast(:lost as uuid)
                                 when 'Prospecting' then cast(:talks as uuid) else cast(:offer as uuid) end,
                       case f[2] when 'Won' then 'won' when 'Lost' then 'lost' else 'open' end,
                       coalesce(cast(nullif(f[4], '') as timestamptz), :now), coalesce(cast(nullif(f[4], '') as timestamptz), :now),
                       cast(nullif(f[5], '') as timestamptz), cast(nullif(f[6], '') as numeric)
                from (select string_to_array(line, ',') as f from regexp_split_to_table(:rows, '\\n') line where line <> '') r
                """,
                Map.of(
                        "pipeline", deals.pipeline,
                        "won", deals.won,
                        "lost", deals.lost,
                        "talks", deals.talks,
                        "offer", deals.offer,
                        "now", io.nurt.kernel.Sql.at(Instant.now()),
                        "rows", rows));
        deals.sql("""
                insert into nurt.deal_product (deal_id, product_id)
                select cast(split_part(line, ',', 1) as uuid), cast(split_part(line, ',', 2) as uuid)
                from unnest(cast(:sold as text[])) line
                """, Map.of("sold", sold.toArray(String[]::new)));
    }
}
