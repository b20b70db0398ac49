package app.orchard.demo;

import app.orchard.sandbox.http.Fault;
import app.orchard.sandbox.http.Fault.Kind;
import java.util.Map;
import java.util.Set;

/** How the payment gateway and the message provider behave, by the switches of their simulators. */
record Vendors(Product product) {

    private static final String CALLS = "^/v1/";
    private static final String SENDING = "(?i)messageTemplates?|sendTemplate|messages";

    /** Every manner in which vendors misbehave. */
    enum Manner {
        SILENT,
        SLOW,
        BROKEN_OFF,
        UNWELL,
        TALKATIVE,
        FORGETFUL,
        FORGING
    }

    /** @param manners none means well */
    void behave(Set<Manner> manners) {
        razorpay(Map.of(
                "webhooksLost", manners.contains(Manner.FORGETFUL),
                "webhooksDuplicated", manners.contains(Manner.TALKATIVE) ? 2 : 0,
                "webhooksReordered", manners.contains(Manner.TALKATIVE),
                "webhooksDelayedMillis", manners.contains(Manner.SLOW) ? 3000 : 0,
                "webhooksForged", manners.contains(Manner.FORGING)));
        product.sandbox()
                .wati()
                .switches()
                .set(Map.of(
                        "loseWebhooks", manners.contains(Manner.FORGETFUL),
                        "duplicateWebhooks", manners.contains(Manner.TALKATIVE),
                        "disorderedWebhooks", manners.contains(Manner.TALKATIVE)));
        product.sandbox().razorpay().faults().clear();
        product.sandbox().wati().faults().clear();
        for (Manner manner : manners) {
            switch (manner) {
                case SILENT -> both(Kind.TIMEOUT_BEFORE, Kind.TIMEOUT_AFTER, 3000);
                case SLOW -> both(Kind.SLOW, Kind.SLOW, 1500);
                case BROKEN_OFF -> both(Kind.DROP_AFTER, Kind.DROP_BEFORE, 0);
                case UNWELL -> both(Kind.SERVER_ERROR, Kind.SERVER_ERROR_AFTER, 0);
                default -> {
                    // The switches say it all
                }
            }
        }
    }

    /** @param answered or else the gateway is still at every refund for as long as one asks */
    void refunds(boolean answered) {
        razorpay(Map.of("refundsInProgress", answered ? 0 : 1_000_000));
    }

    private void both(Kind first, Kind second, long millis) {
        for (Kind kind : new Kind[] {first, second}) {
            product.sandbox().razorpay().faults().plan(new Fault(kind, "", CALLS, 0, 3, millis));
            product.sandbox().wati().faults().plan(new Fault(kind, "POST", SENDING, 0, 2, millis));
        }
    }

    private void razorpay(Map<String, Object> switches) {
        Api.at(product.sandbox().razorpayUri()).post("/sandbox/switches", switches);
    }
}
