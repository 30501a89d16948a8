package io.nurt.platform;

/**
 * The server will not start as things are. {@link #getMessage()} says what is wrong, {@link #wayOut()} what the person who
 * runs it can do; both are shown without a stack trace.
 */
public class StartRefused extends RuntimeException {
    private final String wayOut;

    public StartRefused(String whatIsWrong, String wayOut) {
        super(whatIsWrong);
        this.wayOut = wayOut;
    }

    public StartRefused(String whatIsWrong, String wayOut, Throwable cause) {
        super(whatIsWrong, cause);
        this.wayOut = wayOut;
    }

    public String wayOut() {
        return wayOut;
    }
}
