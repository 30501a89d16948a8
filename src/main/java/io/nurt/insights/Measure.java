package io.nurt.insights;

import java.util.Locale;

/** The dictionary's entries. Each has its texts under its key, in both languages. */
enum Measure {
    WIN_RATE_CLOSED(Unit.SHARE),
    WIN_RATE_COHORT(Unit.SHARE),
    WON_COUNT(Unit.DEALS),
    WON_VALUE(Unit.MONEY),
    LOST_COUNT(Unit.DEALS),
    OPEN_COUNT(Unit.DEALS),
    OPEN_VALUE(Unit.MONEY),
    WEIGHTED_VALUE(Unit.MONEY),
    AVERAGE_DEAL(Unit.MONEY),
    MEDIAN_DEAL(Unit.MONEY),
    CYCLE_WON(Unit.DAYS),
    CYCLE_LOST(Unit.DAYS),
    VELOCITY(Unit.MONEY),
    WON_BY_MONTH(Unit.MONEY),
    OPEN_BY_STAGE(Unit.MONEY),
    STAGE_AGEING(Unit.DAYS),
    ROTTING(Unit.DEALS),
    BREAKDOWN_OWNER(Unit.MONEY),
    BREAKDOWN_TEAM(Unit.MONEY),
    BREAKDOWN_PRODUCT(Unit.MONEY),
    BREAKDOWN_SOURCE(Unit.MONEY);

    /** What a value of the measure is, which decides what the dictionary says about its value field. */
    enum Unit {
        SHARE,
        DEALS,
        MONEY,
        DAYS;

        String key() {
            return "insights.value-" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Unit unit;

    Measure(Unit unit) {
        this.unit = unit;
    }

    String key() {
        return "insights." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Unit unit() {
        return unit;
    }
}
