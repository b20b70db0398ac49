package app.orchard.insight;

import app.orchard.shared.Money;

/**
 * What was sold of one kind.
 *
 * @param name the day as {@code 2026-11-23}, the zone's code, the product's name, or channel and way of paying as
 *     {@code ONLINE/CASH}
 * @param money with tax; of a product without the delivery fee, which belongs to no product
 */
public record SalesRow(String name, int orders, int packs, Money money) {}
