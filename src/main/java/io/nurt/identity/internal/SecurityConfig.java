package io.nurt.identity.internal;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.kernel.ProblemWriter;
import io.nurt.platform.NurtSettings;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** Which addresses are open, and what every answer forbids the browser. */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {
    /** Mantine writes style elements; everything else comes from here, and nobody may put us into a frame. */
    private static final String CONTENT_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'self';"
            + " form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain security(HttpSecurity http, Access access, NurtSettings settings, ProblemWriter problems) {
        SameOrigin sameOrigin = new SameOrigin(settings.publicUrl());
        return http.csrf(AbstractHttpConfigurer::disable) // SameOrigin does it
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new AccessFilter(access, sameOrigin, problems), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(addresses -> addresses
                        // Later parts of a request that was admitted when it came.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/session")
                        .permitAll()
                        .requestMatchers(HttpMethod.DELETE, "/api/v1/session")
                        .permitAll()
                        .requestMatchers("/api/v1/setup", "/api/v1/invitations/*", "/api/v1/openapi.json")
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint((request, response, why) ->
                                problems.write(new Problem(CommonProblem.UNAUTHENTICATED), request, response))
                        .accessDeniedHandler((request, response, why) ->
                                problems.write(new Problem(CommonProblem.FORBIDDEN), request, response)))
                .headers(headers -> {
                    headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
                    headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                            pathPattern("/api/**"), new StaticHeadersWriter("Cache-Control", "no-store")));
                    headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY));
                    headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
                    headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
                    if (sameOrigin.https()) {
                        // A proxy speaks https for us, so the request itself cannot tell.
                        headers.httpStrictTransportSecurity(hsts -> hsts.requestMatcher(request -> true)
                                .maxAgeInSeconds(31_536_000)
                                .includeSubDomains(false));
                    } else {
                        headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
                    }
                })
                .build();
    }

    /** Nobody looks at what each security filter took, and measuring it would be a tenth of a request. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Says that there is no other way in; without it the framework would make up a user with a password of its own. */
    @Bean
    AuthenticationManager noOtherWayIn() {
        return authentication -> {
            throw new ProviderNotFoundException("Nurt signs people in itself");
        };
    }
}
