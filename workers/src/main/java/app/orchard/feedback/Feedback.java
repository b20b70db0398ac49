package app.orchard.feedback;

import org.jspecify.annotations.Nullable;

/**
 * How an order was.
 *
 * @param score from 1, bad, to 5
 * @param comment empty without one
 * @param photos how many the customer sent
 * @param answer of the founder, to a low score
 */
public record Feedback(
        int score,
        @Nullable FeedbackReason reason,
        String comment,
        int photos,
        @Nullable String answer) {

    /** Somebody has to answer this. */
    public boolean isComplaint() {
        return score <= Feedbacks.LOW;
    }
}
