package io.nurt.kernel;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers a problem where no controller is reached: in filters. */
public interface ProblemWriter {
    void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException;
}
