package app.orchard.storefront.api;

import app.orchard.shared.Money;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says beside what the controllers say themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PROBLEM = "Problem";
    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "The request is wrong: `invalid` (see `fields`), `unreadable`, `empty-cart`, `bad-phone`, …",
            "401", "`log-in-first`, `bad-code` or `bad-login`",
            "403", "`forbidden`: this is for others",
            "404", "`not-found`, also for what is somebody else's",
            "409",
                    "The state of things does not allow it: `slot-full`, `slot-closed`, `hold-expired` (with `free`), "
                            + "`out-of-stock` (with `short`), `quote-expired`, `request-key-reused`, `too-late`, "
                            + "`payment-not-ready`, `task-done`, `task-gone`, …",
            "429", "`too-many-codes`, `too-many-tries`, `too-many-streams`");

    @Bean
    OpenAPI describedApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Orchard")
                        .version("1")
                        .description("Order perishable food: browse, hold a delivery time, order, pay, follow.\n\n"
                                + "Money is in minor units. Answers name its currency; what you send is in the one "
                                + "of the prices, " + Money.currency().getCurrencyCode() + "."))
                .components(new Components()
                        .addSecuritySchemes(
                                "customer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("The token of `POST /api/login`"))
                        .addSecuritySchemes(
                                "staff",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("Login and password of somebody who works here")));
    }

    @Bean
    OpenApiCustomizer problemsOfEachOperation() {
        return api -> {
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getComponents().getSchemas().forEach(Examples::addTo);
            api.getPaths()
                    .forEach((path, item) -> item.readOperations().forEach(operation -> describe(path, operation)));
        };
    }

    private static void describe(String path, Operation operation) {
        String who = path.startsWith("/api/staff") ? "staff" : "customer";
        operation.addSecurityItem(new SecurityRequirement().addList(who));
        PROBLEMS.forEach((status, description) -> add(operation, status, description));
    }

    private static void add(Operation operation, String status, String description) {
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(description)
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM)))));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("Problem details (RFC 9457); further members depend on the type")
                .addProperty("type", new StringSchema().example("/problems/slot-full"))
                .addProperty("title", new StringSchema().example("Slot full"))
                .addProperty("status", new IntegerSchema().example(409))
                .addProperty("detail", new StringSchema().example("This time is full. Please choose another."))
                .additionalProperties(true);
    }
}
