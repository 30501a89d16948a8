package io.nurt.forecast.internal.billing;

import io.nurt.identity.Visibility;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Companies and deals that a file names, as far as the caller may see them. */
final class NameBook {
    private final Map<String, List<Named>> companies;
    private final Map<String, List<Named>> deals;

    private record Named(UUID id, String name, @Nullable UUID companyId) {}

    /** Whom an invoice is for. */
    record Party(
            @Nullable UUID dealId,
            @Nullable UUID companyId,
            @Nullable UUID payerId) {}

    NameBook(JdbcClient jdbc, Collection<String> companyNames, Collection<String> dealNames, Visibility visibility) {
        companies = byName(
                jdbc,
                "select id, lower(name) as name, null::uuid as company_id from nurt.company t"
                        + " where t.deleted_at is null and lower(name) = any(cast(:names as text[])) and "
                        + visibility.sql("t.owner_id"),
                companyNames,
                visibility);
        deals = byName(
                jdbc,
                "select id, lower(title) as name, company_id from nurt.deal t"
                        + " where t.deleted_at is null and lower(title) = any(cast(:names as text[])) and "
                        + visibility.sql("t.owner_id")
                        + " union all select id, id::text, company_id from nurt.deal t where t.deleted_at is null"
                        + " and id::text = any(cast(:names as text[])) and "
                        + visibility.sql("t.owner_id"),
                dealNames,
                visibility);
    }

    private static Map<String, List<Named>> byName(
            JdbcClient jdbc, String sql, Collection<String> names, Visibility visibility) {
        if (names.isEmpty()) {
            return new HashMap<>();
        }
        return jdbc
                .sql(sql)
                .param("names", names.stream().map(NameBook::key).distinct().toArray(String[]::new))
                .param(Visibility.PARAMETER, visibility.parameter())
                .query(Named.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(named -> key(named.name())));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** @throws InvoiceCells.Refused when there is none of that name, or several */
    Party party(String company, String deal) {
        Named payer = company.isEmpty()
                ? null
                : one(companies.getOrDefault(key(company), List.of()), company, "no-company", "companies");
        if (deal.isEmpty()) {
            UUID id = payer == null ? null : payer.id();
            return new Party(null, id, id);
        }
        List<Named> found = deals.getOrDefault(key(deal), List.of());
        if (payer != null && found.size() > 1) {
            UUID payerId = payer.id();
            List<Named> ofPayer = found.stream()
                    .filter(one -> payerId.equals(one.companyId()))
                    .toList();
            found = ofPayer.isEmpty() ? found : ofPayer;
        }
        Named sold = one(found, deal, "no-deal", "deals");
        UUID named = payer == null ? null : payer.id();
        boolean same = Objects.equals(named, sold.companyId());
        return new Party(sold.id(), same ? null : named, named != null ? named : sold.companyId());
    }

    private static Named one(List<Named> found, String name, String none, String several) {
        if (found.size() != 1) {
            throw new InvoiceCells.Refused("forecast.row-" + (found.isEmpty() ? none : several), name);
        }
        return found.get(0);
    }
}
