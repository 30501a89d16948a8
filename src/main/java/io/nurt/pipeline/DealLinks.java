package io.nurt.pipeline;

import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contacts and products of deals. */
@Component
class DealLinks {
    private static final Set<String> ROLES =
            Set.of("decision_maker", "influencer", "champion", "user", "buyer", "blocker", "other");

    private final JdbcClient jdbc;

    DealLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record ContactLink(UUID contactId, @Nullable String role, boolean primary) {}

    /** {@code quantity} 1 when not given; {@code unitPrice} in the deal's currency, null when unknown. */
    record ProductLink(
            UUID productId,
            @Nullable String quantity,
            @Nullable String unitPrice) {}

    void load(DealRow row) {
        row.contacts = jdbc.sql("""
                        select contact_id, role, is_primary from nurt.deal_contact where deal_id = :deal
                        order by is_primary desc, contact_id
                        """)
                .param("deal", row.id)
                .query((one, n) -> new ContactLink(one.getObject(1, UUID.class), one.getString(2), one.getBoolean(3)))
                .list();
        row.products = jdbc.sql("""
                        select product_id, quantity, unit_price from nurt.deal_product where deal_id = :deal order by product_id
                        """)
                .param("deal", row.id)
                .query((one, n) -> new ProductLink(
                        one.getObject(1, UUID.class),
                        Changes.plain(one.getBigDecimal(2)),
                        Changes.plain(one.getBigDecimal(3))))
                .list();
    }

    void store(UUID dealId, @Nullable List<ContactLink> contacts, @Nullable List<ProductLink> products) {
        if (contacts != null) {
            jdbc.sql("delete from nurt.deal_contact where deal_id = :deal")
                    .param("deal", dealId)
                    .update();
            jdbc.sql("""
                            insert into nurt.deal_contact (deal_id, contact_id, role, is_primary)
                            select :deal, c.id, c.role, c.main
                            from unnest(cast(:ids as uuid[]), cast(:roles as text[]), cast(:mains as boolean[])) as c (id, role, main)
                            """)
                    .param("deal", dealId)
                    .param(
                            "ids",
                            Sql.uuids(contacts.stream()
                                    .map(ContactLink::contactId)
                                    .toList()))
                    .param("roles", contacts.stream().map(ContactLink::role).toArray(String[]::new))
                    .param("mains", contacts.stream().map(ContactLink::primary).toArray(Boolean[]::new))
                    .update();
        }
        if (products != null) {
            jdbc.sql("delete from nurt.deal_product where deal_id = :deal")
                    .param("deal", dealId)
                    .update();
            for (ProductLink product : products) {
                jdbc.sql("""
                                insert into nurt.deal_product (deal_id, product_id, quantity, unit_price)
                                values (:deal, :product, :quantity, :price)
                                """)
                        .param("deal", dealId)
                        .param("product", product.productId())
                        .param(
                                "quantity",
                                product.quantity() == null ? BigDecimal.ONE : new BigDecimal(product.quantity()))
                        .param("price", product.unitPrice() == null ? null : new BigDecimal(product.unitPrice()))
                        .update();
            }
        }
    }

    /** In one order, each contact once, exactly one of them primary when there is any. */
    static List<ContactLink> tidy(List<ContactLink> wanted) {
        List<ContactLink> tidy = new ArrayList<>();
        boolean havePrimary = wanted.stream().anyMatch(ContactLink::primary);
        boolean given = false;
        for (ContactLink link : wanted) {
            if (link.role() != null && !ROLES.contains(link.role())) {
                throw new Problem(CommonProblem.INVALID).field("contacts", "pipeline.contact-role");
            }
            if (tidy.stream().noneMatch(had -> had.contactId().equals(link.contactId()))) {
                boolean primary = !given && (link.primary() || !havePrimary);
                given |= primary;
                tidy.add(new ContactLink(link.contactId(), link.role(), primary));
            }
        }
        tidy.sort(java.util.Comparator.comparing((ContactLink link) -> !link.primary())
                .thenComparing(link -> link.contactId().toString()));
        return tidy;
    }

    static List<ProductLink> tidyProducts(List<ProductLink> wanted) {
        List<ProductLink> tidy = new ArrayList<>();
        for (ProductLink link : wanted) {
            String quantity = number(link.quantity() == null ? "1" : link.quantity());
            String price = link.unitPrice() == null ? null : number(link.unitPrice());
            if (tidy.stream().noneMatch(had -> had.productId().equals(link.productId()))) {
                tidy.add(new ProductLink(link.productId(), quantity, price));
            }
        }
        tidy.sort(java.util.Comparator.comparing(link -> link.productId().toString()));
        return tidy;
    }

    private static String number(String text) {
        try {
            return String.valueOf(Changes.plain(References.amount("products", new BigDecimal(text))));
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.INVALID).field("products", "common.wrong-type");
        }
    }
}
