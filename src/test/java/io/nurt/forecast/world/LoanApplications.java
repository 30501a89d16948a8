package io.nurt.forecast.world;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.history.Known;
import io.nurt.forecast.internal.history.Trail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The loan applications of a bank (bpic2012): won is approved, lost is declined or cancelled. In the order of the file, for many events share their time. */
public final class LoanApplications {
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    public static final int STAGES = 5;
    private static final Map<String, Integer> STAGE = Map.ofEntries(
            Map.entry("A_SUBMITTED", 0),
            Map.entry("A_PARTLYSUBMITTED", 0),
            Map.entry("A_PREACCEPTED", 1),
            Map.entry("A_ACCEPTED", 2),
            Map.entry("A_FINALIZED", 2),
            Map.entry("O_SELECTED", 2),
            Map.entry("O_CREATED", 2),
            Map.entry("O_SENT", 3),
            Map.entry("O_SENT_BACK", 4),
            Map.entry("A_APPROVED", Known.WON),
            Map.entry("A_DECLINED", Known.LOST),
            Map.entry("A_CANCELLED", Known.LOST));
    private static final double[] TABLE = {0.1, 0.3, 0.5, 0.7, 0.9};

    private final Map<String, Integer> owners = new HashMap<>();
    private final List<UUID> ownerIds = new ArrayList<>();

    private LoanApplications() {}

    public static History read() {
        return new LoanApplications().history();
    }

    private History history() {
        Map<String, Double> amounts = new HashMap<>();
        for (NamedCsvRecord row : Datasets.rows("bpic2012/cases.csv")) {
            amounts.put(row.getField("case_id"), Double.valueOf(row.getField("amount_req")));
        }
        Map<String, List<NamedCsvRecord>> cases = new LinkedHashMap<>();
        for (NamedCsvRecord row : Datasets.rows("bpic2012/stage_history.csv")) {
            cases.computeIfAbsent(row.getField("case_id"), c -> new ArrayList<>())
                    .add(row);
        }
        List<Trail> trails = new ArrayList<>();
        cases.forEach((id, rows) -> trails.add(trail(trails.size(), id, rows, amounts.getOrDefault(id, Double.NaN))));
        List<UUID> stages = new ArrayList<>();
        for (int s = 0; s < STAGES; s++) {
            stages.add(new UUID(1, s));
        }
        return new History(Instant.parse("2012-03-01T00:00:00Z"), ZONE, stages, TABLE, trails, ownerIds, List.of());
    }

    private Trail trail(int number, String id, List<NamedCsvRecord> rows, double amount) {
        List<Known> known = new ArrayList<>();
        int stage = 0;
        for (NamedCsvRecord row : rows) {
            int next = STAGE.getOrDefault(row.getField("activity"), stage);
            long at =
                    OffsetDateTime.parse(row.getField("timestamp")).toInstant().toEpochMilli();
            known.add(new Known(
                    at,
                    at,
                    next,
                    1,
                    amount,
                    Known.NO_DAY,
                    owner(row.getField("resource")),
                    -1,
                    Known.NO_DAY,
                    null,
                    known.isEmpty() || next != stage,
                    false));
            stage = next;
            if (stage < 0) {
                break;
            }
        }
        return new Trail(number, UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)), known);
    }

    private int owner(String resource) {
        return resource.isEmpty()
                ? -1
                : owners.computeIfAbsent(resource, r -> {
                    ownerIds.add(UUID.nameUUIDFromBytes(r.getBytes(StandardCharsets.UTF_8)));
                    return ownerIds.size() - 1;
                });
    }
}
