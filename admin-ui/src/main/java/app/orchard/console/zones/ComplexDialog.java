package app.orchard.console.zones;

import app.orchard.console.FieldsDialog;
import app.orchard.console.Text;
import app.orchard.shared.Refusal;
import app.orchard.slots.Apartment;
import app.orchard.slots.ZoneDesk;
import app.orchard.slots.ZoneDraft;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A complex that the business begins to deliver to. */
class ComplexDialog extends FieldsDialog {

    private static final int LONGEST_POINT = 60;
    private static final int DIGITS_OF_A_PINCODE = 6;
    private static final Pattern POINT =
            Pattern.compile("\\s*(-?\\d{1,2}(?:\\.\\d+)?)\\s*,\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s*");

    private final TextField name;
    private final TextField street;
    private final TextField pincode;
    private final TextField point;
    private final Select<ZoneDraft> zone = new Select<>();

    ComplexDialog(List<ZoneDraft> zones, String opened, Consumer<Apartment> add) {
        super(Text.of("zones.complex.add"));
        name = text(Text.of("catalogue.name"), "", ZoneDesk.LONGEST_NAME);
        street = text(Text.of("zones.street"), "", 2 * ZoneDesk.LONGEST_NAME);
        pincode = text(Text.of("zones.pincode"), "", DIGITS_OF_A_PINCODE);
        point = text(Text.of("zones.point"), Text.of("zones.point.hint"), LONGEST_POINT);
        zone.setLabel(Text.of("filter.zone"));
        zone.setItems(zones);
        zone.setItemLabelGenerator(ZoneDraft::name);
        put(zone);
        zones.stream().filter(each -> each.code().equals(opened)).findFirst().ifPresent(zone::setValue);
        check(name, () -> name.getValue().isBlank() ? Text.of("catalogue.name.missing") : "");
        check(zone, () -> zone.isEmpty() ? Text.of("stock.choose") : "");
        check(point, () -> POINT.matcher(point.getValue()).matches() ? "" : Text.of("zones.point.wrong"));
        refuse("bad-street", street);
        refuse("bad-pincode", pincode);
        refuse("bad-point", point);
        onConfirm(name, () -> add.accept(complex()));
    }

    private Apartment complex() {
        Matcher at = POINT.matcher(point.getValue());
        if (!at.matches()) {
            throw Refusal.invalid("bad-point", Text.of("zones.point.wrong"));
        }
        return new Apartment(
                UUID.randomUUID(),
                name.getValue(),
                street.getValue(),
                pincode.getValue().strip(),
                zone.getValue().code(),
                Double.parseDouble(at.group(1)),
                Double.parseDouble(at.group(2)));
    }
}
