package io.nurt.directory;

import io.nurt.identity.Caller;
import io.nurt.kernel.Patch;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

@Service
class CompanyService extends RecordService<CompanyFacts, CompanyView> {
    private final CompanyPatch patches;
    private final ObjectProvider<DealUse> deals;

    CompanyService(
            CompanyStore store,
            EventStore events,
            ApplicationEventPublisher publisher,
            CompanyPatch patches,
            ObjectProvider<DealUse> deals) {
        super(store, events, publisher);
        this.patches = patches;
        this.deals = deals;
    }

    @Override
    CompanyFacts patched(Patch patch, UUID id, CompanyFacts now, Caller caller) {
        return patches.apply(patch, id, now, caller);
    }

    @Override
    CompanyFacts blank(Caller caller) {
        return CompanyFacts.named("", caller.userId());
    }

    @Override
    CompanyView view(Loaded<CompanyFacts> company) {
        return CompanyView.of(company, openDeals(List.of(company.id())).getOrDefault(company.id(), 0));
    }

    @Override
    Object changedEvent(Caller caller, Loaded<CompanyFacts> company, @Nullable UUID formerOwner, String kind) {
        return new CompanyChanged(
                caller.workspaceId(),
                company.id(),
                company.facts().ownerId(),
                formerOwner,
                caller.userId(),
                kind,
                company.marks().version());
    }

    @Override
    @Nullable
    UUID ownerOf(CompanyFacts facts) {
        return facts.ownerId();
    }

    Map<UUID, Integer> openDeals(List<UUID> companies) {
        DealUse use = deals.getIfAvailable();
        return use == null || companies.isEmpty() ? Map.of() : use.openDeals(companies);
    }

    Map<UUID, BigDecimal> wonAmounts(List<UUID> companies) {
        DealUse use = deals.getIfAvailable();
        return use == null || companies.isEmpty() ? Map.of() : use.wonAmounts(companies);
    }
}
