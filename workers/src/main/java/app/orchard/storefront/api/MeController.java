package app.orchard.storefront.api;

import app.orchard.customer.Contact;
import app.orchard.customer.Customers;
import app.orchard.shared.CustomerId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Log in")
class MeController {

    private final Customers customers;

    MeController(Customers customers) {
        this.customers = customers;
    }

    @Schema(name = "Customer")
    record CustomerResource(
            @Schema(example = "+919845012345") String phone,
            @Schema(example = "Asha Rao") String name,

            @Schema(description = "Whether news may be sent over WhatsApp")
            boolean news) {}

    @Schema(name = "CustomerChange")
    record Change(
            @NotNull @Size(max = 80) @Schema(example = "Asha Rao")
            String name,

            @NotNull Boolean news) {}

    @Operation(summary = "Who I am")
    @GetMapping("/api/me")
    CustomerResource me(@AuthenticationPrincipal CustomerId customer) {
        Contact contact = customers.contact(customer);
        return new CustomerResource(contact.phone(), contact.name(), contact.marketingAllowed());
    }

    @Operation(summary = "Change my name, and whether I want news")
    @PutMapping("/api/me")
    CustomerResource change(@Valid @RequestBody Change change, @AuthenticationPrincipal CustomerId customer) {
        customers.rename(customer, change.name());
        if (change.news()) {
            customers.allowMarketing(customer);
        } else {
            customers.stopMarketing(customer);
        }
        return me(customer);
    }
}
