package app.orchard.console.money;

import app.orchard.console.Counter;
import app.orchard.console.Feed;
import app.orchard.console.Pages;
import app.orchard.settlement.CashCustody;
import app.orchard.settlement.CashHolder;
import app.orchard.settlement.Handover;
import app.orchard.shared.Money;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.List;
import org.springframework.stereotype.Service;

/** Who carries cash, and what was handed over lately. */
@Service
public class CashBox implements Counter {

    private static final int LATELY = 30;

    private record Key(String what, String who) {}

    private final CashCustody custody;

    CashBox(CashCustody custody) {
        this.custody = custody;
    }

    Feed<List<CashHolder>> holders(Staff founder) {
        return new Feed<>("cash", CashCustody.TOPIC::equals, () -> custody.holders(founder));
    }

    Feed<List<Handover>> handovers(Staff founder) {
        return new Feed<>("handovers", CashCustody.TOPIC::equals, () -> custody.handovers(LATELY, founder));
    }

    /** What this person carries. */
    public Feed<Money> carriedBy(Staff me) {
        return new Feed<>(new Key("carried", me.login()), CashCustody.TOPIC::equals, () -> custody.carriedBy(me));
    }

    @Override
    public String page() {
        return Pages.CASH;
    }

    @Override
    public Feed<Integer> feed(Staff staff) {
        return new Feed<>(
                new Key("cash count", staff.is(Role.FOUNDER) ? "founder" : ""),
                CashCustody.TOPIC::equals,
                () -> staff.is(Role.FOUNDER) ? custody.holders(staff).size() : 0);
    }
}
