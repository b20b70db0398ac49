package app.orchard.console.zones;

import app.orchard.console.Facts;
import app.orchard.console.FieldsDialog;
import app.orchard.console.Pages;
import app.orchard.console.Text;
import app.orchard.console.Toast;
import app.orchard.customer.AddressMove;
import app.orchard.models.ModelKind;
import app.orchard.order.DeliveryFee;
import app.orchard.processes.DecisionIds;
import app.orchard.shared.Refusal;
import app.orchard.slots.Apartment;
import app.orchard.slots.ZoneDesk;
import app.orchard.slots.ZoneDraft;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One zone: what belongs to it. What its change means for customers is said before it is saved. */
class ZonePanel extends Div {

    private static final int LONGEST_PINCODES = 4000;

    private final ZoneDraft zone;
    private final Ground ground;
    private final ZoneMap map;
    private final Town town;
    private final Staff founder;
    private final TextField name = new TextField(Text.of("catalogue.name"));
    private final TextArea pincodes = new TextArea(Text.of("zones.pincodes"));
    private final MultiSelectComboBox<Apartment> complexes = new MultiSelectComboBox<>(Text.of("zones.complexes"));
    private final Select<String> distance = new Select<>();
    private final Checkbox cash = new Checkbox(Text.of("zones.cash"));
    private final Paragraph problem = new Paragraph();

    ZonePanel(ZoneDraft zone, Ground ground, ZoneMap map, Town town, Staff founder) {
        this.zone = zone;
        this.ground = ground;
        this.map = map;
        this.town = town;
        this.founder = founder;
        addClassNames("block", "zone-panel");
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        add(drawing(), problem, new H2(zone.name()), fields(), facts(), buttons());
        map.onChange(() -> problem.setText(""));
    }

    private Div drawing() {
        Button anew = new Button(Text.of("zones.anew"), click -> map.drawAnew());
        anew.addClassName("draw-anew");
        Button remove = new Button(Text.of("zones.corner.remove"), click -> map.removeCorner());
        remove.addClassName("remove-corner");
        Button back = new Button(Text.of("zones.back"), click -> map.stepBack());
        Div buttons = new Div(anew, remove, back);
        buttons.addClassNames("buttons", "drawing");
        return new Div(new Paragraph(Text.of("zones.draw.hint")), buttons);
    }

    private Div fields() {
        name.setValue(zone.name());
        name.setMaxLength(ZoneDesk.LONGEST_NAME);
        pincodes.setValue(String.join(", ", zone.pincodes()));
        pincodes.setHelperText(Text.of("zones.pincodes.hint"));
        pincodes.setMaxLength(LONGEST_PINCODES);
        complexes.setItems(ground.complexes());
        complexes.setItemLabelGenerator(Apartment::name);
        complexes.setHelperText(Text.of("zones.complexes.hint"));
        complexes.setValue(ground.complexes().stream()
                .filter(complex -> zone.apartments().contains(complex.id()))
                .collect(Collectors.toSet()));
        distance.setLabel(Text.of("zones.distance"));
        distance.setItems("near", "far");
        distance.setItemLabelGenerator(each -> Text.of("zones.distance." + each));
        distance.setHelperText(Text.of("zones.distance.hint"));
        distance.setValue(zone.distance());
        cash.setValue(zone.takesCash());
        Stream.of(name, pincodes, complexes).forEach(this::clearWhenChanged);
        Div fields = new Div(name, pincodes, complexes, distance, cash);
        fields.addClassName("form-fields");
        return fields;
    }

    private void clearWhenChanged(com.vaadin.flow.component.Component field) {
        if (field instanceof HasValidationProperties checked
                && field instanceof com.vaadin.flow.component.HasValue<?, ?> value) {
            value.addValueChangeListener(change -> checked.setInvalid(false));
        }
    }

    private Facts facts() {
        String days = town.days(zone.code()).stream()
                .sorted()
                .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                .collect(Collectors.joining(", "));
        DeliveryFee fee = town.fee(zone.code());
        String price = Text.of("zones.fee.value", fee.fee().format(), fee.reason());
        return new Facts()
                .with(
                        Text.of("zones.days"),
                        new Div(
                                new Anchor(Pages.CALENDAR, Text.of("zones.days.link")),
                                new Paragraph(days.isEmpty() ? Text.of("zones.days.none") : days)))
                .with(
                        Text.of("zones.fee"),
                        new Div(
                                new Anchor(
                                        Pages.model(ModelKind.DECISION_REQUIREMENTS, DecisionIds.DELIVERY_FEE),
                                        Text.of("zones.fee.link")),
                                new Paragraph(price)))
                .with(Text.of("zones.code"), zone.code());
    }

    private Div buttons() {
        Button save = new Button(Text.of("zones.check"), click -> preview());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClassName("check-zone");
        Div buttons =
                new Div(save, new Anchor(Pages.changesOf(town.idOf(zone.code(), founder)), Text.of("history.link")));
        buttons.addClassName("buttons");
        return buttons;
    }

    private ZoneDraft draft() {
        return new ZoneDraft(
                zone.code(),
                name.getValue(),
                distance.getValue(),
                cash.getValue(),
                map.corners(),
                Stream.of(pincodes.getValue().split("[\\s,;]+"))
                        .filter(pincode -> !pincode.isBlank())
                        .distinct()
                        .sorted()
                        .toList(),
                complexes.getValue().stream().map(Apartment::id).collect(Collectors.toSet()));
    }

    private void preview() {
        try {
            ZoneDraft draft = draft();
            List<AddressMove> moves = town.moves(draft, founder);
            FieldsDialog dialog = new FieldsDialog(Text.of("zones.save"));
            dialog.addClassName("zone-preview");
            sentences(moves, draft).forEach(dialog::about);
            dialog.about(Text.of("zones.orders"));
            dialog.onConfirm(() -> save(draft));
            dialog.open();
        } catch (Refusal refusal) {
            complain(refusal);
        }
    }

    private void save(ZoneDraft draft) {
        try {
            town.save(draft, founder);
        } catch (Refusal refusal) {
            complain(refusal);
        }
    }

    private List<String> sentences(List<AddressMove> moves, ZoneDraft draft) {
        Map<String, String> names = ground.zones().stream().collect(Collectors.toMap(ZoneDraft::code, ZoneDraft::name));
        Function<@Nullable String, String> named = code -> code == null
                ? Text.of("zones.nowhere")
                : code.equals(draft.code()) ? draft.name() : names.getOrDefault(code, code);
        return moves.isEmpty()
                ? List.of(Text.of("zones.moves.none"))
                : moves.stream()
                        .map(move -> Text.of(
                                "zones.moves", move.customers(), named.apply(move.from()), named.apply(move.to())))
                        .toList();
    }

    private void complain(Refusal refusal) {
        HasValidationProperties field = switch (refusal.type()) {
            case "bad-name" -> name;
            case "bad-pincode" -> pincodes;
            case "homeless-apartment" -> complexes;
            default -> null;
        };
        if (field != null) {
            field.setErrorMessage(refusal.sentence());
            field.setInvalid(true);
        } else {
            problem.setText(refusal.sentence());
            Toast.problem(refusal.sentence());
        }
    }
}
