package io.nurt.directory;

import static io.nurt.identity.Permission.IMPORT;

import io.nurt.identity.Caller;
import io.nurt.identity.Visibility;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Companies and contacts by the thousand, for imports and generated data. Works as the current caller, who must be permitted to
 * import; joins the transaction that is open.
 */
@Component
public class DirectoryImport {
    private static final int FIRST = 100;
    private final CompanyStore companies;
    private final ContactStore contacts;
    private final CompanyService companyService;
    private final ContactService contactService;
    private final EventStore events;
    private final MatchStore matches;
    private final ImportUndo undo;
    private final PlannerStatistics statistics;

    DirectoryImport(
            CompanyStore companies,
            ContactStore contacts,
            CompanyService companyService,
            ContactService contactService,
            EventStore events,
            MatchStore matches,
            ImportUndo undo,
            PlannerStatistics statistics) {
        this.companies = companies;
        this.contacts = contacts;
        this.companyService = companyService;
        this.contactService = contactService;
        this.events = events;
        this.matches = matches;
        this.undo = undo;
        this.statistics = statistics;
    }

    /**
     * A record that an import changed.
     *
     * @param before patch that makes it as it was before; empty when the import changed nothing
     * @param version after the change
     */
    public record Updated(ObjectNode before, int version) {}

    /**
     * A record that was not taken back.
     *
     * @param reason {@code changed}: someone worked on it since; {@code in-use}: something that stays refers to it
     */
    public record Kept(RecordKind kind, UUID id, String name, String reason) {}

    /** How many records of an import were removed, and which were not. */
    public record Undone(int companies, int contacts, List<Kept> kept) {}

    /**
     * Stores new companies; a few thousand per call are best. Parents may be among them. A website without a web scheme other
     * than http(s) and an owner that exists are the caller's care: read values with {@link WebAddress}, {@link TaxNumber} and
     * {@link EmailAddress} first.
     *
     * @throws IllegalArgumentException when a company has no name or a website that must not become a link
     */
    @Transactional
    public void insertCompanies(UUID importId, List<NewRecord<CompanyFacts>> records) {
        insertCompanies(Origin.of(Caller.require(IMPORT), importId), records);
    }

    /** As {@link #insertCompanies}, for a company that is made up: the timeline says so. */
    @Transactional
    public void insertDemoCompanies(UUID importId, List<NewRecord<CompanyFacts>> records) {
        insertCompanies(Origin.demo(Caller.require(IMPORT), importId), records);
    }

    private void insertCompanies(Origin origin, List<NewRecord<CompanyFacts>> records) {
        for (NewRecord<CompanyFacts> record : records) {
            named(record.facts().name());
            String website = record.facts().website();
            if (website != null && WebAddress.domain(website).isEmpty()) {
                throw new IllegalArgumentException("not a website");
            }
        }
        inserted(companies, records, record -> record.facts().parentId() == null, origin);
    }

    /**
     * Stores new contacts; a few thousand per call are best.
     *
     * @throws IllegalArgumentException when a contact has neither name nor e-mail address
     */
    @Transactional
    public void insertContacts(UUID importId, List<NewRecord<ContactFacts>> records) {
        insertContacts(Origin.of(Caller.require(IMPORT), importId), records);
    }

    /** As {@link #insertContacts}, for people who are made up: the timeline says so. */
    @Transactional
    public void insertDemoContacts(UUID importId, List<NewRecord<ContactFacts>> records) {
        insertContacts(Origin.demo(Caller.require(IMPORT), importId), records);
    }

    private void insertContacts(Origin origin, List<NewRecord<ContactFacts>> records) {
        records.forEach(record -> named(record.facts().name()));
        inserted(contacts, records, record -> true, origin);
    }

    /** Each given value that is known, with the records the caller may see that have it, oldest first; none from the trash. */
    @Transactional(readOnly = true)
    public Map<String, List<UUID>> find(RecordKind kind, MatchBy by, Collection<String> values) {
        return matches.find(kind, by, values, visibility());
    }

