package io.nurt.testing;

import io.nurt.NurtApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole server on a random port and a real database. Test classes with the same configuration share one server, so let each
 * test make its own workspace. Forecasts are made when a test asks for them, not for every workspace that tests leave behind.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = NurtApplication.class,
        properties = "forecast.scheduled=false")
@ContextConfiguration(initializers = TestDatabaseInitializer.class)
public @interface NurtTest {}
