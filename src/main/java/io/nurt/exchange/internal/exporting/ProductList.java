package io.nurt.exchange.internal.exporting;

import io.nurt.identity.Caller;
import io.nurt.kernel.Page;
import io.nurt.pipeline.PipelineSetup;
import io.nurt.pipeline.Product;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Products, all of them. */
@Component
class ProductList implements ExportList<Product> {
    private static final int PAGE = 1_000;

    private final PipelineSetup pipelines;
    private final ColumnTexts columns;

    ProductList(PipelineSetup pipelines, ColumnTexts columns) {
        this.pipelines = pipelines;
        this.columns = columns;
    }

    @Override
    public String name() {
        return "products";
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Product> page(Map<String, List<String>> parameters, @Nullable String cursor) {
        return pipelines.productPage(PAGE, cursor);
    }

    @Override
    public List<ExportColumn<Product>> columns(Caller caller) {
        return List.of(
                columns.column(caller, "id", Product::id),
                columns.column(caller, "name", Product::name),
                columns.column(caller, "code", Product::code),
                columns.column(caller, "family", Product::family),
                columns.column(caller, "unitPrice", product -> ColumnTexts.number(product.unitPrice())),
                columns.column(caller, "currency", Product::currency),
                columns.column(caller, "active", Product::active));
    }
}
