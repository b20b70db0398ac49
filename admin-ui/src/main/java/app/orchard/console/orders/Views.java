package app.orchard.console.orders;

import app.orchard.console.Pages;
import app.orchard.console.Text;
import app.orchard.order.OrderFilter;
import app.orchard.order.SavedView;
import app.orchard.order.SavedViews;
import app.orchard.shared.Refusal;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;

/** Filters that this person gave a name, one press away. */
class Views extends Div {

    private final SavedViews saved;
    private final Staff staff;
    private final Button save = new Button(Text.of("views.save"), click -> ask());
    private OrderFilter filter = OrderFilter.ALL;

    Views(SavedViews saved, Staff staff) {
        this.saved = saved;
        this.staff = staff;
        addClassName("saved-views");
        save.addThemeVariants(ButtonVariant.TERTIARY);
        save.addClassName("save-view");
    }

    void show(OrderFilter now) {
        filter = now;
        removeAll();
        for (SavedView view : saved.of(staff)) {
            Anchor link = new Anchor(Pages.ORDERS + "?" + view.address(), view.name());
            Button forget = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
                saved.forget(view.id(), staff);
                show(filter);
            });
            forget.addThemeVariants(ButtonVariant.TERTIARY);
            forget.setAriaLabel(Text.of("views.forget", view.name()));
            Span chip = new Span(link, forget);
            chip.addClassName("chip");
            chip.setClassName("chosen", view.address().equals(address()));
            add(chip);
        }
        save.setVisible(!address().isEmpty());
        add(save);
    }

    private String address() {
        return OrderSearch.write(filter).getQueryString();
    }

    private void ask() {
        Dialog dialog = new Dialog(Text.of("views.save.title"));
        dialog.addClassName("ask");
        TextField name = new TextField(Text.of("views.name"));
        name.setMaxLength(60);
        name.setManualValidation(true);
        name.setWidthFull();
        Button keep = new Button(Text.of("views.save.do"), click -> {
            try {
                saved.save(name.getValue(), address(), staff);
                dialog.close();
                show(filter);
            } catch (Refusal refusal) {
                name.setErrorMessage(refusal.sentence());
                name.setInvalid(true);
            }
        });
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        keep.addClassName("confirm");
        dialog.add(new Paragraph(Text.of("views.hint")), name);
        dialog.getFooter().add(new Button(Text.of("stock.cancel"), click -> dialog.close()), keep);
        dialog.open();
        name.focus();
    }
}
