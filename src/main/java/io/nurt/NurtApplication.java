package io.nurt;

import io.nurt.platform.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class NurtApplication {
    public static void main(String[] args) {
        CommandLine.main(NurtApplication.class, args);
    }
}
