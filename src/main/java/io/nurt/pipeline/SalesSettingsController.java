package io.nurt.pipeline;

import io.nurt.kernel.Page;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Versions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@RestController
@RequestMapping("/api/v1")
class SalesSettingsController {
    private static final int MOST = 200;

    private final SalesSettings settings;
    private final ProductService products;
    private final ObjectMapper json;

    SalesSettingsController(SalesSettings settings, ProductService products, ObjectMapper json) {
        this.settings = settings;
        this.products = products;
        this.json = json;
    }

    record NewReason(@Nullable String name) {}

    @GetMapping("/lost-reasons")
    List<LostReason> lostReasons() {
        return settings.lostReasons();
    }

    @PostMapping("/lost-reasons")
    @ResponseStatus(HttpStatus.CREATED)
    LostReason addLostReason(@RequestBody NewReason wanted) {
        return settings.addLostReason(wanted.name());
    }

    @PatchMapping("/lost-reasons/{id}")
    LostReason changeLostReason(@PathVariable UUID id, @RequestBody JsonNode body) {
        return settings.changeLostReason(id, new Patch(body, json));
    }

    @GetMapping("/exchange-rates")
    List<SalesSettings.ExchangeRate> rates() {
        return settings.rates();
    }

    @PutMapping("/exchange-rates")
    List<SalesSettings.ExchangeRate> replaceRates(@RequestBody List<SalesSettings.ExchangeRate> rates) {
        return settings.replaceRates(rates);
    }

    @GetMapping("/products")
    Page<Product> products(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return products.page(q, Math.max(1, Math.min(MOST, limit)), cursor);
    }

    @PostMapping("/products")
    ResponseEntity<Product> addProduct(@RequestBody JsonNode body) {
        Product created = products.create(new Patch(body, json));
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Versions.etag(created.version()))
                .body(created);
    }

    @PatchMapping("/products/{id}")
    ResponseEntity<Product> changeProduct(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode body) {
        Product changed = products.change(id, Versions.expected(ifMatch), new Patch(body, json));
        return ResponseEntity.ok().eTag(Versions.etag(changed.version())).body(changed);
    }
}
