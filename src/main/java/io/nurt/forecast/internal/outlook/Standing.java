package io.nurt.forecast.internal.outlook;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What history does not remember and is therefore taken as it is now, whatever moment is looked at. */
public final class Standing {
    final OutlookStore.Place place;
    final List<UUID> pipelines;
    final Map<UUID, UUID> teams;
    final Map<UUID, List<UUID>> products;

    /**
     * @param pipelines with deals, those put away included
     * @param teams of owners, the first of each
     * @param products of deals
     */
    Standing(OutlookStore.Place place, List<UUID> pipelines, Map<UUID, UUID> teams, Map<UUID, List<UUID>> products) {
        this.place = place;
        this.pipelines = pipelines;
        this.teams = teams;
        this.products = products;
    }

    /** The workspace's. */
    public ZoneId zone() {
        return place.zone();
    }
}
