package io.nurt.pipeline;

import io.nurt.identity.Caller;
import io.nurt.identity.Visibility;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Sql;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Checks that what a deal names is there and may be named by the caller. */
@Component
class References {
    private static final BigDecimal LIMIT = new BigDecimal("100000000000000");
    private static final int AMOUNT_DECIMALS = 4;

    private final JdbcClient jdbc;

    References(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void company(@Nullable UUID id) {
        if (id != null) {
            check("companyId", count("nurt.company", "deleted_at is null", List.of(id), true) == 1);
        }
    }

    void contacts(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            check("contacts", count("nurt.contact", "deleted_at is null", ids, true) == ids.size());
        }
    }

    void products(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            check("products", count("nurt.product", "true", ids, false) == ids.size());
        }
    }

    void lostReason(@Nullable UUID id) {
        if (id != null) {
            check("lostReasonId", count("nurt.lost_reason", "true", List.of(id), false) == 1);
        }
    }

    /** A deal may be given to anyone who is not deactivated. */
    void owner(@Nullable UUID id) {
        if (id != null) {
            check("ownerId", count("nurt.app_user", "status <> 'deactivated'", List.of(id), false) == 1);
        }
    }

    private long count(String table, String condition, Collection<UUID> ids, boolean owned) {
        Visibility visibility = visibility();
        return jdbc.sql("select count(*) from " + table + " t where t.id = any(cast(:ids as uuid[])) and " + condition
                        + " and " + (owned ? visibility.sql("t.owner_id") : "true"))
                .param("ids", Sql.uuids(ids))
                .param(Visibility.PARAMETER, visibility.parameter())
                .query(Long.class)
                .single();
    }

    /** Work in the background may name everything. */
    private static Visibility visibility() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? caller.visibility()
                : Visibility.ALL;
    }

    private static void check(String field, boolean good) {
        if (!good) {
            throw new Problem(CommonProblem.INVALID).field(field, "common.no-such-record");
        }
    }

    static String currency(@Nullable String code, String otherwise) {
        if (code == null) {
            return otherwise;
        }
        try {
            return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT)).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID).field("currency", "pipeline.currency");
        }
    }

    /** An amount that can be kept: at most four decimals, below 10^14. */
    static @Nullable BigDecimal amount(String field, @Nullable BigDecimal amount) {
        if (amount != null
                && (amount.stripTrailingZeros().scale() > AMOUNT_DECIMALS
                        || amount.abs().compareTo(LIMIT) >= 0)) {
            throw new Problem(CommonProblem.INVALID).field(field, "pipeline.amount");
        }
        return amount;
    }

    static String title(@Nullable String title) {
        if (title == null || title.isBlank()) {
            throw new Problem(CommonProblem.INVALID).field("title", "common.required");
        }
        return text("title", title.strip(), 500);
    }

    static String text(String field, String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw new Problem(CommonProblem.INVALID).field(field, "common.too-long", longest);
        }
        return text.replace("\u0000", "");
    }

    /** Tags as kept: trimmed, none twice, in the order given. */
    static List<String> tags(@Nullable List<String> tags) {
        if (tags == null) {
            return List.of();
        }
        return tags.stream()
                .map(tag -> text("tags", tag.strip(), 100))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }
}
