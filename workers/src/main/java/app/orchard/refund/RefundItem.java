package app.orchard.refund;

import app.orchard.shared.Money;
import jakarta.persistence.Embeddable;

/**
 * Packs of one line of an order that are refunded.
 *
 * @param position of the line in the order, from 0
 */
@Embeddable
public record RefundItem(int position, int quantity, Money amount) {}
