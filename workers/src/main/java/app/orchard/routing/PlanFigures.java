package app.orchard.routing;

import java.util.List;

/**
 * What a plan comes to.
 *
 * @param seconds from leaving to being back, of all vehicles together
 * @param lateSeconds by which services begin too late, together
 * @param cost in paise
 */
public record PlanFigures(long metres, long seconds, long lateSeconds, int orders, long cost) {

    /** In paise; zero when nothing is delivered. */
    public long costPerOrder() {
        return orders == 0 ? 0 : Math.round((double) cost / orders);
    }

    static PlanFigures together(List<PlanFigures> parts) {
        return new PlanFigures(
                parts.stream().mapToLong(PlanFigures::metres).sum(),
                parts.stream().mapToLong(PlanFigures::seconds).sum(),
                parts.stream().mapToLong(PlanFigures::lateSeconds).sum(),
                parts.stream().mapToInt(PlanFigures::orders).sum(),
                parts.stream().mapToLong(PlanFigures::cost).sum());
    }
}
