package app.orchard.console.settings;

import app.orchard.console.Allowed;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Text;
import app.orchard.invoice.Letterheads;
import app.orchard.messaging.Messages;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** The shop itself: its letterhead, and the messages it sends. */
@Route(Pages.SETTINGS)
@Menu(title = "nav.shop", order = 8.44, icon = "vaadin:shop")
@RolesAllowed(Allowed.FOUNDER)
class SettingsView extends Div implements HasDynamicTitle {

    SettingsView(SignedIn signedIn, Letterheads letterheads, Messages messages) {
        addClassNames("page", "settings");
        add(
                new H1(getPageTitle()),
                new LetterheadForm(letterheads, signedIn.staff()),
                new Templates(letterheads.now().name(), messages, signedIn.staff()));
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.shop");
    }
}
