package io.nurt.demo;

import io.nurt.directory.CompanyFacts;
import io.nurt.directory.ContactFacts;
import io.nurt.directory.ContactPoint;
import io.nurt.directory.DirectoryImport;
import io.nurt.directory.NewRecord;
import io.nurt.directory.PostalAddress;
import io.nurt.identity.AuditLog;
import io.nurt.identity.Caller;
import io.nurt.identity.NewPerson;
import io.nurt.identity.Permission;
import io.nurt.identity.Teams;
import io.nurt.identity.UserRef;
import io.nurt.identity.Users;
import io.nurt.identity.Workspace;
import io.nurt.identity.Workspaces;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Language;
import io.nurt.kernel.Problem;
import io.nurt.pipeline.DealImport;
import io.nurt.pipeline.ImportedDeal;
import io.nurt.pipeline.PipelineSetup;
import io.nurt.pipeline.SideBySide;
import io.nurt.platform.Texts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Brings the demo company into the current workspace and takes it out again. Everything of it carries one import id, which
 * follows from the workspace, so that nothing else need be remembered.
 */
@Component
class DemoCompany {
    private static final int BATCH = 2000;
    private static final long SEED = 20_260_101;

    private final Users users;
    private final Teams teams;
    private final Workspaces workspaces;
    private final DirectoryImport directory;
    private final PipelineSetup setup;
    private final DealImport deals;
    private final DemoForecast forecast;
    private final AuditLog audit;
    private final Texts texts;
    private final TransactionTemplate transaction;

    DemoCompany(
            Users users,
            Teams teams,
            Workspaces workspaces,
            DirectoryImport directory,
            PipelineSetup setup,
            DealImport deals,
            DemoForecast forecast,
            AuditLog audit,
            Texts texts,
            TransactionTemplate transaction) {
        this.users = users;
        this.teams = teams;
        this.workspaces = workspaces;
        this.directory = directory;
        this.setup = setup;
        this.deals = deals;
        this.forecast = forecast;
        this.audit = audit;
        this.texts = texts;
        this.transaction = transaction;
    }

    static UUID importId(UUID workspace) {
        return UUID.nameUUIDFromBytes(("demo " + workspace).getBytes(StandardCharsets.UTF_8));
    }

    boolean present() {
        String name = pipelineName(workspaces.current().language());
        return Boolean.TRUE.equals(transaction.execute(status ->
                setup.pipelines().stream().anyMatch(pipeline -> pipeline.name().equals(name))));
    }

    /**
     * Makes the company, in some transactions; what an interrupted run left is removed by {@link #remove}.
     *
     * @param size how many deals
     * @throws Problem {@link DemoProblem#PRESENT} when it is there already
     */
    void add(int size) {
        Caller caller = Caller.require(Permission.MANAGE_WORKSPACE);
        if (present()) {
            throw new Problem(DemoProblem.PRESENT);
        }
        Workspace workspace = workspaces.current();
        UUID importId = importId(caller.workspaceId());
        LocalDate today = LocalDate.now(workspace.zone());
        DemoWorld world = new DemoGenerator(SEED, today, workspace.zone(), workspace.language()).generate(size);
        DemoPeople people = transaction.execute(status -> people(world, importId));
        DemoStore store = transaction.execute(status ->
                new DemoStore(setup, texts, workspace, importId, pipelineName(workspace.language()), world.products()));
        List<UUID> companies = companies(world, people.ids(), importId);
        List<List<UUID>> contacts = contacts(world, companies, people.ids(), importId);
        boolean measured = size > DemoForecast.MOST_DEALS;
        List<DemoForecast.Sold> sold = new ArrayList<>();
        deals(world.deals(), deal -> {
            ImportedDeal told =
                    store.deal(deal, people.ids(), companies.get(deal.company()), contacts.get(deal.company()), world);
            if (!measured) {
                sold.add(new DemoForecast.Sold(told.id(), deal));
            }
            return told;
        });
        if (!measured) {
            forecast.add(
                    world,
                    new DemoForecast.Placed(store.pipelineId(), people.ids(), people.teams(), store.products(), sold),
                    workspace,
                    today,
                    importId);
        }
        transaction.executeWithoutResult(status ->
                audit.record("demo.added", "workspace", caller.workspaceId(), java.util.Map.of("deals", size)));
    }

    /** Takes the company out with everything that hangs on it. @return how many deals went */
    int remove() {
        Caller caller = Caller.require(Permission.MANAGE_WORKSPACE);
        UUID importId = importId(caller.workspaceId());
        forecast.takeOut(importId);
        int removed = 0;
        while (true) {
            Integer some = transaction.execute(status -> deals.delete(importId, BATCH));
            if (some == null || some == 0) {
                break;
            }
            removed += some;
        }
        int gone = removed;
        transaction.executeWithoutResult(status -> {
            forecast.forget(importId);
            directory.undo(importId);
            setup.forget(importId);
            users.takeBack(importId);
            audit.record("demo.removed", "workspace", caller.workspaceId(), java.util.Map.of("deals", gone));
        });
        return removed;
    }

