package io.nurt.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The people of the current workspace, for other modules. What the caller may do is the other module's matter. */
public interface Users {
    /** Everyone, deactivated people too, by name. */
    List<UserRef> all();

    Optional<UserRef> find(UUID id);

    /** Those of the people asked for that exist. */
    Map<UUID, UserRef> find(Collection<UUID> ids);

    /** The person with this e-mail address, whatever its case. */
    Optional<UserRef> byEmail(String email);

    /** The person of this name, whatever its case and spacing; of several, one who can sign in, else the oldest. */
    Optional<UserRef> byName(String name);

    /**
     * Creates people who own records but cannot sign in until they are invited.
     *
     * @param importId by which they can be taken back
     * @return in the order given
     * @throws io.nurt.kernel.Problem when someone has one of the e-mail addresses already
     */
    List<UserRef> createPlaceholders(UUID importId, List<NewPerson> people);

    /** Deletes the people and teams of an import, after the records they own have gone. */
    TakenBack takeBack(UUID importId);
}
