package io.nurt.exchange.internal.running;

import io.nurt.directory.CompanyFacts;
import io.nurt.directory.ContactFacts;
import io.nurt.exchange.internal.imports.ImportFile;
import io.nurt.exchange.internal.mapping.InterpretedRow;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.reading.RefusalReason;
import io.nurt.exchange.internal.values.ParsedDate;
import io.nurt.kernel.Ids;
import io.nurt.pipeline.DealImport;
import io.nurt.pipeline.ImportedDeal;
import io.nurt.pipeline.PipelineSetup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deals with their whole past: known by identifier alone, for two deals may look alike. A row without an identifier is
 * identified by all it says, so that the same file does not make the same deals twice.
 */
final class DealPlanner implements PlanningAhead {
    static final String KIND = "deal";
    private static final int PORTION = 2_000;

    /** What it works with. */
    record Parts(
            RefStore refs,
            ChangeStore changes,
            PeopleBook people,
            RecordBook<CompanyFacts> companies,
            RecordBook<ContactFacts> contacts,
            ProductBook products,
            Targets targets,
            HistoryIndex history,
            DealImport deals,
            PipelineSetup setup,
            DealUpdate updates,
            Map<String, Boolean> pretended,
            Map<UUID, Integer> into) {}

    private final RunContext context;
    private final ImportFile file;
    private final Parts parts;
    private final CompanyReferences companies;
    private final ContactReferences contacts;
    private final Map<UUID, DealStories> stories = new HashMap<>();
    private final Map<String, UUID> lostReasons = new HashMap<>();
    private final Set<String> lostReasonsMade = new HashSet<>();
    private final List<ImportedDeal> created = new ArrayList<>();
    private final List<RefStore.Ref> named = new ArrayList<>();
    private final List<DealImport.Update> changed = new ArrayList<>();

    DealPlanner(RunContext context, ImportFile file, Parts parts) {
        this.context = context;
        this.file = file;
        this.parts = parts;
        this.companies = new CompanyReferences(parts.companies(), file, TargetField.DEAL_COMPANY);
        this.contacts = new ContactReferences(parts.contacts(), file, TargetField.DEAL_CONTACT);
    }

    @Override
    public int portion() {
        return PORTION;
    }

    @Override
    public @Nullable RowKey key(InterpretedRow row) {
        String id = row.text(TargetField.DEAL_ID);
        String text = id != null ? id : "row:" + Cells.hash(row);
        return new RowKey(text, text, RefusalReason.DUPLICATE_ID);
    }

    /** Only those with identifiers are the same when they repeat; which of the two the file has is one decision for all. */
    @Override
    public boolean keepsCopies() {
        return file.mapping().column(TargetField.DEAL_ID).isEmpty();
    }

    private static String externalId(SourceRow row) {
        String key = String.valueOf(row.key());
        return row.copies() == 0 ? key : key + "#" + (row.copies() + 1);
    }

    @Override
    public Plan plan(List<SourceRow> rows) {
        Map<String, RefStore.Ref> known = ask(rows);
        List<Effect> effects = new ArrayList<>(rows.size());
        for (SourceRow source : rows) {
            try {
                effects.add(effect(source, known.get(externalId(source))));
            } catch (Cells.Refused refused) {
                effects.add(Effect.refused(refused.refusal()));
            }
        }
        Plan plan = new Plan(effects, new DealWriting(context, parts, created, changed, named));
        clear();
        return plan;
    }

    private Map<String, RefStore.Ref> ask(List<SourceRow> rows) {
        RecordBook.Questions aboutCompanies = new RecordBook.Questions();
        RecordBook.Questions aboutContacts = new RecordBook.Questions();
        List<String> products = new ArrayList<>();
        List<String> ids = new ArrayList<>(rows.size());
        for (SourceRow source : rows) {
            InterpretedRow row = source.read();
            ids.add(externalId(source));
            companies.ask(row, aboutCompanies);
            contacts.ask(row, aboutContacts);
            products.addAll(Cells.all(row, TargetField.DEAL_PRODUCT));
        }
        parts.companies().ask(aboutCompanies);
        parts.contacts().ask(aboutContacts);
        parts.products().ask(products);
        return parts.refs().find(KIND, context.source(), ids);
    }

