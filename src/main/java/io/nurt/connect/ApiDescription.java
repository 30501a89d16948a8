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
                .info(
                        new Info()
                                .title("Nurt")
                                .version("v1")
                                .description(
                                        "Sales pipeline: records, history, imports and figures."
                                                + " Amounts are decimal strings in major units with an ISO 4217 currency; instants are UTC;"
                                                + " days are days in the workspace's time zone. Errors are RFC 9457 problems."
                                                + " Send an Idempotency-Key with every change: sent again within a day, the same request gets the"
                                                + " first answer and acts once. After a 5xx the same key may be sent again: a request that wrote"
                                                + " nothing is carried out, one of which something was written is refused with 409"
                                                + " connect.key-outcome-unknown, and whoever sent it looks before sending it with a new key."))
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
