package io.nurt.directory;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Page;
import io.nurt.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists of companies and contacts, page by page, for those who take them out. What the caller may not see is not in them. */
@Component
public class DirectoryExport {
    private static final int PAGE = 200;

    private final DirectoryLists lists;

    DirectoryExport(DirectoryLists lists) {
        this.lists = lists;
    }

    /**
     * A page of companies.
     *
     * @param parameters the query parameters of {@code GET /api/v1/companies}
     * @param cursor {@code next} of the page before; null for the first
     */
    public Page<CompanyRow> companies(Map<String, List<String>> parameters, @Nullable String cursor) {
        Caller.require(Permission.EXPORT);
        return lists.companies(request(parameters, cursor));
    }

    /** A page of contacts, as {@link #companies}. */
    public Page<ContactRow> contacts(Map<String, List<String>> parameters, @Nullable String cursor) {
        Caller.require(Permission.EXPORT);
        return lists.contacts(request(parameters, cursor));
    }

    private static ListRequest request(Map<String, List<String>> parameters, @Nullable String cursor) {
        Map<String, String> single = new TreeMap<>();
        parameters.forEach((name, values) -> {
            if (!values.isEmpty()) {
                single.put(name, values.get(0));
            }
        });
        String company = single.get("company");
        return new ListRequest(
                single.get("q"),
                ids("owner", parameters.getOrDefault("owner", List.of())),
                parameters.getOrDefault("tag", List.of()),
                single.get("industry"),
                company == null ? null : ids("company", List.of(company)).get(0),
                single.getOrDefault("state", "active"),
                single.getOrDefault("sort", "name"),
                ListRequest.custom(single),
                PAGE,
                cursor);
    }

    private static List<UUID> ids(String name, List<String> values) {
        List<UUID> ids = new ArrayList<>();
        for (String value : values) {
            for (String id : value.split(",")) {
                try {
                    ids.add(UUID.fromString(id.strip()));
                } catch (IllegalArgumentException e) {
                    throw new Problem(CommonProblem.INVALID).field(name, "common.wrong-type");
                }
            }
        }
        return ids;
    }
}
