package io.nurt.pipeline;

import io.nurt.kernel.Page;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pipelines, lost reasons and products for those who bring deals in. Call inside a transaction; no permission is asked.
 */
public interface PipelineSetup {

    /** All pipelines with the stages in use, by position. */
    List<Pipeline> pipelines();

    /** @throws io.nurt.kernel.Problem when an open, a won or a lost stage is missing */
    Pipeline create(String name, List<NewStage> stages, @Nullable UUID importId);

    Stage addStage(UUID pipelineId, NewStage stage, @Nullable UUID importId);

    /** Finds lost reasons by name, whatever the case, and makes those that are missing; keys are the names given. */
    Map<String, UUID> lostReasons(Collection<String> names, @Nullable UUID importId);

    /** Ids of products by name or else by code, whatever the case; keys are lower case. Of several, the oldest. */
    Map<String, UUID> products(Collection<String> names);

    UUID addProduct(NewProduct product, @Nullable UUID importId);

    /** The product as it is now. */
    Optional<Product> product(UUID id);

    /**
     * Makes a product what is given, if it still has the version given.
     *
     * @return its version now; empty when somebody changed it since
     */
    OptionalInt changeProduct(Product product);

    /** A page of products by name, offered or not; {@code cursor} is {@code next} of the page before, null for the first. */
    Page<Product> productPage(int limit, @Nullable String cursor);

    /** Removes what an import made here, where nothing uses it any more. */
    int forget(UUID importId);

    /** @param unitPrice in {@code currency}; null when unknown */
    record NewProduct(
            String name,
            @Nullable String code,
            @Nullable String family,
            @Nullable BigDecimal unitPrice,
            @Nullable String currency) {
        public static NewProduct named(String name) {
            return new NewProduct(name, null, null, null, null);
        }
    }
}
