package io.nurt.forecast.world;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.history.Known;
import io.nurt.forecast.internal.history.Trail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The deals of a hardware seller (maven-crm): of each only its opening, its product, and its closing were recorded at their
 * time; amount, account and agent are known as they ended, so no model may see them. Deals never opened are left out.
 */
public final class MavenDeals {
    public static final ZoneId ZONE = ZoneId.of("UTC");

    private MavenDeals() {}

    public static History read() {
        List<Trail> trails = new ArrayList<>();
        for (NamedCsvRecord row : Datasets.rows("maven-crm/sales_pipeline.csv")) {
            if (row.getField("engage_date").isEmpty()) {
                continue;
            }
            List<Known> known = new ArrayList<>();
            known.add(known(row, "engage_date", 0));
            if (row.getField("deal_stage").equals("Won")) {
                known.add(known(row, "close_date", Known.WON));
            } else if (row.getField("deal_stage").equals("Lost")) {
                known.add(known(row, "close_date", Known.LOST));
            }
            String id = row.getField("opportunity_id");
            trails.add(new Trail(trails.size(), UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)), known));
        }
        return new History(
                Instant.parse("2018-01-01T00:00:00Z"),
                ZONE,
                List.of(new UUID(1, 0)),
                new double[] {0.5},
                trails,
                List.of(),
                List.of());
    }

    /** Closings are recorded in the evening, openings in the morning. */
    private static Known known(NamedCsvRecord row, String date, int stage) {
        long at = LocalDate.parse(row.getField(date))
                .atTime(stage >= 0 ? 8 : 18, 0)
                .atZone(ZONE)
                .toInstant()
                .toEpochMilli();
        String product = row.getField("product").replace("GTXPro", "GTX Pro");
        return new Known(at, at, stage, 1, Double.NaN, Known.NO_DAY, -1, -1, Known.NO_DAY, product, true, false);
    }
}
