package io.nurt.exchange.internal.imports;

import io.nurt.identity.Caller;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets a request look at an import's rows as its run will. */
@Component
public class RunAs {
    private static final UUID NONE = new UUID(0, 0);

    private final OptionChecks checks;

    RunAs(OptionChecks checks) {
        this.checks = checks;
    }

    /** Does something as the current caller will when the import runs. */
    public <T> T importer(Supplier<T> work) {
        return ImportJobData.of(NONE, Caller.current()).as(work);
    }

    /** @throws io.nurt.kernel.Problem unless the files can be brought in */
    public void ready(List<ImportFile> files) {
        checks.ready(files);
    }
}
