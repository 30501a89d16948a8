package io.nurt.directory;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What deals say about companies and contacts; implemented by the module that holds deals. Called inside a transaction. */
public interface DealUse {
    /** How many open deals that the caller may see each company has; a company without one may be left out. */
    Map<UUID, Integer> openDeals(Collection<UUID> companies);

    /** Those of the companies that any deal names, in whatever state it is. */
    Set<UUID> companiesInUse(Collection<UUID> companies);

    /** Those of the contacts that any deal names, in whatever state it is. */
    Set<UUID> contactsInUse(Collection<UUID> contacts);
}
