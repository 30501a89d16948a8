package io.nurt.pipeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nurt.identity.Caller;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Page;
import io.nurt.kernel.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/deals")
class DealListController {
    private static final int MOST = 200;

    private final DealQuery query;
    private final DealGroups groups;
    private final BulkEdit bulk;
    private final Sources sources;

    DealListController(DealQuery query, DealGroups groups, BulkEdit bulk, Sources sources) {
        this.query = query;
        this.groups = groups;
        this.bulk = bulk;
        this.sources = sources;
    }

    /** The sources in use, for suggestions. */
    @GetMapping("/sources")
    List<Sources.Source> sources() {
        return sources.all();
    }

    /** Which deals, by ids or by the filters of the list, and what to change in them. */
    record Bulk(
            @Nullable List<UUID> ids,
            @Nullable JsonNode filter,
            @Nullable JsonNode change) {}

    @PostMapping("/bulk")
    BulkEdit.Result change(@RequestBody Bulk wanted) {
        return bulk.change(wanted.ids(), wanted.filter(), wanted.change());
    }

    /** A page, with the count and sum of the whole list when they were asked for. */
    record Listed(
            List<Deal> items,
            @Nullable String next,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long count,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String total,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long unvalued,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String currency) {}

    @GetMapping
    Listed list(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "false") boolean count) {
        DealFilter filter = DealFilter.of(parameters);
        DealSort order = DealSort.of(sort);
        int size = Math.max(1, Math.min(MOST, limit));
        Instant moment = moment(asOf);
        Page<Deal> page = moment == null
                ? query.page(filter, order, size, cursor)
                : query.pageAsOf(moment, filter, order, size, cursor);
        DealQuery.Sum sum = count ? query.sum(filter, moment) : null;
        return new Listed(
                page.items(),
                page.next(),
                sum == null ? null : sum.count(),
                sum == null ? null : sum.total(),
                sum == null ? null : sum.unvalued(),
                sum == null ? null : sum.currency());
    }

    /** The same list by groups: {@code by} is stage, owner, company, source or closeMonth. */
    @GetMapping("/groups")
    DealGroups.Groups groups(
            @RequestParam String by,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable String asOf) {
        return groups.of(by, DealFilter.of(parameters), moment(asOf));
    }

    /** An instant, or the end of a day in the caller's zone. */
    private static @Nullable Instant moment(@Nullable String asOf) {
        if (asOf == null || asOf.isBlank()) {
            return null;
        }
        try {
            return asOf.length() == "yyyy-MM-dd".length()
                    ? LocalDate.parse(asOf)
                            .plusDays(1)
                            .atStartOfDay(Caller.current().zone())
                            .toInstant()
                            .minusNanos(1000)
                    : Instant.parse(asOf);
        } catch (DateTimeException e) {
            throw new Problem(CommonProblem.INVALID).field("asOf", "common.wrong-type");
        }
    }
}
