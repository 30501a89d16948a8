package io.nurt.identity.internal;

import static io.nurt.identity.Permission.*;

import io.nurt.identity.Permission;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What an API token may be used for; it never gives more than its user's role does. */
enum TokenScope {
    READ(EnumSet.of(Permission.READ, EXPORT)),
    WRITE(EnumSet.of(Permission.READ, EXPORT, Permission.WRITE, IMPORT, SHARE_VIEWS)),
    ADMIN(EnumSet.allOf(Permission.class));

    private final Set<Permission> permissions;

    TokenScope(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for an unknown code */
    static TokenScope of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The permissions of a role that are left to a token with these scopes. */
    static Set<Permission> narrow(Set<Permission> ofRole, Collection<TokenScope> scopes) {
        Set<Permission> left = EnumSet.noneOf(Permission.class);
        scopes.forEach(scope -> left.addAll(scope.permissions));
        left.retainAll(ofRole);
        return left;
    }
}
