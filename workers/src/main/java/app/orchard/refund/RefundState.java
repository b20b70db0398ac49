package app.orchard.refund;

/** Where a refund is on its way from the wish to the customer's account. */
public enum RefundState {
    /** Written down; the process decides next. */
    ASKED,
    /** The founder decides. */
    TO_BE_APPROVED,
    /** The money is set aside and on its way. */
    SENDING,
    DONE,
    DECLINED,
    /** There was no money to send back. */
    NOTHING_DUE;

    boolean canTurnInto(RefundState next) {
        return switch (this) {
            case ASKED -> next == TO_BE_APPROVED || next == SENDING || next == NOTHING_DUE;
            case TO_BE_APPROVED -> next == SENDING || next == DECLINED;
            case SENDING -> next == DONE;
            // The bank gave it back
            case DONE -> next == SENDING;
            case DECLINED, NOTHING_DUE -> false;
        };
    }

    /** It holds money that is not set aside yet. */
    boolean isOpen() {
        return this == ASKED || this == TO_BE_APPROVED;
    }

    boolean isEnd() {
        return this == DONE || this == DECLINED || this == NOTHING_DUE;
    }
}
