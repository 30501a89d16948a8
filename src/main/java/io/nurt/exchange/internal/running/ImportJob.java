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

    /** A server that died with the import in hand holds its lease for a few seconds more. */
    @Override
    public void run(String instance, ImportJobData data) {
        if (!data.as(() -> run.run(data.importId()))) {
            throw new IllegalStateException("another process still has the import");
        }
    }

    @Override
    public void gaveUp(String instance, ImportJobData data, Throwable cause) {
        transaction.executeWithoutResult(status ->
                imports.failed(data.importId(), json.text(List.of(new Told("exchange.failure", List.of())))));
    }
}
