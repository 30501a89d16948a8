package io.nurt.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A generated firm. People, companies and products are named by their place in the lists.
 *
 * @param people managers first
 * @param companies each made anew whenever it is asked for, the same each time: of a million deals they would not fit in memory
 * @param deals likewise, in order of their arrival
 */
record DemoWorld(List<Person> people, List<Product> products, List<Company> companies, Iterable<Deal> deals) {

    /** @param team index of the team, 0 or 1 and so on; {@code manager} leads it */
    record Person(String name, String email, int team, boolean manager) {}

    record Product(String name, String code, String family, BigDecimal unitPrice) {}

    record Company(
            String name, String domain, String industry, String city, String nip, int owner, List<Contact> contacts) {}

    record Contact(String firstName, String lastName, String jobTitle, String email, String phone, String role) {}

    /**
     * A deal with all that happened to it, in order of time.
     *
     * @param product index into the products
     * @param nextStepOn a dated next step of an open deal, perhaps overdue
     */
    record Deal(
            String title,
            int company,
            int product,
            String source,
            @Nullable String nextStep,
            @Nullable LocalDate nextStepOn,
            List<Happening> history) {

        boolean closed() {
            String last = history.get(history.size() - 1).kind();
            return last.equals("won") || last.equals("lost");
        }
    }

    /**
     * One change, with the tracked state after it.
     *
     * @param kind created, moved, changed, won, lost, returned
     * @param stage 0 to 3 open, 4 won, 5 lost
     * @param outcome of a lost deal
     * @param lostReason index into the lost reasons, or -1
     */
    record Happening(
            String kind,
            Instant at,
            int stage,
            int owner,
            BigDecimal amount,
            LocalDate expectedClose,
            @Nullable String outcome,
            int lostReason,
            @Nullable LocalDate resumeOn) {}
}
