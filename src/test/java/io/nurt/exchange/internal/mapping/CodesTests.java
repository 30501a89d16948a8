package io.nurt.exchange.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nurt.exchange.internal.values.DateOrder;
import io.nurt.exchange.internal.values.NumberStyle;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The API's codes are lower case everywhere. */
class CodesTests {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void aMappingIsWrittenInLowerCase() {
        ColumnMapping mapping = new ColumnMapping(
                0,
                "Closed",
                TargetField.DEAL_CLOSE_DATE,
                null,
                ColumnMapping.CustomType.DATE,
                DateOrder.DAY_FIRST,
                NumberStyle.DECIMAL_COMMA,
                BigDecimal.ONE,
                1,
                true);

        String text = JSON.writeValueAsString(mapping);

        assertThat(text)
                .contains(
                        "\"field\":\"deal_close_date\"",
                        "\"customType\":\"date\"",
                        "\"dateOrder\":\"day_first\"",
                        "\"numberStyle\":\"decimal_comma\"");
        assertThat(JSON.readValue(text, ColumnMapping.class)).isEqualTo(mapping);
    }

    @Test
    void aMappingThatAnEarlierVersionKeptInCapitalsIsRead() {
        assertThat(JSON.readValue("\"DEAL_CLOSE_DATE\"", TargetField.class)).isEqualTo(TargetField.DEAL_CLOSE_DATE);
        assertThat(JSON.readValue("[\"STAGE_HISTORY\",\"deal\"]", TargetEntity[].class))
                .containsExactly(TargetEntity.STAGE_HISTORY, TargetEntity.DEAL);
        assertThat(JSON.readValue("\"WON\"", StageProposal.Kind.class)).isEqualTo(StageProposal.Kind.WON);
    }

    @Test
    void anUnknownCodeIsRefused() {
        assertThatThrownBy(() -> JSON.readValue("\"deal_colour\"", TargetField.class))
                .isInstanceOf(JacksonException.class);
    }
}
