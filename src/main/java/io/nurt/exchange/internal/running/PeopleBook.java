package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.imports.References;
import io.nurt.identity.NewPerson;
import io.nurt.identity.UserRef;
import io.nurt.identity.Users;
import io.nurt.kernel.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people of the workspace by what files call them: identifier, e-mail address or name. There are few, so all are known. */
final class PeopleBook {
    static final String KIND = "person";
    private static final int LONGEST = 200;

    private final Users users;
    private final RefStore refs;
    private final RunContext context;
    private final Map<String, UUID> byName = new HashMap<>();
    private final Map<String, UUID> byId;
    private final Map<String, Optional<UUID>> byEmail = new HashMap<>();
    private final List<Runnable> takeBack = new ArrayList<>();

    PeopleBook(Users users, RefStore refs, RunContext context) {
        this.users = users;
        this.refs = refs;
        this.context = context;
        this.byId = new HashMap<>(refs.all(KIND, context.source()));
        for (UserRef user : users.all()) {
            byName.putIfAbsent(key(user.name()), user.id());
        }
    }

    @Nullable
    UUID find(String value) {
        UUID chosen = context.options().knownOwners().get(value);
        if (chosen != null) {
            return chosen;
        }
        UUID found = byId.get(value);
        if (found == null && value.indexOf('@') > 0) {
            found = byEmail(value);
        }
        return found != null ? found : byName.get(key(value));
    }

    @Nullable
    UUID byEmail(String email) {
        return byEmail.computeIfAbsent(
                        email.toLowerCase(Locale.ROOT),
                        address -> users.byEmail(address).map(UserRef::id))
                .orElse(null);
    }

    /**
     * The owner that the values of a row name; one who is not known is made, if so decided.
     *
     * @param values of all columns that name the owner
     */
    @Nullable
    UUID owner(@Nullable List<Object> values) {
        if (values == null || !context.options().usesOwners()) {
            return null;
        }
        for (Object value : values) {
            UUID found = find(value.toString());
            if (found != null) {
                return found;
            }
        }
        return context.options().createsPeople() ? create(values) : null;
    }

    private UUID create(List<Object> values) {
        String name = values.get(values.size() - 1).toString();
        for (Object value : values) {
            if (References.mayBeName(value.toString())) {
                name = value.toString();
            }
        }
        UUID id = add(name, name.indexOf('@') > 0 ? name : null, null);
        for (Object value : values) {
            called(value.toString(), id);
        }
        return id;
    }

    /** Makes a person who cannot sign in. */
    UUID add(String name, @Nullable String email, @Nullable String externalId) {
        String shown = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        UUID id = context.pretend()
                ? Ids.next()
                : users.createPlaceholders(context.importId(), List.of(new NewPerson(shown, email)))
                        .get(0)
                        .id();
        String key = key(shown);
        if (byName.putIfAbsent(key, id) == null) {
            takeBack.add(() -> byName.remove(key));
        }
        if (email != null) {
            String address = email.toLowerCase(Locale.ROOT);
            byEmail.put(address, Optional.of(id));
            takeBack.add(() -> byEmail.remove(address));
        }
        if (externalId != null) {
            called(externalId, id);
        }
        return id;
    }

    /** From now on the person is found by this too. */
    void called(String externalId, UUID id) {
        if (byId.putIfAbsent(externalId, id) == null) {
            takeBack.add(() -> byId.remove(externalId));
            if (!context.pretend()) {
                refs.put(
                        context.importId(),
                        KIND,
                        context.source(),
                        List.of(new RefStore.Ref(externalId, id, null, null)));
            }
        }
    }

    void committed() {
        takeBack.clear();
    }

    void rolledBack() {
        takeBack.forEach(Runnable::run);
        takeBack.clear();
    }

    private static String key(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
