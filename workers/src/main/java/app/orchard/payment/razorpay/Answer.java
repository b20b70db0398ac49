package app.orchard.payment.razorpay;

import java.util.function.Function;

/** What became of a question to the gateway. */
public sealed interface Answer<T> {

    /** It answered. */
    record Given<T>(T value) implements Answer<T> {}

    /** It said no and will say no again. */
    record Refused<T>(String reason) implements Answer<T> {}

    /** It did not take the question: nothing happened there; ask later. */
    record NotAsked<T>(String reason) implements Answer<T> {}

    /** We asked and heard nothing we understand: it may have happened or not. */
    record Unknown<T>(String reason) implements Answer<T> {}

    default <R> Answer<R> map(Function<T, R> change) {
        return switch (this) {
            case Given<T>(T value) -> new Given<>(change.apply(value));
            case Refused<T>(String reason) -> new Refused<>(reason);
            case NotAsked<T>(String reason) -> new NotAsked<>(reason);
            case Unknown<T>(String reason) -> new Unknown<>(reason);
        };
    }
}
