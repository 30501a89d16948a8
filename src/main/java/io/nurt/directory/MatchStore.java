package io.nurt.directory;

import io.nurt.identity.Visibility;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds records by what they are compared by, many values at a time. */
@Repository
class MatchStore {
    private final JdbcClient jdbc;
    private final Home home;

    MatchStore(JdbcClient jdbc, Home home) {
        this.jdbc = jdbc;
        this.home = home;
    }

    private record Hit(String key, UUID id) {}

    /** Each given value that is known, with the records that have it, oldest first. */
    Map<String, List<UUID>> find(RecordKind kind, MatchBy by, Collection<String> values, Visibility visibility) {
        Function<String, String> key = key(kind, by);
        Map<String, String> keys = new HashMap<>();
        values.forEach(value -> keys.put(value, key.apply(CleanText.storable(value))));
        Map<String, List<UUID>> hits = hits(kind, by, new TreeSet<>(keys.values()), visibility);
        Map<String, List<UUID>> found = new HashMap<>();
        keys.forEach((value, wanted) -> {
            List<UUID> ids = hits.get(wanted);
            if (ids != null) {
                found.put(value, ids);
            }
        });
        return found;
    }

    Map<String, List<UUID>> byExternalId(
            RecordKind kind, String source, Collection<String> externalIds, Visibility visibility) {
        return grouped(
                """
                        select r.external_id as key, c.id from nurt.external_ref r join nurt.%1$s c on c.id = r.record_id
                        where r.record_kind = '%1$s' and r.source = :source and r.external_id in (select unnest(cast(:keys as text[])))
                          and c.deleted_at is null and %2$s
                        order by c.id
                        """.formatted(kind.code(), visibility.sql("c.owner_id")), Set.copyOf(externalIds), source, visibility);
    }

    private Map<String, List<UUID>> hits(RecordKind kind, MatchBy by, Set<String> keys, Visibility visibility) {
        String table = kind.code();
        String sql = switch (by) {
            case NAME ->
                "select c.name_key as key, c.id from nurt.%1$s c where c.name_key in (select unnest(cast(:keys as text[])))";
            case EMAIL, PHONE -> """
                        select distinct p.value_key as key, c.id
                        from nurt.contact_point p join nurt.%%1$s c on c.id = p.%%1$s_id
                        where p.kind = '%s' and p.value_key in (select unnest(cast(:keys as text[])))
                        """.formatted(by == MatchBy.EMAIL ? "email" : "phone");
            case DOMAIN ->
                "select c.domain as key, c.id from nurt.company c where c.domain in (select unnest(cast(:keys as text[])))";
            case TAX_NUMBER ->
                "select c.tax_number as key, c.id from nurt.company c where c.tax_number in (select unnest(cast(:keys as text[])))";
        };
        String whole =
                sql.formatted(table) + " and c.deleted_at is null and " + visibility.sql("c.owner_id") + " order by id";
        return grouped(whole, keys, "", visibility);
    }

    private Map<String, List<UUID>> grouped(String sql, Set<String> keys, String source, Visibility visibility) {
        Map<String, List<UUID>> grouped = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql(sql)
                    .param("keys", keys.toArray(String[]::new))
                    .param("source", source)
                    .param(Visibility.PARAMETER, visibility.parameter())
                    .query((row, n) -> new Hit(row.getString("key"), row.getObject("id", UUID.class)))
                    .list()
                    .forEach(hit -> grouped.computeIfAbsent(hit.key(), any -> new ArrayList<>())
                            .add(hit.id()));
        }
        return grouped;
    }

    private Function<String, String> key(RecordKind kind, MatchBy by) {
        if (kind != RecordKind.COMPANY && (by == MatchBy.DOMAIN || by == MatchBy.TAX_NUMBER)) {
            throw new IllegalArgumentException("Only companies are compared by " + by);
        }
        return switch (by) {
            case NAME -> kind == RecordKind.COMPANY ? NameKey::ofCompany : NameKey::of;
            case EMAIL -> email -> email.strip().toLowerCase(Locale.ROOT);
            case DOMAIN ->
                domain -> WebAddress.domain(domain).orElse(domain.strip().toLowerCase(Locale.ROOT));
            case PHONE -> {
                String country = home.country();
                yield phone -> PhoneNumbers.key(phone, country);
            }
            case TAX_NUMBER -> {
                String country = home.country();
                yield number -> taxNumber(number, country);
            }
        };
    }

    private static String taxNumber(String number, @Nullable String country) {
        try {
            return TaxNumber.of(null, number, country).number();
        } catch (RefusedValue unreadable) {
            return number.strip();
        }
    }
}
