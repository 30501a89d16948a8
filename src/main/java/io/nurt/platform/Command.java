package io.nurt.platform;

/**
 * A command of the program {@code nurt}. Named in {@code META-INF/spring.factories} under this interface; needs a constructor
 * without parameters.
 */
public interface Command {
    /** One word or two, for instance {@code admin create}. */
    String name();

    /** What follows the name, for instance {@code FILE [--replace]}; may be empty. */
    String arguments();

    /** One line for {@code nurt help}. */
    String help();

    /**
     * @return whether the arguments could be understood; if not, the usage is shown
     * @throws StartRefused when it cannot be done; shown to the person without a stack trace
     */
    boolean run(CommandContext context);
}
