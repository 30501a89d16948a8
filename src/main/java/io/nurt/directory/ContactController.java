package io.nurt.directory;

import io.nurt.kernel.Page;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Versions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/contacts")
class ContactController {
    private final ContactService contacts;
    private final DirectoryLists lists;
    private final Merging merging;

    ContactController(ContactService contacts, DirectoryLists lists, Merging merging) {
        this.contacts = contacts;
        this.lists = lists;
        this.merging = merging;
    }

    @GetMapping
    Page<ContactRow> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "") List<UUID> owner,
            @RequestParam(defaultValue = "") List<String> tag,
            @RequestParam(required = false) @Nullable UUID company,
            @RequestParam(defaultValue = "active") String state,
            @RequestParam(defaultValue = "name") String sort,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam Map<String, String> parameters) {
        return lists.contacts(new ListRequest(
                q, owner, tag, null, company, state, sort, ListRequest.custom(parameters), limit, cursor));
    }

    @PostMapping
    ResponseEntity<ContactView> create(@RequestBody(required = false) @Nullable JsonNode body) {
        var created = contacts.create(new Patch(body, Json.MAPPER));
        URI location = URI.create("/api/v1/contacts/" + created.record().id());
        return Answers.of(ResponseEntity.created(location), created);
    }

    @GetMapping("/{id}")
    ResponseEntity<ContactView> get(@PathVariable UUID id) {
        ContactView contact = contacts.get(id);
        return ResponseEntity.ok().eTag(Versions.etag(contact.version())).body(contact);
    }

    @PatchMapping("/{id}")
    ResponseEntity<ContactView> update(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        Patch patch = new Patch(body, Json.MAPPER);
        return Answers.of(contacts.update(id, patch, Versions.expected(ifMatch)));
    }

    @PostMapping("/{id}/archive")
    ResponseEntity<ContactView> archive(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return Answers.of(contacts.mark(id, Mark.ARCHIVE, Versions.expected(ifMatch)));
    }

    @PostMapping("/{id}/unarchive")
    ResponseEntity<ContactView> unarchive(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return Answers.of(contacts.mark(id, Mark.UNARCHIVE, Versions.expected(ifMatch)));
    }

    /** Into the trash, from where it can be restored. */
    @DeleteMapping("/{id}")
    ResponseEntity<ContactView> trash(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return Answers.of(contacts.mark(id, Mark.TRASH, Versions.expected(ifMatch)));
    }

    /** Two that are the same become one: this one stays, the other one leads to it from the trash. */
    @PostMapping("/{id}/merge")
    ResponseEntity<ContactView> merge(
            @PathVariable UUID id,
            @RequestBody Merging.Wanted wanted,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return Answers.of(merging.contacts(id, wanted, Versions.expected(ifMatch)));
    }

    /** Out of the trash; a merged one comes back as it was before. */
    @PostMapping("/{id}/restore")
    ResponseEntity<ContactView> restore(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return Answers.of(merging.restore(contacts, id, Versions.expected(ifMatch)));
    }
}
