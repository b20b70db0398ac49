package app.orchard.order;

import app.orchard.engine.DecisionAnswer;
import app.orchard.engine.DecisionTables;
import app.orchard.processes.DecisionIds;
import app.orchard.shared.Business;
import app.orchard.shared.Money;
import app.orchard.slots.ZoneBook;
import app.orchard.slots.ZoneTerms;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What bringing an order costs, as the table {@code delivery-fee} says. */
@Service
public class DeliveryFees {

    private final DecisionTables decisions;
    private final ZoneBook zones;
    private final Business business;

    DeliveryFees(DecisionTables decisions, ZoneBook zones, Business business) {
        this.decisions = decisions;
        this.zones = zones;
        this.business = business;
    }

    /**
     * @param goods what the lines come to, after discounts
     * @param slotStartsAt null while no time is chosen
     */
    public DeliveryFee of(String zone, Money goods, @Nullable Instant slotStartsAt) {
        ZoneTerms terms = zones.terms(zone);
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("zone", terms.code());
        inputs.put("distance", terms.distance());
        inputs.put("goods", goods.minor());
        inputs.put(
                "slotHour",
                slotStartsAt == null
                        ? null
                        : slotStartsAt.atZone(business.zone()).getHour());
        return decisions.decide(DecisionIds.DELIVERY_FEE, inputs, DeliveryFees::read);
    }

    private static DeliveryFee read(DecisionAnswer answer) {
        // Tables deployed by earlier releases know of no minimum
        Money minimum = Objects.requireNonNullElse(answer.moneyOrNull("minimum"), Money.ZERO);
        return new DeliveryFee(answer.money("fee"), answer.moneyOrNull("freeFrom"), minimum, answer.text("reason"));
    }
}
