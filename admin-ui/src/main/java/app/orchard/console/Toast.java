package app.orchard.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** A sentence that comes and goes. */
public final class Toast {

    private static final int DONE_MILLIS = 4000;
    private static final int PROBLEM_MILLIS = 9000;

    private Toast() {}

    public static void done(String sentence) {
        show(sentence, NotificationVariant.SUCCESS, DONE_MILLIS);
    }

    public static void problem(String sentence) {
        show(sentence, NotificationVariant.ERROR, PROBLEM_MILLIS);
    }

    private static void show(String sentence, NotificationVariant variant, int millis) {
        Notification toast = new Notification();
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> toast.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(Text.of("toast.close"));
        toast.add(new Span(sentence), close);
        toast.addThemeVariants(variant);
        toast.addClassName("toast");
        toast.setPosition(Notification.Position.BOTTOM_CENTER);
        toast.setDuration(millis);
        toast.setAssertive(variant == NotificationVariant.ERROR);
        toast.open();
    }
}
