package io.nurt.search;

import io.nurt.identity.Visibility;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class SearchStore {
    private final JdbcClient jdbc;

    SearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<SearchHit> find(String text, List<String> kinds, Visibility visibility, int most) {
        if (text.indexOf('\0') >= 0) {
            return List.of(); // PostgreSQL stores no such text, so none can match
        }
        return jdbc.sql("select * from nurt.search(:text, cast(:kinds as text[]), cast(:owners as uuid[]), :most)")
                .param("text", text)
                .param("kinds", kinds.toArray(String[]::new))
                .param("owners", visibility.all() ? null : visibility.parameter())
                .param("most", most)
                .query((row, n) -> new SearchHit(
                        row.getString("record_kind"),
                        row.getObject("record_id", UUID.class),
                        row.getString("title"),
                        row.getString("subtitle"),
                        row.getString("status")))
                .list();
    }
}
