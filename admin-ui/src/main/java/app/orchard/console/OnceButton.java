package app.orchard.console;

import com.vaadin.flow.component.button.Button;

/** Pressed twice in a row it acts once. When its act is refused it can be pressed again. */
public class OnceButton extends Button {

    public OnceButton(String text, Runnable act) {
        super(text);
        setDisableOnClick(true);
        addClickListener(click -> {
            try {
                act.run();
            } finally {
                setEnabled(true);
            }
        });
    }
}
