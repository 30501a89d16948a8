package io.nurt.identity;

import static io.nurt.identity.Permission.*;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a user is in the workspace. */
public enum Role {
    ADMINISTRATOR(EnumSet.allOf(Permission.class), VisibilityLevel.ALL),
    MANAGER(EnumSet.of(READ, WRITE, IMPORT, EXPORT, SHARE_VIEWS, MANAGE_PIPELINES), VisibilityLevel.TEAM),
    REPRESENTATIVE(EnumSet.of(READ, WRITE, EXPORT), VisibilityLevel.OWN),
    STAKEHOLDER(EnumSet.of(READ), VisibilityLevel.ALL);

    private final Set<Permission> permissions;
    private final VisibilityLevel usual;

    Role(Set<Permission> permissions, VisibilityLevel usual) {
        this.permissions = permissions;
        this.usual = usual;
    }

    public Set<Permission> permissions() {
        return EnumSet.copyOf(permissions);
    }

    /** The visibility proposed for a new user of this role. */
    public VisibilityLevel usualVisibility() {
        return usual;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for an unknown code */
    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
