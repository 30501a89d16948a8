package io.nurt.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal brought in from elsewhere, with its whole past.
 *
 * @param id made by the importer
 * @param story the first event creates the deal; the last state is what it is now
 * @param contacts each contact once; the first is the primary one
 * @param custom values of custom fields by key, as they are to be stored
 * @param importId what it came with, to be taken back by
 * @param origin {@code import} or {@code demo}
 */
public record ImportedDeal(
        UUID id,
        DealStory story,
        @Nullable String source,
        List<String> tags,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepOn,
        @Nullable String lostNote,
        @Nullable String competitor,
        List<Contact> contacts,
        List<Product> products,
        Map<String, Object> custom,
        @Nullable UUID importId,
        String origin) {

    /** @param role a role code of the API, null when unknown */
    public record Contact(UUID contactId, @Nullable String role) {}

    /** @param unitPrice in the deal's currency */
    public record Product(
            UUID productId, BigDecimal quantity, @Nullable BigDecimal unitPrice) {}
}
