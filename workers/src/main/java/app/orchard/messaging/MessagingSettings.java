package app.orchard.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patiently messages are sent.
 *
 * @param batch how many recipients one request may hold
 * @param firstCheckAfter when we heard nothing: how long news may take before the provider's history is searched
 * @param nextCheckAfter and how long until it is searched once more before the message is sent again
 * @param retryAfter the first pause when the provider is away or busy; it doubles
 * @param giveUpAfter when a message is too old to be of use
 * @param codesLast how long a one-time code is tried
 */
@ConfigurationProperties("orchard.messaging")
record MessagingSettings(
        @DefaultValue("50") int batch,
        @DefaultValue("5s") Duration firstCheckAfter,
        @DefaultValue("30s") Duration nextCheckAfter,
        @DefaultValue("1s") Duration retryAfter,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("30s") Duration codesLast) {}
