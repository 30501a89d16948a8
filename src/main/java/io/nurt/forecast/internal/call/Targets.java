package io.nurt.forecast.internal.call;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Teams;
import io.nurt.identity.Workspace;
import io.nurt.identity.Workspaces;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is asked of everyone together, quarter by quarter: what an outlook is measured by. */
@Service
class Targets {
    private static final int QUARTERS = 8;

    private final Calls calls;
    private final QuotaStore store;
    private final Teams teams;
    private final CallPeople people;
    private final Workspaces workspaces;

    Targets(Calls calls, QuotaStore store, Teams teams, CallPeople people, Workspaces workspaces) {
        this.calls = calls;
        this.store = store;
        this.teams = teams;
        this.people = people;
        this.workspaces = workspaces;
    }

    /** @param amount in the workspace's currency: the workspace's own quota, otherwise the sum of those below */
    record Target(String quarter, String amount) {}

    /**
     * Of the quarters from one on that have a quota; nothing for somebody who may not see everyone.
     *
     * @param from such as 2026-Q4; null: this quarter
     */
    @Transactional(readOnly = true)
    public List<Target> from(@Nullable String from) {
        Caller caller = Caller.require(Permission.READ);
        Period first = Period.around(
                Period.Kind.QUARTER, Period.of(from, calls.today()).first());
        if (!caller.visibility().all()) {
            return List.of();
        }
        Workspace workspace = workspaces.current();
        Node root = Node.tree(workspace.id(), workspace.name(), teams.all(), people.all());
        QuotaBook book = new QuotaBook(
                store.inForce(first.first(), first.plus(QUARTERS - 1).last()));
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < QUARTERS; i++) {
            BigDecimal quota = book.of(root, first.plus(i));
            if (quota != null) {
                targets.add(new Target(first.plus(i).toString(), Amounts.plain(quota)));
            }
        }
        return targets;
    }
}
