package io.nurt.exchange.internal.reading;

/** A file of which no row can be used. */
public final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    public UnreadableFileException(Refusal refusal) {
        super(refusal.reason() + " " + refusal.arguments());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
