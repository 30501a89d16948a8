package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.imports.ExchangeJson;
import io.nurt.exchange.internal.imports.ImportJobData;
import io.nurt.exchange.internal.imports.ImportStore;
import io.nurt.exchange.internal.imports.RefusalTexts.Told;
import io.nurt.platform.JobHandler;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs an import in the background. */
@Component
class ImportJob implements JobHandler<ImportJobData> {
    private static final int ATTEMPTS = 5;

    private final ImportRun run;
    private final ImportStore imports;
    private final ExchangeJson json;
    private final TransactionTemplate transaction;

    ImportJob(ImportRun run, ImportStore imports, ExchangeJson json, PlatformTransactionManager transactions) {
        this.run = run;
        this.imports = imports;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return ImportJobData.RUN;
    }

    @Override
    public Class<ImportJobData> dataType() {
        return ImportJobData.class;
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    /**
     * A server that died with the import in hand holds its lease for some seconds more. That is waited for here: as a failure
     * it would count against the attempts, and a server killed a few times would end an import that could go on.
     */
    @Override
    public void run(String instance, ImportJobData data) {
        for (int waited = 0; !data.as(() -> run.run(data.importId())); waited++) {
            if (waited > Leases.SECONDS + 5) {
                throw new IllegalStateException("another process still has the import");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for an import", e);
        }
    }

    @Override
    public void gaveUp(String instance, ImportJobData data, Throwable cause) {
        transaction.executeWithoutResult(status ->
                imports.failed(data.importId(), json.text(List.of(new Told("exchange.failure", List.of())))));
    }
}
