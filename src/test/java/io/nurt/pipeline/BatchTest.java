package io.nurt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.testing.NurtTest;
import io.nurt.testing.TestWorkspace;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Each value is compared with what PostgreSQL makes of it as text, which is another way in than the batch's. */
@NurtTest
class BatchTest {
    private static final UUID ID = UUID.fromString("fedcba98-7654-4210-8123-456789abcdef");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void valuesOfEveryTypeArriveAsTheyAre() {
        List<String> odd = new TestWorkspace(jdbc, transactions).inside(() -> {
            jdbc.sql("""
                            create temporary table batched (u uuid, t text, n numeric(18, 4), i int, at timestamptz, ever timestamptz,
                                d date, f boolean, j jsonb, tags text[], line text) on commit drop
                            """).update();
            Batch batch = new Batch("batched");
            row(batch, "0", -1, "1969-12-31T23:59:59.999999Z", "1582-10-15", false, "", "{}", List.of());
            row(
                    batch,
                    "-12345678901234.5678",
                    Integer.MAX_VALUE,
                    "2026-11-24T18:31:59.123456Z",
                    "2026-11-24",
                    true,
                    "Żółć 😀 \"\\ ,{}\n",
                    "{\"a\": [1, \"ż\", null]}",
                    List.of("a, b", "\"q\"", "\\", "", "NULL", "ż😀"));
            row(batch, "0.0001", 0, "2000-01-01T00:00:00Z", "2000-01-01", true, "NULL", "[]", List.of("x"));
            batch.store(jdbc);
            return jdbc.sql("select line from batched where ("
                            + String.join(
                                    " and ",
                                    List.of(
                                            "u = '" + ID + "'",
                                            "n = cast(line::jsonb ->> 'n' as numeric)",
                                            "i = cast(line::jsonb ->> 'i' as int)",
                                            "at = cast(line::jsonb ->> 'at' as timestamptz)",
                                            "ever = 'infinity'",
                                            "d = cast(line::jsonb ->> 'd' as date)",
                                            "f = cast(line::jsonb ->> 'f' as boolean)",
                                            "t = line::jsonb ->> 't'",
                                            "j = line::jsonb -> 'j'",
                                            "to_jsonb(tags) = line::jsonb -> 'tags'"))
                            + ") is not true")
                    .query(String.class)
                    .list();
        });

        assertThat(odd).isEmpty();
    }

    @Test
    void nothingArrivesAsNothing() {
        long empty = new TestWorkspace(jdbc, transactions).inside(() -> {
            jdbc.sql(
                            "create temporary table batched (u uuid, t text, n numeric, at timestamptz, d date) on commit drop")
                    .update();
            Batch batch = new Batch("batched");
            batch.row()
                    .uuid("u", null)
                    .text("t", null)
                    .number("n", null)
                    .time("at", null)
                    .day("d", null);
            batch.store(jdbc);
            return jdbc.sql("select count(*) from batched where num_nulls(u, t, n, at, d) = 5")
                    .query(Long.class)
                    .single();
        });

        assertThat(empty).isOne();
    }

    private static void row(
            Batch batch, String n, int i, String at, String d, boolean f, String t, String j, List<String> tags) {
        var json = tools.jackson.databind.json.JsonMapper.shared();
        var line = json.createObjectNode()
                .put("n", n)
                .put("i", i)
                .put("at", at)
                .put("d", d)
                .put("f", f)
                .put("t", t);
        line.set("j", json.readTree(j));
        line.set("tags", json.valueToTree(tags));
        batch.row()
                .uuid("u", ID)
                .number("n", new BigDecimal(n))
                .whole("i", i)
                .time("at", Instant.parse(at))
                .until("ever", null)
                .day("d", LocalDate.parse(d))
                .flag("f", f)
                .text("t", t)
                .json("j", j)
                .texts("tags", tags)
                .text("line", line.toString());
    }
}
