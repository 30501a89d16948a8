package io.nurt.insights;

import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By what figures are broken down. */
enum By {
    OWNER(Measure.BREAKDOWN_OWNER),
    TEAM(Measure.BREAKDOWN_TEAM),
    PRODUCT(Measure.BREAKDOWN_PRODUCT),
    SOURCE(Measure.BREAKDOWN_SOURCE);

    private final Measure measure;

    By(Measure measure) {
        this.measure = measure;
    }

    Measure measure() {
        return measure;
    }

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem for an unknown code */
    static By of(@Nullable String code) {
        for (By by : values()) {
            if (by.parameter().equals(code)) {
                return by;
            }
        }
        throw new Problem(CommonProblem.INVALID).field("by", "insights.unknown-breakdown");
    }

    /**
     * Queries before the grouping. A team has the members of the teams below it as well. Where teams are filtered, only those
     * and the ones below get a row: another team's row would show a part of its deals only, and its drill all of them.
     */
    String prepared(Question question) {
        if (this != TEAM) {
            return "";
        }
        return """
                ,
                shown as (
                    select t.id from nurt.team t where %s
                    union
                    select t.id from shown s join nurt.team t on t.parent_id = s.id),
                below as (
                    select s.id as root, s.id as team from shown s
                    union
                    select b.root, t.id from below b join nurt.team t on t.parent_id = b.team),
                membership as (
                    select distinct b.root, m.user_id from below b join nurt.team_member m on m.team_id = b.team)""".formatted(question.teams().any() ? "true" : "t.id = any(cast(:teams as uuid[]))");
    }

    /** Joins that give each deal {@code d} its keys {@code g.key}; a deal with several keys counts for each. */
    String keyed(Question question) {
        return switch (this) {
            case OWNER -> "cross join lateral (select d.owner_id as key) g";
            case SOURCE -> "cross join lateral (select d.source as key) g";
            case TEAM ->
                joined(question.teams()) + " (select root as key, user_id from membership) g on g.user_id = d.owner_id";
            case PRODUCT ->
                joined(question.products()) + " (select p.product_id as key, p.deal_id from nurt.deal_product p where "
                        + (question.products().values().isEmpty()
                                ? "true"
                                : "p.product_id = any(cast(:products as uuid[]))")
                        + ") g on g.deal_id = d.id";
        };
    }

    /** Where some are asked for and nothing else, what has none of them gets no row. */
    private static String joined(Question.Choice<?> choice) {
        return choice.values().isEmpty() || choice.none() ? "left join" : "join";
    }

    String named() {
        return this == SOURCE ? "cast(null as uuid) as id, g.key as name" : "g.key as id, k.name";
    }

    String names() {
        return switch (this) {
            case OWNER -> "left join nurt.app_user k on k.id = g.key";
            case TEAM -> "left join nurt.team k on k.id = g.key";
            case PRODUCT -> "left join nurt.product k on k.id = g.key";
            case SOURCE -> "";
        };
    }
}
