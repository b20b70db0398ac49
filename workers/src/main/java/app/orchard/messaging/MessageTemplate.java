package app.orchard.messaging;

import static app.orchard.messaging.MessageCategory.AUTHENTICATION;
import static app.orchard.messaging.MessageCategory.MARKETING;
import static app.orchard.messaging.MessageCategory.UTILITY;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts we may send. WhatsApp approves each of them beforehand under its wire name; only the named placeholders
 * vary. {@code name} is filled from the customer's profile and need not be given.
 */
public enum MessageTemplate {
    /** {@code payment}: "₹1,250.00 in cash" or "nothing, it is paid"; {@code slot}: "Sunday 22 November, 4 to 6 pm". */
    ORDER_CONFIRMED(
            UTILITY,
            "Namaste {{name}}, your order {{order_number}} is confirmed. Total: {{total}}. "
                    + "Left to pay: {{payment}}. Delivery: {{slot}}. Follow your order at {{link}} until it is with you.",
            "name",
            "order_number",
            "total",
            "payment",
            "slot",
            "link"),
    PAYMENT_REQUESTED(
            UTILITY,
            "Namaste {{name}}, thank you for your order {{order_number}}. Please pay {{amount}} by {{pay_before}} "
                    + "at {{link}} so that your box stays reserved for you.",
            "name",
            "order_number",
            "amount",
            "pay_before",
            "link"),
    PAYMENT_REMINDER(
            UTILITY,
            "Hello {{name}}, your order {{order_number}} is still waiting for {{amount}}. Pay by {{pay_before}} at {{link}} "
                    + "or we must give the box to somebody else.",
            "name",
            "order_number",
            "amount",
            "pay_before",
            "link"),
    PAYMENT_FAILED(
            UTILITY,
            "Hello {{name}}, your payment of {{amount}} for order {{order_number}} did not go through. If money left your "
                    + "account, your bank returns it. Try again at {{link}} while your box is reserved.",
            "name",
            "amount",
            "order_number",
            "link"),
    PAYMENT_RECEIVED(
            UTILITY,
            "Thank you {{name}}, we received {{amount}} for your order {{order_number}}. "
                    + "Follow your order at {{link}} whenever you like.",
            "name",
            "amount",
            "order_number",
            "link"),
    ORDER_RESCHEDULED(
            UTILITY,
            "Hello {{name}}, your order {{order_number}} has a new delivery time: {{slot}}. "
                    + "Its page is {{link}} if you want to change something.",
            "name",
            "order_number",
            "slot",
            "link"),
    /** {@code payment}: "₹1,250.00 in cash" or "nothing, it is paid". */
    OUT_FOR_DELIVERY(
            UTILITY,
            "Hello {{name}}, {{driver}} is on the way with your order {{order_number}}, expected {{slot}}. "
                    + "To pay at the door: {{payment}}. See where it is at {{link}} until it arrives.",
            "name",
            "driver",
            "order_number",
            "slot",
            "payment",
            "link"),
    /** {@code time}: "4:10 pm". */
    DRIVER_NEAR(
            UTILITY,
            "Hello {{name}}, {{driver}} is near with your order {{order_number}} and should be at your door at about "
                    + "{{time}}. To pay at the door: {{payment}}. See where it is at {{link}} until it arrives.",
            "name",
            "driver",
            "order_number",
            "time",
            "payment",
            "link"),
    DELIVERED(
            UTILITY,
            "Hello {{name}}, your order {{order_number}} has been delivered. Keep mangoes out of the fridge until they "
                    + "smell sweet. Not happy with something? Reply here within a day.",
            "name",
            "order_number"),
    /** Only to customers who agreed to be asked; STOP takes that back. */
    FEEDBACK_REQUESTED(
            UTILITY,
            "Hello {{name}}, how was your order {{order_number}}? Two taps at {{link}} tell us. "
                    + "Reply STOP and we do not ask again.",
            "name",
            "order_number",
            "link"),
    /** {@code next_step}: a sentence without its full stop, "we come again on Sunday, 4 to 6 pm". */
    DELIVERY_FAILED(
            UTILITY,
            "Hello {{name}}, we could not deliver your order {{order_number}}: {{reason}}. What happens now: {{next_step}}. "
                    + "Your order's page is {{link}} if you want to change something.",
            "name",
            "order_number",
            "reason",
            "next_step",
            "link"),
    CUSTOMER_CHOICE(
            UTILITY,
            "Hello {{name}}, we could not deliver your order {{order_number}}: {{reason}}. Shall we bring it again or "
                    + "return your money? Please choose by {{choose_before}} at {{link}} and we do as you say.",
            "name",
            "order_number",
            "reason",
            "choose_before",
            "link"),
    /** {@code refund}: "₹1,250.00 goes back the way you paid" or "you had not paid anything". */
    ORDER_CANCELLED(
            UTILITY,
            "Hello {{name}}, your order {{order_number}} is cancelled. Your money: {{refund}}. We hope to see you again.",
            "name",
            "order_number",
            "refund"),
    ORDER_EXPIRED(
            UTILITY,
            "Hello {{name}}, no payment reached us for order {{order_number}}, so we released your box. "
                    + "If you still want it, order again at {{link}} while there is stock.",
            "name",
            "order_number",
            "link"),
    REFUNDED(
            UTILITY,
            "Hello {{name}}, we sent {{amount}} of your order {{order_number}} back the way you paid. "
                    + "Banks need up to seven working days to show it.",
            "name",
            "amount",
            "order_number"),
    ORDER_DELAYED(
            UTILITY,
            "Sorry {{name}}, your order {{order_number}} planned for {{slot}} is running late. We are on it. "
                    + "Follow it at {{link}} and reply here if the new time does not suit you.",
            "name",
            "order_number",
            "slot",
            "link"),
    /** Sent by {@link Messages#sendLoginCode}; WhatsApp fixes this text and its only parameter. */
    LOGIN_CODE(AUTHENTICATION, "{{1}} is your verification code. For your security, do not share this code.", "1"),
    /** {@code offer}: "the first Alphonso boxes from Ratnagiri". */
    SEASON_OPENED(
            MARKETING,
            "Namaste {{name}}, the season is open at {{business}}: {{offer}}. Order at {{link}} while they last. "
                    + "Reply STOP to get no more offers.",
            "name",
            "business",
            "offer",
            "link");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    private final MessageCategory category;
    private final String body;
    private final List<String> parameters;

    MessageTemplate(MessageCategory category, String body, String... parameters) {
        this.category = category;
        this.body = body;
        this.parameters = List.of(parameters);
    }

    /** The name under which the text is registered with the provider. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public MessageCategory category() {
        return category;
    }

    /** The English text with its placeholders, as it is submitted for approval. */
    public String body() {
        return body;
    }

    /** In the order in which they stand in the text. */
    public List<String> parameters() {
        return parameters;
    }

    /** The text as the customer reads it; a placeholder without a value stays. */
    public String text(Map<String, String> params) {
        return PLACEHOLDER
                .matcher(body)
                .replaceAll(found -> Matcher.quoteReplacement(params.getOrDefault(found.group(1), found.group())));
    }
}
