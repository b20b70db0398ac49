package app.orchard.sandbox.wati;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes templates for recipients, puts them on their phones and tells the webhooks. */
final class Dispatch {

    record Wanted(String phone, String localId, Map<String, String> values) {}

    /** @param id of the message made, absent when there are errors */
    record Result(Wanted wanted, Optional<String> id, List<String> errors) {}

    /** @param refusal why nothing at all was taken */
    record Outcome(Optional<String> refusal, List<Result> results) {}

    private final Templates templates;
    private final Phones phones;
    private final Webhooks webhooks;
    private final Switches switches;

    Dispatch(Templates templates, Phones phones, Webhooks webhooks, Switches switches) {
        this.templates = templates;
        this.phones = phones;
        this.webhooks = webhooks;
        this.switches = switches;
    }

    Outcome send(String templateName, List<Wanted> recipients) {
        Optional<Template> template = templates.find(templateName);
        Optional<String> refusal = refusal(templateName, template, recipients);
        if (refusal.isPresent() || template.isEmpty()) {
            return new Outcome(refusal, List.of());
        }
        var results = new ArrayList<Result>();
        for (Wanted wanted : recipients) {
            if (switches.of("omittedRecipients", wanted.phone()).isEmpty()) {
                results.add(take(template.get(), wanted));
            }
        }
        return new Outcome(Optional.empty(), results);
    }

    private Optional<String> refusal(String name, Optional<Template> template, List<Wanted> recipients) {
        if (!switches.text("refuseWith").isEmpty()) {
            return Optional.of(switches.text("refuseWith"));
        }
        if (template.isEmpty()) {
            return Optional.of("Template " + name + " does not exist");
        }
        return recipients.stream()
                .flatMap(wanted -> template.get().objection(wanted.values()).stream())
                .findFirst();
    }

    private Result take(Template template, Wanted wanted) {
        List<String> errors = errors(wanted.phone());
        if (!errors.isEmpty()) {
            return new Result(wanted, Optional.empty(), errors);
        }
        ChatMessage message = phones.receive(wanted.phone(), template, wanted.values(), wanted.localId());
        webhooks.follow(message);
        return new Result(wanted, Optional.of(message.id()), List.of());
    }

    private List<String> errors(String phone) {
        if (!phone.matches("[1-9]\\d{7,14}")) {
            return List.of("Invalid phone number: digits with country code and no plus are expected");
        }
        return switches.of("recipientErrors", phone)
                .or(() -> switches.of("notOnWhatsApp", phone).map(on -> "The number is not a valid WhatsApp number"))
                .map(List::of)
                .orElse(List.of());
    }
}
