package app.orchard.insight;

import app.orchard.shared.Money;
import app.orchard.task.TaskLoad;
import java.time.LocalDate;
import java.util.List;

/**
 * What needs the founder, what is on, and what came in.
 *
 * @param lowStock packs at places of which somebody must order more
 * @param fullSlots of the coming two weeks, before their cut-off
 * @param uncounted cash in people's hands
 * @param carriers how many carry it
 * @param slots of today and tomorrow, but for what is over and done
 */
public record TodayFacts(
        LocalDate day,
        TaskLoad tasks,
        int lowStock,
        int fullSlots,
        Money uncounted,
        int carriers,
        List<SlotToday> slots,
        List<Takings> takings) {}
