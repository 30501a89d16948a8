package io.nurt.demo;

import io.nurt.kernel.ProblemType;
import java.util.Locale;

/** Refusals about the demo company. */
enum DemoProblem implements ProblemType {
    /** The demo company is in this workspace already. */
    PRESENT(409);

    private final int status;

    DemoProblem(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "demo." + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int status() {
        return status;
    }
}
