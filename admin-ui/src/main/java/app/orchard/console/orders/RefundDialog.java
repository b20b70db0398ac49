package app.orchard.console.orders;

import app.orchard.console.Text;
import app.orchard.console.Toast;
import app.orchard.order.OrderView;
import app.orchard.refund.RefundOffer;
import app.orchard.refund.RefundPreview;
import app.orchard.refund.RefundReason;
import app.orchard.refund.RefundRequests;
import app.orchard.refund.RefundWish;
import app.orchard.shared.Money;
import app.orchard.shared.Refusal;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks what is to be given back, and says what it comes to before anything happens. */
final class RefundDialog extends Dialog {

    private static final int LONGEST_NOTE = 300;
    private static final BigDecimal MOST_RUPEES = BigDecimal.valueOf(10_000_000);

    private final RefundRequests refunds;
    private final OrderView order;
    private final Staff staff;
    private final UUID id = UUID.randomUUID();
    private final Map<Integer, IntegerField> packs = new LinkedHashMap<>();
    private final Checkbox fee = new Checkbox();
    private final BigDecimalField goodwill = new BigDecimalField(Text.of("refund.goodwill"));
    private final RadioButtonGroup<RefundReason> reason = new RadioButtonGroup<>(Text.of("refund.reason"));
    private final TextArea note = new TextArea(Text.of("refund.note"));
    private final Paragraph preview = new Paragraph();
    private final Button send = new Button(Text.of("refund.do"), click -> send());

    RefundDialog(RefundRequests refunds, OrderView order, Staff staff) {
        super(Text.of("refund.title", order.number()));
        this.refunds = refunds;
        this.order = order;
        this.staff = staff;
        addClassNames("ask", "refund-dialog");
        RefundOffer offer = refunds.offer(order.id(), staff);
        add(new Paragraph(Text.of("refund.left", offer.left().format())));
        offer.lines().forEach(this::addLine);
        if (offer.fee().isPositive()) {
            fee.setLabel(Text.of("refund.fee", offer.fee().format()));
            fee.addValueChangeListener(change -> show());
            add(fee);
        }
        addWords();
        send.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Text.of("refund.cancel"), click -> close()), send);
        show();
    }

    private void addLine(RefundOffer.Line line) {
        if (line.packs() == 0) {
            return;
        }
        IntegerField field = new IntegerField(line.title());
        field.setMin(0);
        field.setMax(line.packs());
        field.setValue(0);
        field.setStepButtonsVisible(true);
        field.setHelperText(Text.of("refund.of", line.packs()));
        field.setWidthFull();
        field.addValueChangeListener(change -> show());
        packs.put(line.position(), field);
        add(field);
    }

    private void addWords() {
        goodwill.setWidthFull();
        goodwill.addValueChangeListener(change -> show());
        reason.setItems(RefundReason.COMPLAINT, RefundReason.GOODWILL);
        reason.setItemLabelGenerator(RefundReason::sentence);
        reason.setValue(RefundReason.COMPLAINT);
        reason.addValueChangeListener(change -> show());
        note.setMaxLength(LONGEST_NOTE);
        note.setRequired(true);
        note.setWidthFull();
        note.setValueChangeMode(ValueChangeMode.LAZY);
        note.addValueChangeListener(change -> show());
        preview.addClassName("refund-preview");
        preview.getElement().setAttribute("role", "status");
        add(goodwill, reason, note, preview);
    }

    private void show() {
        String problem = "";
        try {
            RefundPreview comes =
                    refunds.preview(order.id(), wish(note.getValue().isBlank() ? "…" : note.getValue()), staff);
            preview.setText(Text.of(
                    comes.needsApproval() ? "refund.asks" : "refund.sends",
                    comes.amount().format()));
        } catch (Refusal refusal) {
            problem = refusal.sentence();
            preview.setText(problem);
        }
        send.setEnabled(problem.isEmpty() && !note.getValue().isBlank());
    }

    private void send() {
        refunds.request(order.id(), wish(note.getValue()), staff);
        close();
        Toast.done(Text.of("refund.done", order.number()));
    }

    private RefundWish wish(String words) {
        Map<Integer, Integer> wanted = new LinkedHashMap<>();
        packs.forEach((position, field) -> wanted.put(position, Objects.requireNonNullElse(field.getValue(), 0)));
        return new RefundWish(id, wanted, fee.getValue(), paise(goodwill.getValue()), reason.getValue(), words);
    }

    private static Money paise(@Nullable BigDecimal rupees) {
        if (rupees == null) {
            return Money.ZERO;
        }
        if (rupees.abs().compareTo(MOST_RUPEES) > 0) {
            throw Refusal.invalid("bad-amount", Text.of("refund.too-much"));
        }
        return Money.of(
                rupees.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }
}
