package app.orchard.delivery;

import app.orchard.routing.Costs;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code orchard.delivery}.
 *
 * @param planningTime how long the search for a plan may take
 * @param leaveAhead how long before the slot begins vehicles leave at the earliest
 * @param atTheDoor how long a driver is at a door
 * @param overtime how late a customer may be served before an order stays at home
 * @param trips how often a vehicle leaves in one tour at most
 * @param vanPerKilometre in paise
 * @param vanPerHour in paise
 * @param vanPerTour in paise
 * @param countWithin how soon the cash of a tour should be counted
 * @param evidence the folder of what drivers showed of doors
 * @param nearWithin how soon the driver can be there when the customer is told that they are near
 * @param lateAfter how long after the end of the slot a customer waits before they are told that it gets late
 * @param replanningTime how long the search for a better way for the rest of a tour may take
 * @param keepPositions how long it is remembered where drivers were
 * @param keepEvidence how long pictures of doors and of what was wrong are kept
 */
@ConfigurationProperties("orchard.delivery")
record DeliverySettings(
        @DefaultValue("2s") Duration planningTime,
        @DefaultValue("20m") Duration leaveAhead,
        @DefaultValue("3m") Duration atTheDoor,
        @DefaultValue("3h") Duration overtime,
        @DefaultValue("3") int trips,
        @DefaultValue("1400") long vanPerKilometre,
        @DefaultValue("15000") long vanPerHour,
        @DefaultValue("10000") long vanPerTour,
        @DefaultValue("12h") Duration countWithin,
        @DefaultValue("evidence") Path evidence,
        @DefaultValue("6m") Duration nearWithin,
        @DefaultValue("15m") Duration lateAfter,
        @DefaultValue("600ms") Duration replanningTime,
        @DefaultValue("30d") Duration keepPositions,
        @DefaultValue("180d") Duration keepEvidence) {

    Costs vanCosts() {
        return new Costs(vanPerKilometre, vanPerHour, vanPerTour);
    }
}