    /** @param ids of the people of the world, by their places in it; {@code teams} likewise */
    record DemoPeople(List<UUID> ids, List<UUID> teams) {}

    private DemoPeople people(DemoWorld world, UUID importId) {
        List<UUID> ids = users
                .createPlaceholders(
                        importId,
                        world.people().stream()
                                .map(person -> new NewPerson(person.name(), person.email()))
                                .toList())
                .stream()
                .map(UserRef::id)
                .toList();
        int count =
                world.people().stream().mapToInt(DemoWorld.Person::team).max().orElse(0) + 1;
        List<UUID> teamIds = new ArrayList<>();
        for (int team = 0; team < count; team++) {
            List<UUID> members = new ArrayList<>();
            UUID manager = null;
            for (int i = 0; i < ids.size(); i++) {
                if (world.people().get(i).team() == team) {
                    members.add(ids.get(i));
                    manager = world.people().get(i).manager() ? ids.get(i) : manager;
                }
            }
            String name = text("demo.team", team < DemoNames.CITIES.size() ? DemoNames.CITIES.get(team) : team + 1);
            teamIds.add(teams.join(importId, name, null, manager, members));
        }
        return new DemoPeople(ids, teamIds);
    }

    private List<UUID> companies(DemoWorld world, List<UUID> people, UUID importId) {
        List<UUID> ids = new ArrayList<>();
        inBatches(world.companies(), companies -> {
            List<NewRecord<CompanyFacts>> records = companies.stream()
                    .map(company -> new NewRecord<>(Ids.next(), facts(company, people), null))
                    .toList();
            directory.insertDemoCompanies(importId, records);
            records.forEach(record -> ids.add(record.id()));
        });
        return ids;
    }

    private static CompanyFacts facts(DemoWorld.Company company, List<UUID> people) {
        return new CompanyFacts(
                company.name(),
                "https://" + company.domain(),
                company.industry(),
                null,
                null,
                null,
                null,
                "PL",
                company.nip(),
                null,
                people.get(company.owner()),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(new PostalAddress(null, null, null, company.city(), null, "Polska")),
                JsonNodeFactory.instance.objectNode());
    }

    private List<List<UUID>> contacts(DemoWorld world, List<UUID> companies, List<UUID> people, UUID importId) {
        List<List<UUID>> ids = new ArrayList<>();
        inBatches(world.companies(), some -> {
            List<NewRecord<ContactFacts>> records = new ArrayList<>();
            for (DemoWorld.Company company : some) {
                UUID companyId = companies.get(ids.size());
                List<UUID> here = new ArrayList<>();
                for (DemoWorld.Contact contact : company.contacts()) {
                    here.add(Ids.next());
                    ContactFacts facts = facts(contact, companyId, people.get(company.owner()));
                    records.add(new NewRecord<>(here.get(here.size() - 1), facts, null));
                }
                ids.add(List.copyOf(here));
            }
            directory.insertDemoContacts(importId, records);
        });
        return ids;
    }

    private static ContactFacts facts(DemoWorld.Contact contact, UUID company, UUID owner) {
        return new ContactFacts(
                contact.firstName(),
                contact.lastName(),
                contact.firstName() + " " + contact.lastName(),
                contact.jobTitle(),
                company,
                owner,
                null,
                null,
                List.of(),
                List.of(new ContactPoint(contact.email(), null)),
                List.of(new ContactPoint(contact.phone(), null)),
                List.of(),
                JsonNodeFactory.instance.objectNode());
    }

    private void deals(Iterable<DemoWorld.Deal> all, Function<DemoWorld.Deal, ImportedDeal> told) {
        Iterator<DemoWorld.Deal> left = all.iterator();
        Deque<CompletableFuture<Void>> writing = new ArrayDeque<>();
        try (SideBySide writers = new SideBySide(Objects.requireNonNull(transaction.getTransactionManager()))) {
            while (left.hasNext()) {
                List<ImportedDeal> batch = new ArrayList<>(BATCH);
                while (left.hasNext() && batch.size() < BATCH) {
                    batch.add(told.apply(left.next()));
                }
                DealImport.Coming coming = deals.prepare(batch);
                if (writing.size() == SideBySide.WRITERS) {
                    writing.remove().join();
                }
                writing.add(writers.add(new SideBySide.Portion() {
                    @Override
                    public void beside() {
                        coming.history();
                    }

                    @Override
                    public void inTurn() {
                        coming.deals();
                    }
                }));
            }
            writing.forEach(CompletableFuture::join);
        }
    }

    private <T> void inBatches(List<T> all, java.util.function.Consumer<List<T>> write) {
        for (int from = 0; from < all.size(); from += BATCH) {
            List<T> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            transaction.executeWithoutResult(status -> write.accept(batch));
        }
    }

    private String pipelineName(Language language) {
        return texts.get(language, "demo.pipeline");
    }

    private String text(String key, Object... arguments) {
        return texts.get(workspaces.current().language(), key, arguments);
    }
}
