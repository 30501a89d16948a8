package io.nurt.identity.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nurt.identity.Caller;
import io.nurt.identity.CurrencyUse;
import io.nurt.identity.Permission;
import io.nurt.identity.Workspace;
import io.nurt.identity.WorkspaceChanged;
import io.nurt.identity.Workspaces;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Versions;
import io.nurt.platform.WorkspaceScope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class WorkspaceService implements Workspaces {
    private final WorkspaceStore store;
    private final InWorkspace transactions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final List<CurrencyUse> currencyUses;
    private final Cache<UUID, Workspace> remembered = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    WorkspaceService(
            WorkspaceStore store,
            InWorkspace transactions,
            Audit audit,
            ApplicationEventPublisher events,
            List<CurrencyUse> currencyUses) {
        this.store = store;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.currencyUses = currencyUses;
    }

    @Override
    public Workspace current() {
        UUID id = WorkspaceScope.current().orElseThrow(() -> new IllegalStateException("outside of any workspace"));
        Workspace known = remembered.getIfPresent(id);
        if (known == null) {
            known = transactions.here(
                    () -> store.current().orElseThrow(() -> new IllegalStateException("no workspace " + id)));
            remembered.put(id, known);
        }
        return known;
    }

    /** Whether the currency can no longer be changed. */
    @Transactional(readOnly = true)
    boolean currencyFixed() {
        return hasAmounts();
    }

    private boolean hasAmounts() {
        return currencyUses.stream().anyMatch(CurrencyUse::hasAmounts);
    }

    @Transactional
    Workspace change(Patch patch, @Nullable Integer expectedVersion) {
        Caller.require(Permission.MANAGE_WORKSPACE);
        Workspace before = store.lockCurrent().orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        Versions.check(expectedVersion, before.version(), WorkspaceView.of(before));
        patch.only(Set.of("name", "currency", "zone", "language"));
        Checks checks = new Checks();
        Workspace after = new Workspace(
                before.id(),
                checks.name("name", patch.value("name", String.class, before.name())),
                checks.currency(
                        patch.value("currency", String.class, before.currency().getCurrencyCode())),
                checks.zone(patch.value("zone", String.class, before.zone().getId())),
                checks.language(
                        patch.value("language", String.class, before.language().code())),
                before.version() + 1);
        checks.done();
        if (!after.currency().equals(before.currency()) && hasAmounts()) {
            throw new Problem(IdentityProblem.CURRENCY_IN_USE, before.currency().getCurrencyCode());
        }
        events.publishEvent(new WorkspaceChanged(before, after));
        store.update(after);
        audit.record(
                "workspace-changed",
                "workspace",
                after.id(),
                Map.of("before", WorkspaceView.of(before), "after", WorkspaceView.of(after)));
        AfterCommit.run(() -> remembered.invalidate(after.id()));
        return after;
    }
}
