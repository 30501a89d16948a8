package io.nurt.kernel;

/**
 * A kind of refusal, implemented by one enum per module. Its texts are {@code <code>.title} and {@code <code>.detail} in
 * the module's message files; the detail says what to do next and may name parameters as {@code {0}}, {@code {1}}.
 */
public interface ProblemType {
    /** Stable, such as {@code pipeline.stage-not-found}; sent as {@code code}. */
    String code();

    /** The HTTP status it is answered with, 400 to 599. */
    int status();
}
