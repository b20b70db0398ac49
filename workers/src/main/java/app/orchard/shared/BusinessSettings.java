package app.orchard.shared;

import java.time.Duration;
import java.time.ZoneId;

/** What a founder sets once: the name, the time zone, and how long the business waits for what. */
public record BusinessSettings(
        String name,
        ZoneId zone,
        Duration paymentReminderAfter,
        Duration paymentExpiresAfter,
        Duration holdFor,
        Duration preparationLead,
        Duration customerChoiceWithin) {}
