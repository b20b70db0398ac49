package app.orchard.invoice;

import app.orchard.shared.Business;
import app.orchard.shared.BusinessSettings;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the business is called and how it is reached, where it must be written down. */
@Service
@Transactional
public class Letterheads {

    /** State, ten letters and digits of the tax account, its number, Z, and a check letter. */
    private static final Pattern GST_NUMBER = Pattern.compile("[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][0-9A-Z]Z[0-9A-Z]");

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{6,18}");

    private final JdbcClient jdbc;
    private final Business business;

    Letterheads(JdbcClient jdbc, Business business) {
        this.jdbc = jdbc;
        this.business = business;
    }

    @Transactional(readOnly = true)
    public Letterhead now() {
        return jdbc.sql("select name, phone, address, gst_number from business")
                .query(Letterhead.class)
                .single();
    }

    /**
     * Invoices that are asked for from now on carry it, also those of earlier orders.
     *
     * @throws Refusal INVALID {@code bad-name}, {@code bad-phone}, {@code bad-address}, {@code bad-gst-number};
     *     FORBIDDEN but for founders
     */
    public void change(Letterhead wanted, Staff by) {
        by.require(Role.FOUNDER);
        check(wanted);
        BusinessSettings s = business.settings();
        business.change(new BusinessSettings(
                wanted.name(),
                s.zone(),
                s.paymentReminderAfter(),
                s.paymentExpiresAfter(),
                s.holdFor(),
                s.preparationLead(),
                s.customerChoiceWithin()));
        jdbc.sql("update business set phone = ?, address = ?, gst_number = ?")
                .params(wanted.phone(), wanted.address(), wanted.gstNumber())
                .update();
    }

    private static void check(Letterhead wanted) {
        if (wanted.name().isEmpty() || wanted.name().length() > Letterhead.LONGEST_NAME) {
            throw Refusal.invalid("bad-name", "A name has between 1 and " + Letterhead.LONGEST_NAME + " characters.");
        }
        if (!wanted.phone().isEmpty() && !PHONE.matcher(wanted.phone()).matches()) {
            throw Refusal.invalid("bad-phone", "A number has digits, such as 080 4567 8900 or +91 98450 12345.");
        }
        if (wanted.address().length() > Letterhead.LONGEST_ADDRESS) {
            throw Refusal.invalid(
                    "bad-address", "An address has at most " + Letterhead.LONGEST_ADDRESS + " characters.");
        }
        if (!wanted.gstNumber().isEmpty()
                && !GST_NUMBER.matcher(wanted.gstNumber()).matches()) {
            throw Refusal.invalid("bad-gst-number", "A GST number has fifteen letters and digits: 29ABCDE1234F1Z5.");
        }
    }
}
