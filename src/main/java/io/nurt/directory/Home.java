package io.nurt.directory;

import io.nurt.identity.Workspaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the workspace presumes where a person writes less. */
@Component
class Home {
    private final Workspaces workspaces;

    Home(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /** Whose telephone and tax numbers are written without a prefix; null when unknown. */
    @Nullable
    String country() {
        return HomeCountry.ofZone(workspaces.current().zone().getId());
    }

    String currency() {
        return workspaces.current().currency().getCurrencyCode();
    }
}
