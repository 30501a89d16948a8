package io.nurt.exchange.internal.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTests {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2011-10-01T00:38:44.546+02:00|2011-10-01T00:38:44.546",
                "2018-10-13 17:16:45|2018-10-13T17:16:45",
                "15 Apr, 2021 00:02:00|2021-04-15T00:02",
                "03-07-2021 01:09|2021-07-03T01:09",
                "23.11.2026|2026-11-23T00:00",
                "3 marca 2021 r.|2021-03-03T00:00",
                "15 października 2021, 12:30|2021-10-15T12:30",
                "Nov 23, 2026|2026-11-23T00:00",
                "23-Nov-26|2026-11-23T00:00",
                "23/11/2026 9:05 PM|2026-11-23T21:05",
                "23/11/2026 12:05 am|2026-11-23T00:05",
                "2026/11/3|2026-11-03T00:00",
                "20261123|2026-11-23T00:00",
                "Mon, 23 Nov 2026 08:00:00 +0100|2026-11-23T08:00",
                "44301.5|2021-04-15T12:00",
                "2021-01-07 6:49:18|2021-01-07T06:49:18"
            })
    void datesAreReadInTheShapesThatSystemsWrite(String text, LocalDateTime expected) {
        ParsedDate date = date(text, DateOrder.DAY_FIRST);
        assertThat(
                        date.time() == null
                                ? date.date().atStartOfDay()
                                : date.date().atTime(date.time()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"31.02.2026", "2026-13-01", "1.2", "12/2026", "15 Foo 2021", "1-2-3-4", "17", "10:30", "tomorrow"
            })
    void whatIsNoDateIsNotMadeOne(String text) {
        assertThat(Values.date(text, DateOrder.DAY_FIRST)).isNull();
        assertThat(Dates.shape(text)).isEqualTo(Dates.Shape.NONE);
    }

    @Test
    void theOrderDecidesWhereTheDateDoesNot() {
        assertThat(date("03/07/2021", DateOrder.DAY_FIRST).date()).isEqualTo("2021-07-03");
        assertThat(date("03/07/2021", DateOrder.MONTH_FIRST).date()).isEqualTo("2021-03-07");
        assertThat(Values.date("03/27/2021", DateOrder.DAY_FIRST)).isNull();
        assertThat(Dates.shape("03/27/2021")).isEqualTo(Dates.Shape.MONTH_FIRST);
        assertThat(Dates.shape("27/03/2021")).isEqualTo(Dates.Shape.DAY_FIRST);
        assertThat(Dates.shape("03/07/2021")).isEqualTo(Dates.Shape.EITHER);
        assertThat(Dates.shape("07/07/2021")).isEqualTo(Dates.Shape.SAME);
    }

    @Test
    void aMomentWithOffsetIsADayOfTheReader() {
        ParsedDate late = date("2011-10-01T23:38:44.546Z", DateOrder.DAY_FIRST);

        assertThat(late.day(WARSAW)).isEqualTo("2011-10-02");
        assertThat(late.instant(WARSAW)).isEqualTo("2011-10-01T23:38:44.546Z");
        assertThat(date("2011-10-02", DateOrder.DAY_FIRST).instant(WARSAW)).isEqualTo("2011-10-01T22:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$22,700.00|22700.00|USD",
                "$342.09K|342090|USD",
                "$1,117.10K|1117100|USD",
                "(1,200)|-1200|",
                "($1,200.50)|-1200.50|USD",
                "-17|-17|",
                "1 000 000|1000000|",
                "EUR 1,000.5|1000.5|EUR",
                "12 %|12|",
                "0.5|0.5|",
                "1'234.50 CHF|1234.50|CHF",
                ".5|0.5|",
                "2.5m|2500000|"
            })
    void numbersAreReadWithTheirCurrency(String text, BigDecimal value, String currency) {
        ParsedNumber number = number(text, NumberStyle.DECIMAL_POINT);
        assertThat(number.value()).isEqualByComparingTo(value);
        assertThat(number.currency()).isEqualTo(currency);
    }

    @Test
    void polishNumbersAreReadWithEverySpace() {
        for (String text :
                List.of("1 234,50 zł", "1\u00A0234,50\u00A0zł", "1\u202F234,50 PLN", "1.234,50 zł", "1234,50zł")) {
            ParsedNumber number = number(text, NumberStyle.DECIMAL_COMMA);
            assertThat(number.value()).isEqualByComparingTo("1234.50");
            assertThat(number.currency()).isEqualTo("PLN");
        }
        assertThat(number("12,5 tys. zł", NumberStyle.DECIMAL_COMMA).value()).isEqualByComparingTo("12500");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,23,4",
                "512 757 60",
                "(512) 757-6000",
                "2021-04-15",
                "12 monkeys",
                "1.2.3",
                "1e5",
                "P1",
                "--5",
                "1 - 2"
            })
    void whatIsNoNumberIsNotMadeOne(String text) {
        assertThat(Values.number(text, NumberStyle.DECIMAL_POINT)).isNull();
    }

    @Test
    void truthIsReadInBothLanguages() {
        assertThat(List.of("Yes", "TAK", "1", "true", "Prawda"))
                .allMatch(text -> Boolean.TRUE.equals(Values.truth(text)));
        assertThat(List.of("no", "Nie", "0", "FALSE", "fałsz"))
                .allMatch(text -> Boolean.FALSE.equals(Values.truth(text)));
        assertThat(Values.truth("maybe")).isNull();
    }

    @Test
    void severalAddressesAreTakenApartAndThePrimaryComesFirst() {
        assertThat(Values.emails("a@x.pl ::: * b@x.pl")).containsExactly("b@x.pl", "a@x.pl");
        assertThat(Values.emails("a@x.pl; A@x.pl;Jan Nowak <jan@nowak.pl>")).containsExactly("a@x.pl", "jan@nowak.pl");
        assertThat(Values.emails("a@x.pl, nobody")).isNull();
        assertThat(Values.emails("a b@x.pl")).isNull();
    }

    @Test
    void theNullIdentifierOfSalesforceIsNothingButTheWordNoneIsAValue() {
        assertThat(Nothing.is("000000000000000AAA")).isTrue();
        assertThat(Nothing.is(" \u00A0")).isFalse();
        assertThat(Nothing.is(Nothing.trim(" \u00A0"))).isTrue();
        assertThat(Nothing.is("None")).isFalse();
    }

    @Property
    void everyFormattedNumberIsReadBack(@ForAll @LongRange(min = -9_999_999_999L, max = 9_999_999_999L) long cents) {
        BigDecimal value = BigDecimal.valueOf(cents, 2);
        DecimalFormatSymbols german = DecimalFormatSymbols.getInstance(Locale.GERMANY);
        DecimalFormatSymbols english = DecimalFormatSymbols.getInstance(Locale.US);

        assertThat(number(new DecimalFormat("#,##0.00", german).format(value), NumberStyle.DECIMAL_COMMA)
                        .value())
                .isEqualByComparingTo(value);
        assertThat(number(new DecimalFormat("¤#,##0.00", english).format(value), NumberStyle.DECIMAL_POINT)
                        .value())
                .isEqualByComparingTo(value);
    }

    @Property
    void everyFormattedDayIsReadBack(@ForAll @IntRange(min = 0, max = 30_000) int days) {
        LocalDate day = LocalDate.of(1971, 1, 1).plusDays(days);
        for (String pattern :
                List.of("dd.MM.yyyy", "d/M/yyyy", "yyyy-MM-dd", "d MMM, yyyy", "d-MMM-yyyy", "MMMM d, yyyy")) {
            String text = day.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
            assertThat(date(text, DateOrder.DAY_FIRST).date()).as(text).isEqualTo(day);
        }
        String polish = day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("pl")));
        assertThat(date(polish, DateOrder.MONTH_FIRST).date()).as(polish).isEqualTo(day);
    }

    @Property
    void noTextMakesItStop(@ForAll String text) {
        Dates.shape(text);
        Numbers.shape(text);
        Values.truth(text);
        Values.emails(text);
        assertThat(Folding.key(text)).isEqualTo(Folding.key(text));
    }

    private static ParsedDate date(String text, DateOrder order) {
        return Objects.requireNonNull(Values.date(text, order), text);
    }

    private static ParsedNumber number(String text, NumberStyle style) {
        return Objects.requireNonNull(Values.number(text, style), text);
    }
}
