package app.orchard.console.stock;

import app.orchard.catalog.Pack;
import app.orchard.console.FieldsDialog;
import app.orchard.console.Text;
import app.orchard.console.Toast;
import app.orchard.inventory.Location;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Something of stock that is booked once. */
class StockDialog extends FieldsDialog {

    private static final int MOST_PACKS = 9_999;
    private static final int LONGEST_REASON = 200;

    /** Names this booking: pressed twice, it is booked once. */
    private final String requestKey = UUID.randomUUID().toString();

    StockDialog(String what) {
        super(what);
    }

    IntegerField packs(String label, int least) {
        IntegerField packs = put(new IntegerField(label));
        packs.setManualValidation(true);
        packs.setStepButtonsVisible(true);
        packs.setMin(least);
        packs.setMax(MOST_PACKS);
        check(packs, () -> {
            Integer value = packs.getValue();
            return value == null || value < least || value > MOST_PACKS
                    ? Text.of("stock.packs.wrong", least, MOST_PACKS)
                    : "";
        });
        return packs;
    }

    /** More or fewer. */
    IntegerField change(String label, String hint) {
        IntegerField change = put(new IntegerField(label));
        change.setManualValidation(true);
        change.setHelperText(hint);
        check(change, () -> {
            Integer value = change.getValue();
            return value == null || value == 0 || Math.abs(value) > MOST_PACKS ? Text.of("stock.change.wrong") : "";
        });
        return change;
    }

    TextField reason() {
        TextField reason = text(Text.of("stock.reason"), "", LONGEST_REASON);
        reason.setManualValidation(true);
        check(reason, () -> reason.getValue().isBlank() ? Text.of("stock.reason.wrong") : "");
        return reason;
    }

    DatePicker day(String label, String hint) {
        DatePicker day = put(new DatePicker(label));
        day.setHelperText(hint);
        day.setManualValidation(true);
        return day;
    }

    Select<Location> place(String label, List<Location> places) {
        Select<Location> place = put(new Select<>());
        place.setLabel(label);
        place.setItems(places);
        place.setItemLabelGenerator(Location::name);
        place.setManualValidation(true);
        return place;
    }

    ComboBox<Pack> pack(List<Pack> packs) {
        ComboBox<Pack> pack = put(new ComboBox<>(Text.of("stock.pack")));
        pack.setItems(packs);
        pack.setItemLabelGenerator(Pack::title);
        pack.setManualValidation(true);
        return pack;
    }

    /**
     * @param main beside which a refusal is shown
     * @param book is given the request key, returns what was done
     */
    void onConfirm(HasValidationProperties main, Function<String, String> book) {
        onConfirm(main, () -> Toast.done(book.apply(requestKey)));
    }
}
