package io.nurt.exchange.internal.running;

import io.nurt.pipeline.DealImport;
import io.nurt.pipeline.ImportedDeal;
import io.nurt.pipeline.SideBySide;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a portion of deals becomes in the database: nothing while pretending. */
final class DealWriting implements SideBySide.Portion {
    private final RunContext context;
    private final DealPlanner.Parts parts;
    private final Runnable companies;
    private final Runnable contacts;
    private final DealImport.@Nullable Coming coming;
    private final List<DealImport.Update> changed;
    private final List<RefStore.Ref> named;

    DealWriting(
            RunContext context,
            DealPlanner.Parts parts,
            List<ImportedDeal> created,
            List<DealImport.Update> changed,
            List<RefStore.Ref> named) {
        this.context = context;
        this.parts = parts;
        this.companies = parts.companies().gathered();
        this.contacts = parts.contacts().gathered();
        this.coming = context.pretend() ? null : parts.deals().prepare(created);
        this.changed = List.copyOf(changed);
        this.named = List.copyOf(named);
    }

    @Override
    public void beside() {
        if (!context.pretend()) {
            Objects.requireNonNull(coming).history();
        }
    }

    @Override
    public void inTurn() {
        if (context.pretend()) {
            return;
        }
        companies.run();
        contacts.run();
        parts.refs().put(context.importId(), DealPlanner.KIND, context.source(), named);
        Objects.requireNonNull(coming).deals();
        for (DealImport.Answer answer : parts.deals().update(changed, context.importId())) {
            if (answer.before() != null) {
                parts.changes()
                        .put(context.importId(), DealPlanner.KIND, answer.dealId(), answer.before(), answer.version());
            }
        }
    }
}
