package app.orchard.refund;

import app.orchard.shared.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/**
 * What the table {@code refund-policy} says.
 *
 * @param goodsShare percent of the goods' price that goes back
 * @param feeBack whether the delivery fee goes back too
 * @param approvalAbove the founder decides on larger amounts
 * @param reason a sentence for people
 */
record RefundPolicy(int goodsShare, boolean feeBack, Money approvalAbove, String reason) {

    RefundPolicy {
        if (goodsShare < 0 || goodsShare > 100 || approvalAbove.minor() < 0) {
            throw new IllegalArgumentException("The table refund-policy gives a share of %d percent and a limit of %s"
                    .formatted(goodsShare, approvalAbove.format()));
        }
    }

    /** @throws IllegalArgumentException when something is missing or makes no sense */
    static RefundPolicy of(Map<String, Object> outputs) {
        return new RefundPolicy(
                whole(outputs, "goodsShare").intValueExact(),
                Boolean.TRUE.equals(outputs.get("feeBack")),
                Money.of(whole(outputs, "approvalAbove").longValueExact()),
                Objects.toString(outputs.get("reason"), ""));
    }

    boolean needsApproval(Money amount) {
        return amount.compareTo(approvalAbove) > 0;
    }

    private static BigDecimal whole(Map<String, Object> outputs, String name) {
        if (outputs.get(name) instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        throw new IllegalArgumentException("The table refund-policy gives no " + name);
    }
}
