package io.nurt.exchange.internal.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.nurt.exchange.internal.Codes;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything a column can be brought in as. */
public enum TargetField {
    COMPANY_ID(TargetEntity.COMPANY, Kind.ID),
    COMPANY_NAME(TargetEntity.COMPANY, Kind.TEXT),
    COMPANY_WEBSITE(TargetEntity.COMPANY, Kind.TEXT),
    COMPANY_INDUSTRY(TargetEntity.COMPANY, Kind.CHOICE),
    COMPANY_PHONES(TargetEntity.COMPANY, Kind.PHONES),
    COMPANY_EMAILS(TargetEntity.COMPANY, Kind.EMAILS),
    COMPANY_TAX_NUMBER(TargetEntity.COMPANY, Kind.TEXT),
    COMPANY_STREET(TargetEntity.COMPANY, Kind.TEXT),
    COMPANY_POSTAL_CODE(TargetEntity.COMPANY, Kind.TEXT),
    COMPANY_CITY(TargetEntity.COMPANY, Kind.TEXT),
    COMPANY_REGION(TargetEntity.COMPANY, Kind.TEXT),
    COMPANY_COUNTRY(TargetEntity.COMPANY, Kind.TEXT),
    COMPANY_EMPLOYEES(TargetEntity.COMPANY, Kind.NUMBER),
    COMPANY_REVENUE(TargetEntity.COMPANY, Kind.MONEY),
    COMPANY_YEAR_ESTABLISHED(TargetEntity.COMPANY, Kind.NUMBER),
    COMPANY_PARENT(TargetEntity.COMPANY, TargetEntity.COMPANY),
    COMPANY_OWNER(TargetEntity.COMPANY, TargetEntity.PERSON),
    COMPANY_TAGS(TargetEntity.COMPANY, Kind.TAGS),
    COMPANY_CREATED_AT(TargetEntity.COMPANY, Kind.MOMENT),
    COMPANY_CUSTOM(TargetEntity.COMPANY, Kind.CUSTOM),

    CONTACT_ID(TargetEntity.CONTACT, Kind.ID),
    CONTACT_FIRST_NAME(TargetEntity.CONTACT, Kind.TEXT),
    CONTACT_LAST_NAME(TargetEntity.CONTACT, Kind.TEXT),
    CONTACT_FULL_NAME(TargetEntity.CONTACT, Kind.TEXT),
    CONTACT_EMAILS(TargetEntity.CONTACT, Kind.EMAILS),
    CONTACT_PHONES(TargetEntity.CONTACT, Kind.PHONES),
    CONTACT_TITLE(TargetEntity.CONTACT, Kind.TEXT),
    CONTACT_COMPANY(TargetEntity.CONTACT, TargetEntity.COMPANY),
    CONTACT_OWNER(TargetEntity.CONTACT, TargetEntity.PERSON),
    CONTACT_SOURCE(TargetEntity.CONTACT, Kind.CHOICE),
    CONTACT_TAGS(TargetEntity.CONTACT, Kind.TAGS),
    CONTACT_CREATED_AT(TargetEntity.CONTACT, Kind.MOMENT),
    CONTACT_CUSTOM(TargetEntity.CONTACT, Kind.CUSTOM),

    PRODUCT_ID(TargetEntity.PRODUCT, Kind.ID),
    PRODUCT_NAME(TargetEntity.PRODUCT, Kind.TEXT),
    PRODUCT_CODE(TargetEntity.PRODUCT, Kind.TEXT),
    PRODUCT_FAMILY(TargetEntity.PRODUCT, Kind.CHOICE),
    PRODUCT_UNIT_PRICE(TargetEntity.PRODUCT, Kind.MONEY),
    PRODUCT_CURRENCY(TargetEntity.PRODUCT, Kind.CURRENCY),
    PRODUCT_ACTIVE(TargetEntity.PRODUCT, Kind.TRUTH),
    PRODUCT_CUSTOM(TargetEntity.PRODUCT, Kind.CUSTOM),

    PERSON_ID(TargetEntity.PERSON, Kind.ID),
    PERSON_NAME(TargetEntity.PERSON, Kind.TEXT),
    PERSON_FIRST_NAME(TargetEntity.PERSON, Kind.TEXT),
    PERSON_LAST_NAME(TargetEntity.PERSON, Kind.TEXT),
    PERSON_EMAIL(TargetEntity.PERSON, Kind.EMAILS),
    PERSON_TEAM(TargetEntity.PERSON, Kind.CHOICE),
    /** Who leads the team; people with the same manager form a team when no team is given. */
    PERSON_MANAGER(TargetEntity.PERSON, TargetEntity.PERSON),
    PERSON_OFFICE(TargetEntity.PERSON, Kind.CHOICE),
    PERSON_ROLE(TargetEntity.PERSON, Kind.CHOICE),

