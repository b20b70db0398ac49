package app.orchard.console.stock;

import app.orchard.catalog.Pack;
import app.orchard.console.Text;
import app.orchard.console.Toast;
import app.orchard.inventory.Location;
import app.orchard.shared.Refusal;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Some fields and a button that books them once. What is wrong stands beside its field. */
class StockDialog extends Dialog {

    private static final int MOST_PACKS = 9_999;
    private static final int LONGEST_REASON = 200;

    private final Map<HasValidationProperties, Supplier<String>> checks = new LinkedHashMap<>();
    private final Button confirm;

    /** Names this booking: pressed twice, it is booked once. */
    private final String requestKey = UUID.randomUUID().toString();

    StockDialog(String what) {
        addClassNames("ask", "stock-dialog");
        setHeaderTitle(what);
        setWidth("28rem");
        setMaxWidth("100%");
        confirm = new Button(what);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClassName("confirm");
        getFooter().add(new Button(Text.of("stock.cancel"), click -> close()), confirm);
    }

    void about(String sentence) {
        add(new Paragraph(sentence));
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

    TextField text(String label, String hint, int longest) {
        TextField text = put(new TextField(label));
        text.setHelperText(hint);
        text.setMaxLength(longest);
        return text;
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

    /** @param wrong a sentence; empty when the field is right */
    void check(HasValidationProperties field, Supplier<String> wrong) {
        checks.put(field, wrong);
    }

    /**
     * @param main beside which a refusal is shown
     * @param book is given the request key, returns what was done
     */
    void onConfirm(HasValidationProperties main, Function<String, String> book) {
        confirm.addClickListener(click -> {
            if (!isRight()) {
                return;
            }
            try {
                String done = book.apply(requestKey);
                close();
                Toast.done(done);
            } catch (Refusal refusal) {
                complain(main, refusal.sentence());
            }
        });
    }

    private boolean isRight() {
        checks.forEach((field, wrong) -> complain(field, wrong.get()));
        return checks.keySet().stream().noneMatch(HasValidationProperties::isInvalid);
    }

    private static void complain(HasValidationProperties field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(!sentence.isEmpty());
    }

    private <C extends Component & HasValue<?, ?> & HasValidationProperties> C put(C field) {
        field.addValueChangeListener(change -> complain(field, ""));
        field.getElement().getClassList().add("stock-field");
        add(field);
        return field;
    }
}
