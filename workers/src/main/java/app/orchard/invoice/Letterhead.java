package app.orchard.invoice;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who sells, as it stands on invoices.
 *
 * @param name as customers know the business, also in the shop and in messages
 * @param phone as it is printed, may be empty
 * @param address on one line, may be empty
 * @param gstNumber fifteen capital letters and digits; empty for a business that is not registered
 */
public record Letterhead(String name, String phone, String address, String gstNumber) {

    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_PHONE = 20;
    public static final int LONGEST_ADDRESS = 200;

    public Letterhead {
        name = name.strip();
        phone = phone.strip();
        address = address.strip();
        gstNumber = gstNumber.strip();
    }

    /** Below the name: what there is of address, phone and tax number. */
    public String line() {
        return Stream.of(address, phone, gstNumber.isEmpty() ? "" : "GSTIN " + gstNumber)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