    DEAL_ID(TargetEntity.DEAL, Kind.ID),
    DEAL_TITLE(TargetEntity.DEAL, Kind.TEXT),
    DEAL_COMPANY(TargetEntity.DEAL, TargetEntity.COMPANY),
    DEAL_CONTACT(TargetEntity.DEAL, TargetEntity.CONTACT),
    DEAL_OWNER(TargetEntity.DEAL, TargetEntity.PERSON),
    DEAL_PIPELINE(TargetEntity.DEAL, Kind.CHOICE),
    DEAL_STAGE(TargetEntity.DEAL, Kind.CHOICE),
    DEAL_STATUS(TargetEntity.DEAL, Kind.CHOICE),
    DEAL_AMOUNT(TargetEntity.DEAL, Kind.MONEY),
    DEAL_CURRENCY(TargetEntity.DEAL, Kind.CURRENCY),
    DEAL_CREATED_AT(TargetEntity.DEAL, Kind.MOMENT),
    DEAL_EXPECTED_CLOSE(TargetEntity.DEAL, Kind.DAY),
    /** One column for both: the expected day while the deal is open, the day it closed afterwards. */
    DEAL_CLOSE_DATE(TargetEntity.DEAL, Kind.MOMENT),
    DEAL_CLOSED_AT(TargetEntity.DEAL, Kind.MOMENT),
    DEAL_WON_AT(TargetEntity.DEAL, Kind.MOMENT),
    DEAL_LOST_AT(TargetEntity.DEAL, Kind.MOMENT),
    DEAL_LOST_REASON(TargetEntity.DEAL, Kind.CHOICE),
    DEAL_SOURCE(TargetEntity.DEAL, Kind.CHOICE),
    DEAL_PRODUCT(TargetEntity.DEAL, TargetEntity.PRODUCT),
    DEAL_NEXT_STEP(TargetEntity.DEAL, Kind.TEXT),
    DEAL_TAGS(TargetEntity.DEAL, Kind.TAGS),
    /** Recognised and not brought in: probabilities come from what deals like this one did. */
    DEAL_PROBABILITY(TargetEntity.DEAL, Kind.IGNORED),
    /** When the deal came to one stage; the stage is in the mapping. */
    DEAL_STAGE_ENTERED_AT(TargetEntity.DEAL, Kind.MOMENT),
    DEAL_CUSTOM(TargetEntity.DEAL, Kind.CUSTOM),

    HISTORY_DEAL(TargetEntity.STAGE_HISTORY, TargetEntity.DEAL),
    HISTORY_STAGE(TargetEntity.STAGE_HISTORY, Kind.CHOICE),
    HISTORY_AT(TargetEntity.STAGE_HISTORY, Kind.MOMENT),
    HISTORY_ACTOR(TargetEntity.STAGE_HISTORY, TargetEntity.PERSON),
    HISTORY_AMOUNT(TargetEntity.STAGE_HISTORY, Kind.MONEY),
    HISTORY_EXPECTED_CLOSE(TargetEntity.STAGE_HISTORY, Kind.DAY),

    /** A truth value: such rows are left out. */
    DELETED_AT_SOURCE(null, Kind.TRUTH);

    /** How the text of a cell is read. */
    public enum Kind {
        ID,
        TEXT,
        CHOICE,
        NUMBER,
        MONEY,
        CURRENCY,
        DAY,
        MOMENT,
        TRUTH,
        EMAILS,
        PHONES,
        TAGS,
        REFERENCE,
        CUSTOM,
        IGNORED;

        @JsonValue
        public String code() {
            return Codes.of(this);
        }

        @JsonCreator
        static Kind ofCode(String code) {
            return Codes.read(Kind.class, code);
        }
    }

    private final @Nullable TargetEntity entity;
    private final Kind kind;
    private final @Nullable TargetEntity refersTo;

    TargetField(@Nullable TargetEntity entity, Kind kind) {
        this.entity = entity;
        this.kind = kind;
        this.refersTo = null;
    }

    TargetField(TargetEntity entity, TargetEntity refersTo) {
        this.entity = entity;
        this.kind = Kind.REFERENCE;
        this.refersTo = refersTo;
    }

    /** null: belongs to every entity. */
    public @Nullable TargetEntity entity() {
        return entity;
    }

    public Kind kind() {
        return kind;
    }

    /** The entity whose identifier or name stands in the column. */
    public @Nullable TargetEntity refersTo() {
        return refersTo;
    }

    /** Several columns of one file may be this field. */
    public boolean repeatable() {
        return switch (kind) {
            case EMAILS, PHONES, TAGS, CUSTOM, IGNORED, REFERENCE -> true;
            default -> this == DEAL_STAGE_ENTERED_AT;
        };
    }

    public static List<TargetField> of(TargetEntity entity) {
        return Arrays.stream(values())
                .filter(field -> field.entity == entity || field.entity == null)
                .toList();
    }

    @JsonValue
    public String code() {
        return Codes.of(this);
    }

    @JsonCreator
    static TargetField ofCode(String code) {
        return Codes.read(TargetField.class, code);
    }
}
