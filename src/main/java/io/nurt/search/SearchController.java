package io.nurt.search;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {
    private static final Set<String> KINDS = Set.of("deal", "company", "contact");
    private final SearchStore store;

    SearchController(SearchStore store) {
        this.store = store;
    }

    /** The best matches first; at most 50. */
    record Found(List<SearchHit> items) {}

    @GetMapping("/api/v1/search")
    Found search(
            @RequestParam String q,
            @RequestParam(defaultValue = "deal,company,contact") Set<String> kinds,
            @RequestParam(defaultValue = "20") int limit) {
        Caller caller = Caller.require(Permission.READ);
        String text = q.length() > 200 ? q.substring(0, 200) : q;
        List<String> wanted = kinds.stream().filter(KINDS::contains).toList();
        return new Found(store.find(text, wanted, caller.visibility(), Math.max(1, Math.min(limit, 50))));
    }
}
