package app.orchard.refund;

import app.orchard.order.Timeline;
import app.orchard.payment.PaidTwice;
import app.orchard.payment.RefundAnswered;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears of money that came or went, in the transaction in which it did. */
@Component
class RefundNews {

    private final RefundBooks books;
    private final RefundProcess process;

    RefundNews(RefundBooks books, RefundProcess process) {
        this.books = books;
        this.process = process;
    }

    @EventListener
    void on(PaidTwice twice) {
        UUID id = UUID.nameUUIDFromBytes(("paidTwice:" + twice.payment()).getBytes(StandardCharsets.UTF_8));
        books.lock(twice.order());
        if (books.find(id).isEmpty()) {
            RefundCause cause = RefundCause.of(twice.order(), RefundReason.PAID_TWICE);
            process.start(books.write(id, cause, RefundPlan.only(twice.amount()), Timeline.SYSTEM, false));
        }
    }

    @EventListener
    void on(RefundAnswered answer) {
        books.find(answer.request()).ifPresent(request -> {
            if (answer.failed() && request.state() == RefundState.DONE) {
                request.reopen(books.settleBy());
                process.bounced(request, answer.key());
            } else {
                process.answered(request, answer.key() + (answer.failed() ? ":failed" : ":done"));
            }
        });
    }
}
