package app.orchard.console;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The HTML page around the console. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://console-assets/console.css")
@Viewport("width=device-width, initial-scale=1")
public class ConsoleShell implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Orchard");
        settings.addFavIcon("icon", "/console-assets/orchard.svg", "any");
        settings.addMetaTag("theme-color", "#f4f1ea");
    }
}
