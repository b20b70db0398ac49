package app.orchard.storefront.security;

import app.orchard.shared.CustomerId;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A customer who is logged in; controllers get the {@link CustomerId} as {@code @AuthenticationPrincipal}. */
class CustomerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient CustomerId customer;

    CustomerAuthentication(CustomerId customer) {
        super(List.of(new SimpleGrantedAuthority("CUSTOMER")));
        this.customer = customer;
        setAuthenticated(true);
    }

    @Override
    public CustomerId getPrincipal() {
        return customer;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return customer.toString();
    }
}
