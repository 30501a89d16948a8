package io.nurt.forecast.internal.outlook;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the simulation needs of an open deal besides its chance.
 *
 * @param amount in the workspace's currency; NaN when unknown or without a rate
 */
record Facts(
        UUID dealId,
        double amount,
        @Nullable UUID owner,
        @Nullable UUID team,
        @Nullable UUID company,
        List<UUID> products) {}
