package io.nurt.directory;

import io.nurt.kernel.Ids;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** E-mail addresses, telephone numbers and postal addresses of companies and contacts, many records at a time. */
@Repository
class ReachStore {
    private final JdbcClient jdbc;
    private final Home home;

    ReachStore(JdbcClient jdbc, Home home) {
        this.jdbc = jdbc;
        this.home = home;
    }

    /** How one record is reached. */
    record Of(UUID id, List<ContactPoint> emails, List<ContactPoint> phones, List<PostalAddress> addresses) {}

    /** Before the records themselves are stored in the same transaction; {@link #recordsHaveCome} must follow. */
    void insertAhead(RecordKind kind, Collection<Of> records) {
        jdbc.sql("set constraints all deferred").update();
        insertPoints(kind, records);
        insertAddresses(kind, records);
    }

    /** Checks that all that was stored ahead has its record. */
    void recordsHaveCome() {
        jdbc.sql("set constraints all immediate").update();
    }

    void replacePoints(RecordKind kind, Of record) {
        jdbc.sql("delete from nurt.contact_point where " + column(kind) + " = :id")
                .param("id", record.id())
                .update();
        insertPoints(kind, List.of(record));
    }

    void replaceAddresses(RecordKind kind, Of record) {
        jdbc.sql("delete from nurt.address where " + column(kind) + " = :id")
                .param("id", record.id())
                .update();
        insertAddresses(kind, List.of(record));
    }

    private void insertPoints(RecordKind kind, Collection<Of> records) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        boolean phones = records.stream().anyMatch(record -> !record.phones().isEmpty());
        String country = phones ? home.country() : null;
        for (Of record : records) {
            for (int i = 0; i < record.emails().size(); i++) {
                ContactPoint email = record.emails().get(i);
                point(rows, record.id(), "email", email, email.value().toLowerCase(Locale.ROOT), i);
            }
            for (int i = 0; i < record.phones().size(); i++) {
                ContactPoint phone = record.phones().get(i);
                point(rows, record.id(), "phone", phone, PhoneNumbers.key(phone.value(), country), i);
            }
        }
        if (!rows.isEmpty()) {
            jdbc.sql("""
                            insert into nurt.contact_point (id, %s, kind, value, value_key, label, position)
                            select id, record, kind, value, key, label, position
                            from json_to_recordset(cast(:rows as json)) as x (
                                id uuid, record uuid, kind text, value text, key text, label text, position int)
                            """.formatted(column(kind))).param("rows", Json.text(rows)).update();
        }
    }

    private static void point(ArrayNode rows, UUID record, String kind, ContactPoint point, String key, int position) {
        row(rows, record, position)
                .put("kind", kind)
                .put("value", point.value())
                .put("key", key)
                .put("label", point.label());
    }

    private void insertAddresses(RecordKind kind, Collection<Of> records) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (Of record : records) {
            for (int i = 0; i < record.addresses().size(); i++) {
                row(rows, record.id(), i).setAll(Json.tree(record.addresses().get(i)));
            }
        }
        if (!rows.isEmpty()) {
            jdbc.sql("""
                            insert into nurt.address (id, %s, label, street, postal_code, city, region, country, position)
                            select id, record, label, street, "postalCode", city, region, country, position
                            from json_to_recordset(cast(:rows as json)) as x (
                                id uuid, record uuid, label text, street text, "postalCode" text, city text, region text,
                                country text, position int)
                            """.formatted(column(kind))).param("rows", Json.text(rows)).update();
        }
    }

    private static ObjectNode row(ArrayNode rows, UUID record, int position) {
        return rows.addObject()
                .put("id", Ids.next().toString())
                .put("record", record.toString())
                .put("position", position);
    }

    private static String column(RecordKind kind) {
        return kind == RecordKind.COMPANY ? "company_id" : "contact_id";
    }

    /** The subselects that read all of it together with the record {@code c}. */
    static String columns(RecordKind kind) {
        String column = column(kind);
        return """
                (select json_agg(json_build_object('value', p.value, 'label', p.label) order by p.position)
                   from nurt.contact_point p where p.%1$s = c.id and p.kind = 'email') as emails,
                (select json_agg(json_build_object('value', p.value, 'label', p.label) order by p.position)
                   from nurt.contact_point p where p.%1$s = c.id and p.kind = 'phone') as phones,
                (select json_agg(json_build_object('label', a.label, 'street', a.street, 'postalCode', a.postal_code,
                                 'city', a.city, 'region', a.region, 'country', a.country) order by a.position)
                   from nurt.address a where a.%1$s = c.id) as addresses
                """.formatted(column);
    }

    /** The subselects that read what a list shows of the record {@code c}. */
    static String rowColumns(RecordKind kind) {
        String column = column(kind);
        return """
                (select p.value from nurt.contact_point p where p.%1$s = c.id and p.kind = 'email' order by p.position limit 1) as email,
                (select p.value from nurt.contact_point p where p.%1$s = c.id and p.kind = 'phone' order by p.position limit 1) as phone
                """.formatted(column);
    }

    static List<ContactPoint> points(@Nullable String json) {
        return Json.list(json, ContactPoint[].class);
    }

    static List<PostalAddress> addresses(@Nullable String json) {
        return Json.list(json, PostalAddress[].class);
    }
}
