package app.orchard.messaging;

import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to a customer.
 *
 * @param params a value for every parameter of the template; {@code name} may be left out and is then taken from the
 *     customer's profile, {@code business} from the settings
 * @param order the order it belongs to, if any
 * @param dedupKey names the occasion ("order-confirmed:" + order id): the same occasion is told once
 */
public record MessageRequest(
        CustomerId to,
        MessageTemplate template,
        Map<String, String> params,
        @Nullable OrderId order,
        String dedupKey) {

    public MessageRequest {
        params = Map.copyOf(params);
        for (String parameter : template.parameters()) {
            if (!parameter.equals("name") && !parameter.equals("business") && blank(params.get(parameter))) {
                throw new IllegalArgumentException(template + " needs a value for {{" + parameter + "}}");
            }
        }
        if (template == MessageTemplate.LOGIN_CODE) {
            throw new IllegalArgumentException("Login codes go through Messages.sendLoginCode");
        }
    }

    private static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
