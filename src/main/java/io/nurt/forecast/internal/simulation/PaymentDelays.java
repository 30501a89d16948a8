package io.nurt.forecast.internal.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Delays by payer: a customer's own, drawn towards those of its segment, those towards the company's, those towards a plain
 * belief. Invoices still unpaid count in the bands they have outlived (hazards per band), so that slow payers do not vanish
 * from the figures by being slow.
 */
public final class PaymentDelays {
    /** Invoices that the level above is worth. */
    private static final double WEIGHT = 8;

    /** Chance of being paid within each band once it is reached, before anything is known. */
    private static final double[] BELIEVED = {0.04, 0.10, 0.12, 0.35, 0.35, 0.45, 0.50, 0.45, 0.50, 0.60};

    private final Map<String, double[]> customers = new HashMap<>();
    private final Map<String, double[]> segments = new HashMap<>();
    private final double[] company;

    /**
     * One invoice, or the part of one that a receipt paid.
     *
     * @param delay days from due date to payment, negative when early; of an unpaid one, days it is late so far
     * @param paid false: unpaid as yet
     */
    public record Known(String customer, @Nullable String segment, int delay, boolean paid) {}

    private static final class Counts {
        final double[] paid = new double[PaymentDelay.BANDS];
        final double[] reached = new double[PaymentDelay.BANDS];

        void add(Known invoice) {
            int last = PaymentDelay.band(invoice.delay());
            for (int b = 0; b < last; b++) {
                reached[b]++;
            }
            if (invoice.paid()) {
                reached[last]++;
                paid[last]++;
            }
        }

        double[] drawnTo(double[] above) {
            double[] hazard = new double[PaymentDelay.BANDS];
            for (int b = 0; b < hazard.length; b++) {
                hazard[b] = (paid[b] + WEIGHT * above[b]) / (reached[b] + WEIGHT);
            }
            return hazard;
        }
    }

    public PaymentDelays(List<Known> invoices) {
        Counts all = new Counts();
        Map<String, Counts> bySegment = new HashMap<>();
        Map<String, Counts> byCustomer = new HashMap<>();
        Map<String, String> segmentOf = new HashMap<>();
        for (Known invoice : invoices) {
            all.add(invoice);
            byCustomer.computeIfAbsent(invoice.customer(), c -> new Counts()).add(invoice);
            if (invoice.segment() != null) {
                bySegment.computeIfAbsent(invoice.segment(), s -> new Counts()).add(invoice);
                segmentOf.put(invoice.customer(), invoice.segment());
            }
        }
        company = all.drawnTo(BELIEVED);
        bySegment.forEach((name, counts) -> segments.put(name, counts.drawnTo(company)));
        byCustomer.forEach((name, counts) -> {
            double[] above = segments.getOrDefault(segmentOf.getOrDefault(name, ""), company);
            customers.put(name, counts.drawnTo(above));
        });
    }

    /** The delay to expect of a payer; of a new one, that of its segment. */
    public PaymentDelay of(@Nullable String customer, @Nullable String segment) {
        double[] above = segment == null ? company : segments.getOrDefault(segment, company);
        double[] hazard = customer == null ? above : customers.getOrDefault(customer, above);
        double[] share = new double[PaymentDelay.BANDS];
        double unpaid = 1;
        for (int b = 0; b < share.length; b++) {
            share[b] = unpaid * hazard[b];
            unpaid -= share[b];
        }
        return new PaymentDelay(share);
    }
}
