package io.nurt.bench;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Measures how good and how fast the forecast is and writes {@code docs/forecast-accuracy.md}. Run by name only: {@code make
 * accuracy}; a part alone: {@code mvn test -Dtest='ForecastAccuracy#coverage'}.
 */
class ForecastAccuracy {
    private static final String HEAD = """
            # How good the forecast is

            Written by `make accuracy`, which measures all of it again with the same seeds. Chances are scored on deals that were
            *open* at the forecast; every model saw only what had been recorded by then.
            """;

    @Test
    void reference() throws IOException {
        new ReferenceAccuracy().measure();
    }

    @Test
    void coverage() throws IOException {
        new CoverageAccuracy().measure();
    }

    @Test
    void leak() throws IOException {
        new LeakAccuracy().measure();
    }

    @Test
    void speed() throws IOException {
        new SpeedAccuracy().measure();
    }

    @Test
    void bpic2012() throws IOException {
        new LoanAccuracy().measure();
    }

    @Test
    void maven() throws IOException {
        new MavenAccuracy().measure();
    }

    @AfterAll
    static void publish() throws IOException {
        AccuracyPart.publish(HEAD);
    }
}
