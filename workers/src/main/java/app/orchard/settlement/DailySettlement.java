package app.orchard.settlement;

import app.orchard.payment.PaymentMethod;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What should have come in each day, by way of paying, and what did. For founders. */
@Service
@Transactional(readOnly = true)
public class DailySettlement {

    private static final int MOST_DAYS = 366;

    private final SettlementEntries entries;
    private final Differences differences;

    DailySettlement(SettlementEntries entries, Differences differences) {
        this.entries = entries;
        this.differences = differences;
    }

    /**
     * The newest day first.
     *
     * @throws Refusal INVALID {@code bad-range} when it is more than a year or ends before it starts
     */
    public List<SettlementDay> days(LocalDate from, LocalDate to, Staff by) {
        by.require(Role.FOUNDER);
        if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS))) {
            throw Refusal.invalid("bad-range", "Please choose a first and a last day, at most a year apart.");
        }
        return entries.days(from, to);
    }

    /** All that makes up a day's row, oldest first. */
    public List<SettlementLine> lines(LocalDate day, PaymentMethod method, Staff by) {
        by.require(Role.FOUNDER);
        return entries.lines(day, method);
    }

    /** Differences that were ever found in those days. */
    public List<Difference> differences(LocalDate from, LocalDate to, Staff by) {
        by.require(Role.FOUNDER);
        return differences.between(from, to);
    }

    /** For a spreadsheet, the oldest day first. */
    public String csv(LocalDate from, LocalDate to, Staff by) {
        return SettlementSheet.of(days(from, to, by).reversed());
    }
}
