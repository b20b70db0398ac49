package app.orchard.refund;

import app.orchard.shared.Money;

/**
 * What a wish comes to.
 *
 * @param needsApproval the founder will be asked before it is sent
 * @param reason why, in a sentence
 */
public record RefundPreview(Money amount, boolean needsApproval, String reason) {}
