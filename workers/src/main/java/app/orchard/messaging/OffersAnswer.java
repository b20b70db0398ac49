package app.orchard.messaging;

import app.orchard.messaging.wati.Wati;
import app.orchard.shared.Business;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Confirms what we understood, in free text: the customer has just written, so it is allowed. */
@Component
class OffersAnswer {

    private static final Logger log = LoggerFactory.getLogger(OffersAnswer.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Wati wati;
    private final Sender sender;
    private final Business business;

    OffersAnswer(Wati wati, Sender sender, Business business) {
        this.wati = wati;
        this.sender = sender;
        this.business = business;
    }

    @TransactionalEventListener
    void confirm(OffersChanged changed) {
        String text = changed.wanted()
                ? "You will hear of offers from " + business.name() + " again. Write STOP to end them."
                : "You will get no more offers from " + business.name()
                        + ". News about your orders still come. Write START to get offers again.";
        Thread.ofVirtual().start(() -> {
            if (wati.connected() && sender.pace().take(false, PATIENCE) && !wati.sendText(changed.phone(), text)) {
                log.info("A customer's wish about offers was noted, but the confirmation could not be sent");
            }
        });
    }
}
