package io.nurt;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class NurtApplication {
    public static void main(String[] args) {
        SpringApplication.run(NurtApplication.class, args);
    }
}
