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
    private static final int UNDO_MILLIS = 10_000;
    private static final int PROBLEM_MILLIS = 9000;

    private Toast() {}

    public static void done(String sentence) {
        toast(sentence, NotificationVariant.SUCCESS, DONE_MILLIS).open();
    }

    /** @param undo makes it as if it had not been done, as long as the sentence stands there */
    public static void undoable(String sentence, Runnable undo) {
        Notification toast = toast(sentence, NotificationVariant.SUCCESS, UNDO_MILLIS);
        Button back = new OnceButton(Text.of("toast.undo"), () -> {
            toast.close();
            undo.run();
        });
        back.addClassName("undo");
        toast.addComponentAtIndex(1, back);
        toast.open();
    }

    public static void problem(String sentence) {
        toast(sentence, NotificationVariant.ERROR, PROBLEM_MILLIS).open();
    }

    private static Notification toast(String sentence, NotificationVariant variant, int millis) {
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
        return toast;
    }
}