    /** As {@link #find}, by what a record is called in the system it came from. */
    @Transactional(readOnly = true)
    public Map<String, List<UUID>> findByExternalId(RecordKind kind, String source, Collection<String> externalIds) {
        return matches.byExternalId(kind, source, externalIds, visibility());
    }

    /** What is known of a company the caller may see; for showing what an import would change. */
    @Transactional(readOnly = true)
    public CompanyFacts company(UUID id) {
        return companies
                .find(id, visibility())
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND))
                .facts();
    }

    /** What is known of a contact the caller may see. */
    @Transactional(readOnly = true)
    public ContactFacts contact(UUID id) {
        return contacts.find(id, visibility())
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND))
                .facts();
    }

    /**
     * Changes a known record by a merge patch, as a request to change it does.
     *
     * @throws Problem naming each field that is not acceptable
     */
    @Transactional
    public Updated update(UUID importId, RecordKind kind, UUID id, ObjectNode patch) {
        Caller caller = Caller.require(IMPORT);
        Origin origin = Origin.of(caller, importId);
        Patch change = new Patch(patch, Json.MAPPER);
        ObjectNode before = Json.tree(kind == RecordKind.COMPANY ? company(id) : contact(id));
        int version = kind == RecordKind.COMPANY
                ? companyService.update(id, change, null, caller, origin).version()
                : contactService.update(id, change, null, caller, origin).version();
        ObjectNode after = Json.tree(kind == RecordKind.COMPANY ? company(id) : contact(id));
        return new Updated(Changes.reversed(Changes.between(before, after)), version);
    }

    /**
     * Makes a record again as it was before the import changed it.
     *
     * @param before of {@link Updated}
     * @param version of {@link Updated}
     * @return false when someone changed it since, or it is in the trash: it stays as it is
     */
    @Transactional
    public boolean takeBack(UUID importId, RecordKind kind, UUID id, ObjectNode before, int version) {
        Caller caller = Caller.require(IMPORT);
        Origin origin = Origin.of(caller, importId);
        RecordService<?, ?> service = kind == RecordKind.COMPANY ? companyService : contactService;
        Patch back = new Patch(before, Json.MAPPER);
        try {
            service.update(id, back, version, caller, origin);
            return true;
        } catch (Problem problem) {
            return false;
        }
    }

    /** Removes what the import created, contacts before companies, except what was changed since or is referred to. */
    @Transactional
    public Undone undo(UUID importId) {
        Caller.require(IMPORT);
        statistics.refresh();
        List<Kept> kept = new ArrayList<>();
        int removedContacts = undo.contacts(importId, kept);
        int removedCompanies = undo.companies(importId, kept);
        return new Undone(removedCompanies, removedContacts, List.copyOf(kept));
    }

    /** @param independent whether a record may be stored before the others of the batch */
    private <F> void inserted(
            RecordStore<F> store, List<NewRecord<F>> records, Predicate<NewRecord<F>> independent, Origin origin) {
        List<NewRecord<F>> rest = records;
        if (records.size() > 2 * FIRST && statistics.moreThanKnown(store.kind(), records.size())) {
            List<NewRecord<F>> first =
                    records.stream().filter(independent).limit(FIRST).toList();
            stored(store, first, origin);
            statistics.refresh();
            Set<UUID> known = first.stream().map(NewRecord::id).collect(Collectors.toSet());
            rest = records.stream()
                    .filter(record -> !known.contains(record.id()))
                    .toList();
        }
        stored(store, rest, origin);
    }

    private <F> void stored(RecordStore<F> store, List<NewRecord<F>> records, Origin origin) {
        if (!records.isEmpty()) {
            store.insert(records, origin);
            events.appendCreated(
                    store.kind(), records.stream().map(NewRecord::id).toList(), origin);
        }
    }

    private static Visibility visibility() {
        return Caller.require(IMPORT).visibility();
    }

    private static void named(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("no name");
        }
    }
}
