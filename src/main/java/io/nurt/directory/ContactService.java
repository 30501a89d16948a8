package io.nurt.directory;

import io.nurt.identity.Caller;
import io.nurt.kernel.Patch;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

@Service
class ContactService extends RecordService<ContactFacts, ContactView> {
    private final ContactPatch patches;

    ContactService(ContactStore store, EventStore events, ApplicationEventPublisher publisher, ContactPatch patches) {
        super(store, events, publisher);
        this.patches = patches;
    }

    @Override
    ContactFacts patched(Patch patch, UUID id, ContactFacts now, Caller caller) {
        return patches.apply(patch, now, caller);
    }

    @Override
    ContactFacts blank(Caller caller) {
        return ContactFacts.named("", null, caller.userId());
    }

    @Override
    ContactView view(Loaded<ContactFacts> contact) {
        return ContactView.of(contact);
    }

    @Override
    Object changedEvent(Caller caller, Loaded<ContactFacts> contact, @Nullable UUID formerOwner, String kind) {
        return new ContactChanged(
                caller.workspaceId(),
                contact.id(),
                contact.facts().ownerId(),
                formerOwner,
                caller.userId(),
                kind,
                contact.marks().version());
    }

    @Override
    @Nullable
    UUID ownerOf(ContactFacts facts) {
        return facts.ownerId();
    }
}
