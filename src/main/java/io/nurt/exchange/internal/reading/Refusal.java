package io.nurt.exchange.internal.reading;

import java.util.ArrayList;
import java.util.List;

/** A reason with the live values of its sentence; long values are shortened, they are for a person to recognise. */
public record Refusal(RefusalReason reason, List<String> arguments) {
    private static final int SHOWN = 80;

    static Refusal of(RefusalReason reason, Object... arguments) {
        List<String> texts = new ArrayList<>(arguments.length);
        for (Object argument : arguments) {
            String text = String.valueOf(argument);
            texts.add(text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
        }
        return new Refusal(reason, List.copyOf(texts));
    }
}
