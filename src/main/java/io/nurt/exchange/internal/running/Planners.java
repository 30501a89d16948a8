package io.nurt.exchange.internal.running;

import io.nurt.directory.CompanyFacts;
import io.nurt.directory.ContactFacts;
import io.nurt.directory.DirectoryImport;
import io.nurt.directory.RecordKind;
import io.nurt.exchange.internal.imports.ExchangeJson;
import io.nurt.exchange.internal.imports.ImportFile;
import io.nurt.exchange.internal.mapping.TargetEntity;
import io.nurt.exchange.internal.reading.UnreadableFileException;
import io.nurt.identity.Teams;
import io.nurt.identity.Users;
import io.nurt.identity.Workspaces;
import io.nurt.pipeline.DealImport;
import io.nurt.pipeline.PipelineSetup;
import io.nurt.platform.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the planners of an import; what one learns the others know. */
@Component
class Planners {
    private static final int STEP = 5_000;

    private final DirectoryImport directory;
    private final DealImport deals;
    private final PipelineSetup pipelines;
    private final Users users;
    private final Teams teams;
    private final Workspaces workspaces;
    private final Texts texts;
    private final RefStore refs;
    private final ChangeStore changes;
    private final DealUpdate updates;
    private final RunSetup setup;
    private final ExchangeJson json;

    Planners(
            DirectoryImport directory,
            DealImport deals,
            PipelineSetup pipelines,
            Users users,
            Teams teams,
            Workspaces workspaces,
            Texts texts,
            RefStore refs,
            ChangeStore changes,
            DealUpdate updates,
            RunSetup setup,
            ExchangeJson json) {
        this.directory = directory;
        this.deals = deals;
        this.pipelines = pipelines;
        this.users = users;
        this.teams = teams;
        this.workspaces = workspaces;
        this.texts = texts;
        this.refs = refs;
        this.changes = changes;
        this.updates = updates;
        this.setup = setup;
        this.json = json;
    }

    /** In the order in which records need each other: people first, then what is sold, to whom, and the deals with their past. */
    static List<ImportFile> inOrder(List<ImportFile> files) {
        List<TargetEntity> order = List.of(
                TargetEntity.PERSON,
                TargetEntity.PRODUCT,
                TargetEntity.COMPANY,
                TargetEntity.CONTACT,
                TargetEntity.DEAL,
                TargetEntity.STAGE_HISTORY);
        List<ImportFile> sorted = new ArrayList<>(files);
        sorted.removeIf(file -> file.entity() == null);
        sorted.sort(Comparator.comparingInt((ImportFile file) -> order.indexOf(file.entity()))
                .thenComparingInt(ImportFile::position));
        return sorted;
    }

    /** The planners of one import, sharing what they know. Call inside a transaction. */
    Run run(RunContext context) {
        return new Run(context);
    }

    /** What the planners of one import share. */
    final class Run {
        private final RunContext context;
        private final PeopleBook people;
        private final RecordBook<CompanyFacts> companies;
        private final RecordBook<ContactFacts> contacts;
        private final ProductBook products;
        private final Targets targets;
        private final HistoryReading reading;
        private final HistoryIndex history = new HistoryIndex();
        private final Map<String, Boolean> pretended = new HashMap<>();
        private final Map<UUID, Integer> into = new HashMap<>();

        private Run(RunContext context) {
            this.context = context;
            this.people = new PeopleBook(users, refs, context);
            this.companies = new RecordBook<>(
                    RecordKind.COMPANY,
                    context,
                    directory,
                    refs,
                    changes,
                    made -> directory.insertCompanies(context.importId(), made));
            this.contacts = new RecordBook<>(
                    RecordKind.CONTACT,
                    context,
                    directory,
                    refs,
                    changes,
                    made -> directory.insertContacts(context.importId(), made));
            this.products = new ProductBook(pipelines, refs, changes, json, context);
            this.targets = setup.targets(context);
            this.reading = new HistoryReading(context, targets.allStages(), people);
        }

        RunContext context() {
            return context;
        }

        /** While pretending: how many deals would be made or changed in each pipeline. */
        Map<UUID, Integer> into() {
            return into;
        }

        Planner of(ImportFile file) {
            return switch (Objects.requireNonNull(file.entity())) {
                case PERSON ->
                    new PersonPlanner(
                            context, people, teams, texts, workspaces.current().language());
                case PRODUCT -> new ProductPlanner(context, products);
                case COMPANY -> new CompanyPlanner(context, file, companies, people, directory, json.mapper());
                case CONTACT ->
                    new ContactPlanner(context, file, contacts, companies, people, directory, json.mapper());
                case DEAL ->
                    new DealPlanner(
                            context,
                            file,
                            new DealPlanner.Parts(
                                    refs, changes, people, companies, contacts, products, targets, history, deals,
                                    pipelines, updates, pretended, into));
                case STAGE_HISTORY -> new HistoryPlanner(context, reading, refs, pretended);
            };
        }

        /** Reads the history files before the deals are told. */
        void readHistory(List<ImportFile> files, Map<UUID, Path> contents) throws IOException, UnreadableFileException {
            if (!history.isEmpty()) {
                return;
            }
            for (ImportFile file : files) {
                if (file.entity() != TargetEntity.STAGE_HISTORY) {
                    continue;
                }
                Path content = Objects.requireNonNull(contents.get(file.id()));
                try (RowSource rows =
                                new RowSource(file, content, context.options().accepted(), null);
                        ReadAhead ahead = new ReadAhead(rows, STEP)) {
                    for (List<SourceRow> some = ahead.next(); !some.isEmpty(); some = ahead.next()) {
                        some.forEach(this::remember);
                    }
                }
            }
        }

        private void remember(SourceRow row) {
            if (row.row() == null) {
                return;
            }
            try {
                history.add(HistoryReading.deal(row.read()), reading.entry(row.read()));
            } catch (Cells.Refused refused) {
                // told when the file's own turn comes
            }
        }
    }
}
