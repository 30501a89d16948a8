package io.nurt.directory;

import static io.nurt.identity.Permission.READ;

import io.nurt.identity.Caller;
import io.nurt.identity.Visibility;
import io.nurt.kernel.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records that may be the one just being entered, with what speaks for it; only those the caller may see. */
@Service
class Duplicates {
    private static final int MOST = 10;
    private final JdbcClient jdbc;
    private final MatchStore matches;

    Duplicates(JdbcClient jdbc, MatchStore matches) {
        this.jdbc = jdbc;
        this.matches = matches;
    }

    /** What is known of the record being entered; {@code except} is itself, when it is stored already. */
    record Entered(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String taxNumber,
            @Nullable String domain,
            @Nullable UUID except) {}

    /** @param score how likely it is the same, from 0 to 1 */
    record Likely(Ref record, List<String> reasons, double score) {}

    private static final class Evidence {
        private final List<String> reasons = new ArrayList<>();
        private double doubt = 1;

        private void add(String reason, double weight) {
            reasons.add(reason);
            doubt *= 1 - weight;
        }
    }

    @Transactional(readOnly = true)
    public List<Likely> of(RecordKind kind, Entered entered) {
        Visibility visibility = Caller.require(READ).visibility();
        Map<UUID, Evidence> found = new LinkedHashMap<>();
        exact(found, kind, MatchBy.EMAIL, entered.email(), "same-email", 0.9, visibility);
        exact(found, kind, MatchBy.PHONE, entered.phone(), "same-phone", 0.7, visibility);
        if (kind == RecordKind.COMPANY) {
            exact(found, kind, MatchBy.TAX_NUMBER, entered.taxNumber(), "same-tax-number", 0.98, visibility);
            exact(found, kind, MatchBy.DOMAIN, entered.domain(), "same-domain", 0.7, visibility);
        }
        exact(found, kind, MatchBy.NAME, entered.name(), "same-name", 0.85, visibility);
        similar(found, kind, entered.name());
        if (entered.except() != null) {
            found.remove(entered.except());
        }
        Map<UUID, String> names = names(kind, found, visibility);
        List<Likely> likely = new ArrayList<>();
        found.forEach((id, evidence) -> {
            String name = names.get(id);
            if (name != null) {
                double score = Math.round((1 - evidence.doubt) * 100) / 100.0;
                likely.add(new Likely(new Ref(id, name), List.copyOf(evidence.reasons), score));
            }
        });
        likely.sort(Comparator.comparingDouble(Likely::score).reversed());
        return likely.subList(0, Math.min(MOST, likely.size()));
    }

    private void exact(
            Map<UUID, Evidence> found,
            RecordKind kind,
            MatchBy by,
            @Nullable String value,
            String reason,
            double weight,
            Visibility visibility) {
        String text = CleanText.line(value);
        if (text != null) {
            matches.find(kind, by, List.of(text), visibility).values().stream()
                    .flatMap(List::stream)
                    .limit(100)
                    .forEach(id -> evidence(found, id).add(reason, weight));
        }
    }

    private void similar(Map<UUID, Evidence> found, RecordKind kind, @Nullable String name) {
        String text = CleanText.line(name);
        if (text == null) {
            return;
        }
        String key = kind == RecordKind.COMPANY ? NameKey.ofCompany(text) : NameKey.of(text);
        jdbc.sql("select id, similarity from nurt.directory_similar(:kind, :key, 50)")
                .param("kind", kind.code())
                .param("key", key)
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getDouble("similarity")))
                .list()
                .forEach(hit -> {
                    Evidence evidence = evidence(found, hit.getKey());
                    if (!evidence.reasons.contains("same-name")) {
                        evidence.add("similar-name", 0.75 * hit.getValue());
                    }
                });
    }

    private static Evidence evidence(Map<UUID, Evidence> found, UUID id) {
        return found.computeIfAbsent(id, any -> new Evidence());
    }

    private Map<UUID, String> names(RecordKind kind, Map<UUID, Evidence> found, Visibility visibility) {
        Map<UUID, String> names = new LinkedHashMap<>();
        if (!found.isEmpty()) {
            jdbc.sql("select c.id, c.name from nurt." + kind.code() + " c where c.id = any(cast(:ids as uuid[])) and "
                            + visibility.sql("c.owner_id"))
                    .param("ids", Sql.uuids(found.keySet()))
                    .param(Visibility.PARAMETER, visibility.parameter())
                    .query((row, n) -> new Ref(row.getObject("id", UUID.class), row.getString("name")))
                    .list()
                    .forEach(ref -> names.put(ref.id(), ref.name()));
        }
        return names;
    }
}
