package app.orchard.settlement;

import app.orchard.payment.PaymentMethod;
import app.orchard.shared.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;

/** What a difference is about, in the words of the process: {@code 2026-11-22:ONLINE}. */
record Subject(LocalDate day, PaymentMethod method) {

    static Subject of(String text) {
        try {
            String[] parts = text.split(":", 2);
            return new Subject(LocalDate.parse(parts[0]), PaymentMethod.valueOf(parts[1]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.invalid("bad-subject", "“" + text + "” is no day and way of paying.")
                    .because(e);
        }
    }

    @Override
    public String toString() {
        return day + ":" + method;
    }
}
