package io.nurt.pipeline;

import io.nurt.kernel.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Products in the database. */
@Component
class ProductStore {
    private static final String COLUMNS =
            "select id, name, code, family, unit_price, currency, active, version from nurt.product p ";

    private final JdbcClient jdbc;

    ProductStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name; {@code text} is looked for in names and codes. */
    List<Product> page(@Nullable String text, int limit, @Nullable String afterName, @Nullable String afterId) {
        return jdbc.sql(COLUMNS + "where true"
                        + (text == null ? "" : " and (p.name ilike :text or p.code ilike :text)")
                        + (afterName == null ? "" : " and (lower(p.name), p.id) > (:afterName, cast(:afterId as uuid))")
                        + " order by lower(p.name), p.id limit :limit")
                .param("text", text == null ? null : "%" + Sql.likeLiteral(text) + "%")
                .param("afterName", afterName)
                .param("afterId", afterId)
                .param("limit", limit)
                .query(ProductStore::product)
                .list();
    }

    Optional<Product> find(UUID id) {
        return jdbc.sql(COLUMNS + "where p.id = :id")
                .param("id", id)
                .query(ProductStore::product)
                .optional();
    }

    Optional<Product> lock(UUID id) {
        return jdbc.sql(COLUMNS + "where p.id = :id for update")
                .param("id", id)
                .query(ProductStore::product)
                .optional();
    }

    private static Product product(ResultSet row, int n) throws SQLException {
        return new Product(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("code"),
                row.getString("family"),
                Changes.plain(row.getBigDecimal("unit_price")),
                row.getString("currency"),
                row.getBoolean("active"),
                row.getInt("version"));
    }

    /** Ids of the products of these names or codes, in lower case; the later found counts, so names before codes, old before new. */
    Map<String, UUID> byName(Collection<String> names) {
        Map<String, UUID> found = new HashMap<>();
        jdbc.sql("""
                        select lower(code), id, 0 as named from nurt.product where lower(code) = any(cast(:names as text[]))
                        union all
                        select lower(name), id, 1 from nurt.product where lower(name) = any(cast(:names as text[]))
                        order by named, id desc
                        """)
                .param(
                        "names",
                        names.stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), row.getObject(2, UUID.class));
                });
        return found;
    }

    void insert(Product product, @Nullable UUID importId) {
        bound("""
                insert into nurt.product (id, name, code, family, unit_price, currency, active, import_id)
                values (:id, :name, :code, :family, :price, :currency, :active, :import)
                """, product).param("import", importId).update();
    }

    void update(Product product) {
        bound("""
                update nurt.product set name = :name, code = :code, family = :family, unit_price = :price, currency = :currency,
                       active = :active, updated_at = now(), version = version + 1
                where id = :id
                """, product).update();
    }

    private JdbcClient.StatementSpec bound(String sql, Product product) {
        return jdbc.sql(sql)
                .param("id", product.id())
                .param("name", product.name())
                .param("code", product.code())
                .param("family", product.family())
                .param("price", product.unitPrice() == null ? null : new BigDecimal(product.unitPrice()))
                .param("currency", product.currency())
                .param("active", product.active());
    }
}