    private Effect effect(SourceRow source, RefStore.@Nullable Ref known) {
        InterpretedRow row = source.read();
        String externalId = externalId(source);
        String hash = Cells.hash(row);
        if (known != null && hash.equals(known.rowHash())) {
            parts.pretended().put(externalId, false);
            return Effect.unchanged(row.text(TargetField.DEAL_TITLE));
        }
        DealReader reader = new DealReader(context, file, row);
        Targets.Target target = parts.targets().of(row.text(TargetField.DEAL_PIPELINE));
        List<HistoryIndex.Entry> history = history(row, externalId, target.stages());
        DealOutcome outcome = DealOutcome.of(row, target.stages(), history);
        UUID owner = parts.people().owner(row.values().get(TargetField.DEAL_OWNER));
        UUID company = companies.resolve(row, owner);
        List<UUID> contactIds = contacts.resolve(row, company, owner);
        List<UUID> productIds = products(row);
        DealStories.Facts facts = new DealStories.Facts(
                reader.title(externalId),
                company,
                target.pipeline().id(),
                owner,
                reader.amount(),
                reader.amountKnownFromStart(),
                reader.currency(),
                reader.expectedClose(outcome.kind()),
                lostReason(row, outcome));
        named.add(new RefStore.Ref(externalId, known == null ? Ids.next() : known.recordId(), null, hash));
        if (known != null) {
            parts.pretended().put(externalId, false);
            DealImport.Update update =
                    parts.updates().between(known.recordId(), row, facts, outcome, contactIds, productIds, reader);
            if (update == null) {
                return Effect.unchanged(facts.title());
            }
            changed.add(update);
            count(target);
            return Effect.updated(facts.title());
        }
        parts.pretended().put(externalId, true);
        count(target);
        created.add(new ImportedDeal(
                named.get(named.size() - 1).recordId(),
                stories(target).tell(row, facts, outcome, history),
                reader.source(),
                reader.tags(),
                reader.nextStep(),
                null,
                null,
                null,
                contactIds.stream()
                        .map(id -> new ImportedDeal.Contact(id, null))
                        .toList(),
                productIds.stream()
                        .map(id -> new ImportedDeal.Product(id, java.math.BigDecimal.ONE, null))
                        .toList(),
                reader.custom(),
                context.importId(),
                "import"));
        return Effect.created(facts.title());
    }

    private void count(Targets.Target target) {
        if (context.pretend()) {
            parts.into().merge(target.pipeline().id(), 1, Integer::sum);
        }
    }

    private DealStories stories(Targets.Target target) {
        return stories.computeIfAbsent(
                target.pipeline().id(),
                id -> new DealStories(context.zone(), context.setup().moment(), target.stages()));
    }

    /** What history files tell, and the columns that say when a stage was entered. */
    private List<HistoryIndex.Entry> history(InterpretedRow row, String externalId, StageBook stages) {
        List<HistoryIndex.Entry> told = new ArrayList<>();
        for (HistoryIndex.Entry entry : parts.history().of(externalId)) {
            // Each pipeline has stages of its own, though they be called the same.
            var stage = stages.find(entry.stage().name());
            told.add(stage == null ? entry : entry.in(stage));
        }
        if (row.stageDates().isEmpty()) {
            return told;
        }
        List<HistoryIndex.Entry> all = new ArrayList<>(told);
        long order = Long.MAX_VALUE / 2;
        for (Map.Entry<String, Object> entered : row.stageDates().entrySet()) {
            var stage = stages.find(entered.getKey());
            if (stage != null && entered.getValue() instanceof ParsedDate date) {
                all.add(new HistoryIndex.Entry(
                        date.instant(context.zone()), order + stage.position(), stage, null, null, null));
            }
        }
        all.sort(HistoryIndex.Entry.ORDER);
        return all;
    }

    private List<UUID> products(InterpretedRow row) {
        List<UUID> ids = new ArrayList<>();
        boolean onlyIds = CompanyReferences.onlyIds(file, TargetField.DEAL_PRODUCT);
        for (String value : Cells.all(row, TargetField.DEAL_PRODUCT)) {
            UUID found = parts.products().find(value);
            if (found == null && !onlyIds && value.length() <= Cells.LINE) {
                found = parts.products().add(value);
            }
            if (found == null) {
                throw new Cells.Refused(
                        RefusalReason.UNKNOWN_REFERENCE.with(row.header(TargetField.DEAL_PRODUCT), value));
            }
            if (!ids.contains(found)) {
                ids.add(found);
            }
        }
        return ids;
    }

    private @Nullable UUID lostReason(InterpretedRow row, DealOutcome outcome) {
        if (outcome.kind() != io.nurt.exchange.internal.mapping.StageProposal.Kind.LOST) {
            return null;
        }
        String named = Cells.line(row, TargetField.DEAL_LOST_REASON, 200);
        String reason = named != null ? named : outcome.word();
        if (reason == null) {
            return null;
        }
        UUID known = lostReasons.get(reason);
        if (known == null) {
            known = context.pretend()
                    ? Ids.next()
                    : Objects.requireNonNull(parts.setup()
                            .lostReasons(List.of(reason), context.importId())
                            .get(reason));
            lostReasons.put(reason, known);
            lostReasonsMade.add(reason);
        }
        return known;
    }

    private void clear() {
        created.clear();
        named.clear();
        changed.clear();
    }

    @Override
    public void committed() {
        planned();
        parts.companies().committed();
        parts.contacts().committed();
    }

    /** Reasons, people and products are written while planning. */
    @Override
    public void planned() {
        lostReasonsMade.clear();
        parts.people().committed();
        parts.products().committed();
    }

    @Override
    public void rolledBack() {
        clear();
        lostReasonsMade.forEach(lostReasons::remove);
        lostReasonsMade.clear();
        parts.people().rolledBack();
        parts.companies().rolledBack();
        parts.contacts().rolledBack();
        parts.products().rolledBack();
    }
}
