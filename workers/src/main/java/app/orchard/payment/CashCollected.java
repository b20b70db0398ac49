package app.orchard.payment;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.staff.Staff;

/** Somebody of ours took cash from a customer and carries it now. Published in the transaction that recorded it. */
public record CashCollected(OrderId order, Money amount, Staff by) {}
