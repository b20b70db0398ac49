package app.orchard.messaging;

/** WhatsApp's reasons for not delivering, as sentences that say what to do next. */
final class FailureReason {

    static final String STOPPED_MARKETING = "131050";

    private FailureReason() {}

    static String of(String code) {
        return switch (code) {
            case "131026" -> "The number is not on WhatsApp or cannot take this message. Call the customer.";
            case "131047" -> "More than a day has passed since the customer wrote, so only approved texts may be sent.";
            case "131049" -> "WhatsApp held this offer back because the customer got many. Try again in some days.";
            case STOPPED_MARKETING -> "The customer switched offers off in WhatsApp. They get no more of them.";
            case "130472" -> "WhatsApp held this message back in an experiment of its own. Call if it is urgent.";
            case "131053" -> "WhatsApp could not load the picture or file in this message.";
            case "132000", "132012" ->
                "The values do not fit the approved text. Compare it with docs/messages.md at the provider.";
            case "132001" -> "WhatsApp does not know this text. Submit it as docs/messages.md says.";
            case "132015", "132016" ->
                "WhatsApp paused this text because customers complained. Look at it in the provider's console.";
            case "130429", "131048", "131056" -> "WhatsApp found us too fast. Send it again in a while.";
            case "" -> "WhatsApp did not deliver it and gave no reason. Call the customer.";
            default -> "WhatsApp did not deliver it (code " + code.replaceAll("\\W", "") + "). Call the customer.";
        };
    }
}
