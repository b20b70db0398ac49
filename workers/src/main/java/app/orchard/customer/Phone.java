package app.orchard.customer;

import app.orchard.shared.Refusal;
import java.util.regex.Pattern;

/** A telephone number in E.164 form. */
public record Phone(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{7,14}");
    private static final Pattern INDIAN_MOBILE = Pattern.compile("[6-9][0-9]{9}");

    /**
     * Reads what people type: spaces, hyphens and a leading 0 are forgiven; ten digits are an Indian mobile number.
     *
     * @throws Refusal INVALID {@code bad-phone}
     */
    public static Phone parse(String typed) {
        String digits = typed.length() > 32 ? "" : typed.replaceAll("[\\s()-]", "");
        String national = digits.startsWith("0") ? digits.substring(1) : digits;
        String e164 = INDIAN_MOBILE.matcher(national).matches() ? "+91" + national : digits;
        if (!E164.matcher(e164).matches()) {
            throw Refusal.invalid("bad-phone", "Please give a mobile number of ten digits, such as 98450 12345.");
        }
        return new Phone(e164);
    }

    /** As providers write it: with the country code, without the plus. */
    public static Phone ofDigits(String digits) {
        return parse("+" + digits);
    }
}
