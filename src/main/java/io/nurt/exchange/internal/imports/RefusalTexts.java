package io.nurt.exchange.internal.imports;

import io.nurt.kernel.Language;
import io.nurt.platform.Texts;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Refusals as sentences; several of one row are told one after the other. */
@Component
public class RefusalTexts {
    private static final String REASON = "exchange.refusals.reason";

    private final Texts texts;

    RefusalTexts(Texts texts) {
        this.texts = texts;
    }

    /** What is stored of a refusal: the key of its sentence and the sentence's arguments. */
    public record Told(String key, List<String> arguments) {}

    public String sentence(Language language, List<Told> refusals) {
        StringBuilder sentence = new StringBuilder();
        for (Told told : refusals) {
            if (!sentence.isEmpty()) {
                sentence.append(' ');
            }
            sentence.append(texts.get(language, told.key(), told.arguments().toArray()));
        }
        return sentence.toString();
    }

    /** The header of the column of reasons in a list of refused rows. */
    public String reasonHeader(Language language) {
        return texts.get(language, REASON);
    }

    /** Whether a file with such a column is a list of refused rows that comes back repaired. */
    public boolean isReasonHeader(String header) {
        return Arrays.stream(Language.values())
                .anyMatch(language -> reasonHeader(language).equals(header.strip()));
    }
}
