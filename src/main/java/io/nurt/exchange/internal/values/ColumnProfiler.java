package io.nurt.exchange.internal.values;

import io.nurt.exchange.internal.reading.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what speaks for each type while the rows of a column go by. Every distinct value is looked at once. */
final class ColumnProfiler {
    private static final int SAMPLE = 8;
    private static final int CHOICES = 60;
    private static final int LONGEST_CHOICE = 80;

    private static final class Seen {
        final String text;
        final Dates.Shape date;
        final Numbers.Shape number;
        final boolean truth;
        final boolean email;
        int count;

        Seen(String text) {
            this.text = text;
            boolean digit = false;
            for (int i = 0; i < text.length() && !digit; i++) {
                digit = text.charAt(i) >= '0' && text.charAt(i) <= '9';
            }
            number = digit ? Numbers.shape(text) : Numbers.Shape.NONE;
            date = digit ? Dates.shape(text) : Dates.Shape.NONE;
            truth = Truths.parse(text) != null;
            email = Emails.parse(text) != null;
        }
    }

    private final Column column;
    private final int remembered;
    private final Map<String, Seen> seen = new HashMap<>();
    private final long[] dates = new long[Dates.Shape.values().length];
    private final long[] numbers = new long[Numbers.Shape.values().length];
    private final Map<String, Long> currencies = new HashMap<>();
    private final List<String> sample = new ArrayList<>(SAMPLE);
    private boolean complete = true;
    private long filled;
    private long empty;
    private long truths;
    private long emails;
    private long percents;
    private long times;
    private long leadingZeros;
    private char separator;
    private int longest;

    ColumnProfiler(Column column, int remembered) {
        this.column = column;
        this.remembered = remembered;
    }

    void add(String raw) {
        String text = Nothing.trim(raw);
        if (Nothing.is(text)) {
            empty++;
            return;
        }
        filled++;
        Seen value = seen.get(text);
        if (value == null) {
            value = new Seen(text);
            longest = Math.max(longest, text.length());
            if (sample.size() < SAMPLE && !sample.contains(text)) sample.add(text);
            if (seen.size() < remembered && text.length() <= 400) seen.put(text, value);
            else complete = false;
        }
        value.count++;
        dates[value.date.ordinal()]++;
        numbers[value.number.ordinal()]++;
        if (value.truth) truths++;
        if (value.email) emails++;
        if (value.number != Numbers.Shape.NONE) numeric(text);
        if (value.date != Dates.Shape.NONE && text.indexOf(':') > 0) times++;
        if (value.date != Dates.Shape.NONE && value.date != Dates.Shape.CERTAIN) separator = Dates.separator(text);
    }

    private void numeric(String text) {
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        if (first == '0' && text.length() > 1 && Character.isDigit(text.charAt(1))) leadingZeros++;
        if (Character.isDigit(first) && Character.isDigit(last)) return;
        ParsedNumber number = Numbers.parse(text, NumberStyle.DECIMAL_POINT);
        if (number == null) number = Numbers.parse(text, NumberStyle.DECIMAL_COMMA);
        if (number == null) return;
        if (number.percent()) percents++;
        if (number.currency() != null) currencies.merge(number.currency(), 1L, Long::sum);
    }

    private long dates(Dates.Shape shape) {
        return dates[shape.ordinal()];
    }

    private long numbers(Numbers.Shape shape) {
        return numbers[shape.ordinal()];
    }

    ColumnProfile profile(NumberStyle usual) {
        DateOrder order = dates(Dates.Shape.MONTH_FIRST) > dates(Dates.Shape.DAY_FIRST)
                ? DateOrder.MONTH_FIRST
                : DateOrder.DAY_FIRST;
        NumberStyle style = style(usual);
        ValueType type = type(order, style);
        List<String> misfits = new ArrayList<>();
        for (Seen value : seen.values()) {
            if (misfits.size() < SAMPLE && !fits(value, type, order, style)) misfits.add(value.text);
        }
        return new ColumnProfile(
                column,
                type,
                filled,
                empty,
                counts(),
                complete,
                List.copyOf(sample),
                order,
                dateSureness(),
                separator,
                style,
                numberSureness(),
                currency(),
                filled - fitting(type, order, style),
                misfits);
    }

