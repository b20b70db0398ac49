package app.orchard.console.money;

import app.orchard.console.Text;
import app.orchard.console.Toast;
import app.orchard.settlement.CashCustody;
import app.orchard.settlement.CashHolder;
import app.orchard.settlement.Count;
import app.orchard.settlement.Handover;
import app.orchard.shared.Money;
import app.orchard.shared.Refusal;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The founder counts what somebody hands over. */
class CountDialog extends Dialog {

    private static final int LONGEST_NOTE = 500;

    private final CashHolder holder;
    private final CashCustody custody;
    private final Staff founder;
    private final String requestKey = UUID.randomUUID().toString();
    private final BigDecimalField counted = new BigDecimalField(Text.of("count.counted"));
    private final TextArea note = new TextArea(Text.of("count.note"));
    private final Paragraph verdict = new Paragraph();
    private final Button confirm = new Button(Text.of("count.confirm"));

    CountDialog(CashHolder holder, CashCustody custody, Staff founder) {
        this.holder = holder;
        this.custody = custody;
        this.founder = founder;
        addClassNames("ask", "count");
        setHeaderTitle(Text.of("count.title", holder.name()));
        counted.setPrefixComponent(new Span("₹"));
        counted.setWidthFull();
        counted.addClassName("counted");
        counted.setValueChangeMode(ValueChangeMode.EAGER);
        counted.addValueChangeListener(change -> judge());
        note.setMaxLength(LONGEST_NOTE);
        note.setWidthFull();
        verdict.addClassName("verdict");
        verdict.getElement().setAttribute("role", "status");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickListener(click -> confirm());
        add(
                new Paragraph(
                        Text.of("count.expected", holder.name(), holder.amount().format())),
                counted,
                verdict,
                note);
        getFooter().add(new Button(Text.of("outcome.back"), click -> close()), confirm);
        judge();
    }

    private void judge() {
        Money money = money();
        confirm.setEnabled(money != null);
        note.setVisible(money != null && !money.equals(holder.amount()));
        verdict.setText(money == null ? "" : words(money.minus(holder.amount())));
    }

    private static String words(Money difference) {
        if (difference.isZero()) {
            return Text.of("count.right");
        }
        return difference.isPositive()
                ? Text.of("cash.over", difference.format())
                : Text.of("cash.short", Money.ZERO.minus(difference).format());
    }

    private void confirm() {
        Money money = money();
        if (money == null) {
            return;
        }
        try {
            Handover done = custody.handOver(
                    new Count(holder.staff(), holder.amount(), money, note.getValue(), requestKey), founder);
            close();
            Toast.done(Text.of("count.done", done.counted().format(), holder.name()));
        } catch (Refusal refusal) {
            note.setInvalid(refusal.type().equals("note-missing"));
            note.setErrorMessage(refusal.sentence());
            if (!note.isInvalid()) {
                throw refusal;
            }
        }
    }

    /** Null while nothing sensible is typed. */
    private @Nullable Money money() {
        BigDecimal rupees = counted.getValue();
        boolean sensible = rupees != null
                && rupees.signum() >= 0
                && rupees.stripTrailingZeros().scale() <= 2
                && rupees.compareTo(BigDecimal.valueOf(Money.MOST.minor(), 2)) <= 0;
        return sensible ? Money.of(rupees.movePointRight(2).longValueExact()) : null;
    }
}
