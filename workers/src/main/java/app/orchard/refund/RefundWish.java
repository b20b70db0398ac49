package app.orchard.refund;

import app.orchard.shared.Money;
import app.orchard.shared.Refusal;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody of the team wants to give back.
 *
 * @param id chosen by who asks: the same id is the same refund
 * @param packs how many of each line, by its position from 0
 * @param fee the delivery fee too
 * @param goodwill on top
 * @param reason COMPLAINT or GOODWILL
 * @param note what happened, in own words
 */
public record RefundWish(
        UUID id, Map<Integer, Integer> packs, boolean fee, Money goodwill, RefundReason reason, String note) {

    private static final int LONGEST_NOTE = 300;

    public RefundWish {
        packs = Map.copyOf(packs);
        note = note.strip();
        if (!reason.isAskedByPeople()) {
            throw Refusal.invalid("bad-reason", "Please say whether it is a complaint or a favour.");
        }
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            throw Refusal.invalid("no-note", "Please write down in a few words what happened.");
        }
        if (goodwill.minor() < 0) {
            throw Refusal.invalid("bad-amount", "An amount to give back cannot be below zero.");
        }
    }
}