    private ValueType type(DateOrder order, NumberStyle style) {
        if (filled == 0) return ValueType.EMPTY;
        if (most(emails)) return ValueType.EMAIL;
        if (truths == filled && seen.size() == 2) return ValueType.BOOLEAN;
        // A code with leading zeros is not a quantity: as a number it would lose them.
        if (leadingZeros == 0 && most(fitting(ValueType.NUMBER, order, style))) {
            if (most(percents)) return ValueType.PERCENT;
            return currencies.isEmpty() ? ValueType.NUMBER : ValueType.MONEY;
        }
        if (most(fitting(ValueType.DATE, order, style))) return times > 0 ? ValueType.DATE_TIME : ValueType.DATE;
        boolean few = complete && seen.size() <= CHOICES && seen.size() * 2L <= filled;
        return few && longest <= LONGEST_CHOICE ? ValueType.CHOICE : ValueType.TEXT;
    }

    private boolean most(long count) {
        return count > 0 && (filled - count) * 20 <= filled;
    }

    private long fitting(ValueType type, DateOrder order, NumberStyle style) {
        if (type.temporal()) {
            Dates.Shape own = order == DateOrder.DAY_FIRST ? Dates.Shape.DAY_FIRST : Dates.Shape.MONTH_FIRST;
            return dates(Dates.Shape.CERTAIN) + dates(Dates.Shape.EITHER) + dates(Dates.Shape.SAME) + dates(own);
        }
        if (type.numeric()) {
            return filled
                    - numbers(Numbers.Shape.NONE)
                    - numbers(style == NumberStyle.DECIMAL_POINT ? Numbers.Shape.COMMA : Numbers.Shape.POINT);
        }
        return type == ValueType.EMAIL ? emails : filled;
    }

    private static boolean fits(Seen value, ValueType type, DateOrder order, NumberStyle style) {
        if (type.temporal()) return Dates.parse(value.text, order) != null;
        if (type.numeric()) return Numbers.parse(value.text, style) != null;
        return type != ValueType.EMAIL || value.email;
    }

    private Sureness dateSureness() {
        boolean day = dates(Dates.Shape.DAY_FIRST) > 0;
        boolean month = dates(Dates.Shape.MONTH_FIRST) > 0;
        if (day && month) return Sureness.MIXED;
        // Nobody writes the month first with full stops.
        return day || month || dates(Dates.Shape.EITHER) == 0 || separator == '.' ? Sureness.CERTAIN : Sureness.ASSUMED;
    }

    private NumberStyle style(NumberStyle usual) {
        long point = numbers(Numbers.Shape.POINT);
        long comma = numbers(Numbers.Shape.COMMA);
        if (point == comma) return usual;
        return point > comma ? NumberStyle.DECIMAL_POINT : NumberStyle.DECIMAL_COMMA;
    }

    private Sureness numberSureness() {
        boolean point = numbers(Numbers.Shape.POINT) > 0;
        boolean comma = numbers(Numbers.Shape.COMMA) > 0;
        if (point && comma) return Sureness.MIXED;
        long either = numbers(Numbers.Shape.EITHER_BY_COMMA) + numbers(Numbers.Shape.EITHER_BY_POINT);
        return point || comma || either == 0 ? Sureness.CERTAIN : Sureness.ASSUMED;
    }

    /** True when the numbers themselves show their style, so that other columns can follow it. */
    boolean showsStyle() {
        return numbers(Numbers.Shape.POINT) + numbers(Numbers.Shape.COMMA) > 0 && numberSureness() == Sureness.CERTAIN;
    }

    private @Nullable String currency() {
        return currencies.size() == 1 ? currencies.keySet().iterator().next() : null;
    }

    private Map<String, Integer> counts() {
        List<Seen> values = new ArrayList<>(seen.values());
        values.sort((a, b) -> a.count != b.count ? Integer.compare(b.count, a.count) : a.text.compareTo(b.text));
        Map<String, Integer> counts = new LinkedHashMap<>(values.size() * 2);
        for (Seen value : values) counts.put(value.text, value.count);
        return Collections.unmodifiableMap(counts);
    }
}
