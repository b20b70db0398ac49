package app.orchard.feedback;

import java.util.Arrays;
import java.util.List;

/** What a customer liked or did not like, to be tapped. */
public enum FeedbackReason {
    TASTE(true, "the taste"),
    FRESH(true, "how fresh it was"),
    PUNCTUAL(true, "on time"),
    FRIENDLY(true, "a friendly driver"),
    LATE(false, "too late"),
    DAMAGED(false, "damaged"),
    NOT_RIPE(false, "not ripe"),
    SPOILT(false, "spoilt"),
    MISSING(false, "something was missing"),
    OTHER(false, "something else");

    private final boolean isPraise;
    private final String words;

    FeedbackReason(boolean isPraise, String words) {
        this.isPraise = isPraise;
        this.words = words;
    }

    /** Those that go with a score. */
    public static List<FeedbackReason> of(int score) {
        return Arrays.stream(values())
                .filter(reason -> reason.isPraise == score > Feedbacks.LESS_THAN_GOOD)
                .toList();
    }

    /** For the team: "too late" */
    String words() {
        return words;
    }
}
