package app.orchard.payment;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.staff.Staff;

/**
 * Somebody of ours gave a customer cash back out of what they carry. Published in the transaction that recorded it.
 *
 * @param refund names the refund: the same one is given back once
 */
public record CashGivenBack(OrderId order, String refund, Money amount, Staff by) {}
