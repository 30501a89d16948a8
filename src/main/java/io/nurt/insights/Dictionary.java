package io.nurt.insights;

import io.nurt.identity.Caller;
import io.nurt.kernel.Language;
import io.nurt.platform.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says in the caller's language what figures mean and which deals they are about. */
@Component
class Dictionary {
    private final Texts texts;

    Dictionary(Texts texts) {
        this.texts = texts;
    }

    List<Answers.Definition> entries(Language language) {
        return Arrays.stream(Measure.values())
                .map(measure -> new Answers.Definition(
                        measure.key(),
                        texts.get(language, measure.key() + ".title"),
                        texts.get(language, measure.key() + ".formula"),
                        texts.get(language, measure.key() + ".population"),
                        texts.get(language, measure.key() + ".time-basis"),
                        texts.get(language, measure.unit().key()),
                        texts.get(language, "insights.owner-attribution"),
                        texts.get(language, measure.key() + ".notes")))
                .toList();
    }

    /** @param base the text that says which deals; the period and the filters are added */
    String population(Question question, String base) {
        Language language = Caller.current().language();
        LocalDate from = question.from();
        LocalDate to = question.to();
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language.locale());
        String period;
        if (from != null && to != null) {
            period = texts.get(language, "insights.period-between", day.format(from), day.format(to));
        } else if (from != null) {
            period = texts.get(language, "insights.period-from", day.format(from));
        } else if (to != null) {
            period = texts.get(language, "insights.period-to", day.format(to));
        } else {
            period = texts.get(language, "insights.period-all");
        }
        String text = texts.get(language, base, period);
        return question.filtered() ? text + " " + texts.get(language, "insights.population-filtered") : text;
    }
}
