package io.nurt.directory;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What deals say about companies and contacts; implemented by the module that holds deals. Called inside a transaction. */
public interface DealUse {
    /** How many open deals that the caller may see each company has; a company without one may be left out. */
    Map<UUID, Integer> openDeals(Collection<UUID> companies);

    /**
     * What the won deals that the caller may see of each company come to, in the workspace's currency by the rates of the days
     * they were won; deals without an amount or a rate are left out, and so may be a company without any.
     */
    Map<UUID, BigDecimal> wonAmounts(Collection<UUID> companies);

    /**
     * A query of {@code company_id} and {@code amount} for every company that has any, to order a list by; the same sums as
     * {@link #wonAmounts}. It uses the parameter of {@link io.nurt.identity.Visibility}.
     */
    String wonAmountsSql();

    /** Those of the companies that any deal names, in whatever state it is. */
    Set<UUID> companiesInUse(Collection<UUID> companies);

    /** Those of the contacts that any deal names, in whatever state it is. */
    Set<UUID> contactsInUse(Collection<UUID> contacts);
}
