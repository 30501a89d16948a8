package io.nurt.connect;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What /api/v1/openapi.json says about the API as a whole. */
@Configuration
class ApiDescription {
    @Bean
    OpenAPI nurtApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Nurt")
                        .version("v1")
                        .description("Sales pipeline: records, history, imports and figures."
                                + " Amounts are decimal strings in major units with an ISO 4217 currency; instants are UTC;"
                                + " days are days in the workspace's time zone. Errors are RFC 9457 problems."))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                "session",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("nurt_session"))
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .security(List.of(
                        new SecurityRequirement().addList("session"), new SecurityRequirement().addList("token")));
    }
}
