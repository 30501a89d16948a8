package io.nurt.identity.internal;

import org.springframework.stereotype.Component;

/** Makes workspaces with an administrator for the tests of other packages. */
@Component
public class CompanyFactory {
    private final Setup setup;

    CompanyFactory(Setup setup) {
        this.setup = setup;
    }

    public Company make(int port) {
        return new Company(setup, port);
    }

    /** The one-time link that a server without any workspace prints when it starts. */
    public String setupLink() {
        return "/setup?token=" + setup.newLink();
    }
}
