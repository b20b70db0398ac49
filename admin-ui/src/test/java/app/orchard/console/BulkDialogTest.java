package app.orchard.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkDialogTest {

    @Test
    void goesOnWhenOneOrderFailsUnexpectedly() {
        List<String> done = new ArrayList<>();
        BulkDialog<String> dialog = new BulkDialog<>(
                "Cancel 3 orders",
                "Cancel orders",
                "They are cancelled.",
                List.of(),
                List.of("M-1", "M-2", "M-3"),
                new BulkDialog.Look<>(number -> number, number -> List.of()),
                number -> true,
                number -> {
                    if (number.equals("M-2")) {
                        throw new IllegalStateException("somebody else has it");
                    }
                    done.add(number);
                });
        dialog.getFooter()
                .getElement()
                .getChildren()
                .flatMap(each -> each.getComponent().stream())
                .filter(each -> each.hasClassName("confirm"))
                .forEach(each -> ((Button) each).click());
        assertThat(done).containsExactly("M-1", "M-3");
    }
}
