package app.orchard.console.zones;

import app.orchard.console.Allowed;
import app.orchard.console.FieldsDialog;
import app.orchard.console.Live;
import app.orchard.console.Notice;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Text;
import app.orchard.console.Toast;
import app.orchard.routing.RoadMap;
import app.orchard.slots.ZoneDesk;
import app.orchard.slots.ZoneDraft;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The zones on the map, and the one that is open below it with all that a founder can change about it. */
@Route(Pages.ZONES)
@Menu(title = "nav.zones", order = 8.43, icon = "vaadin:map-marker")
@RolesAllowed(Allowed.FOUNDER)
class ZonesView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private final Town town;
    private final Staff founder;
    private final ZoneMap map;
    private final UnorderedList chips = new UnorderedList();
    private final Section detail = new Section();
    private @Nullable Ground shown;
    private String opened = "";

    ZonesView(SignedIn signedIn, Live live, Town town, RoadMap roads) {
        this.town = town;
        this.founder = signedIn.staff();
        this.map = new ZoneMap(roads);
        addClassNames("page", "zones");
        chips.addClassName("zone-chips");
        Button zone = new Button(Text.of("zones.add"), click -> addZone());
        zone.addClassName("add-zone");
        Button complex = new Button(Text.of("zones.complex.add"), click -> addComplex());
        complex.addClassName("add-complex");
        Div tools = new Div(zone, complex);
        tools.addClassNames("buttons", "stock-tools");
        add(new H1(getPageTitle()), chips, map, detail, tools);
        live.show(this, town.feed(founder), this::show);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String zone) {
        opened = zone == null ? "" : zone;
        draw();
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.zones");
    }

    /** What did not change stays as it is, so that nobody's drawing is lost. */
    private void show(Ground now) {
        if (!now.equals(shown)) {
            shown = now;
            draw();
        }
    }

    private void draw() {
        Ground ground = shown;
        if (ground == null) {
            return;
        }
        chips.removeAll();
        ground.zones().forEach(zone -> chips.add(chip(zone)));
        detail.removeAll();
        Optional<ZoneDraft> zone = ground.zones().stream()
                .filter(each -> each.code().equals(opened))
                .findFirst();
        map.show(ground, zone.orElse(null));
        if (zone.isEmpty()) {
            detail.add(new Notice("hand", Text.of("zones.choose"), Text.of("zones.choose.hint")));
        } else {
            detail.add(new ZonePanel(zone.get(), ground, map, town, founder));
        }
    }

    private ListItem chip(ZoneDraft zone) {
        Anchor open = new Anchor(Pages.ZONES + "/" + zone.code(), zone.name());
        open.setRouterIgnore(false);
        Span swatch = new Span();
        swatch.addClassNames("swatch", "zone-" + ZoneMap.colour(zone, shown));
        ListItem chip = new ListItem(swatch, open);
        chip.addClassName("chip");
        chip.setClassName("chosen", zone.code().equals(opened));
        return chip;
    }

    private void addZone() {
        FieldsDialog dialog = new FieldsDialog(Text.of("zones.add"));
        TextField name = dialog.text(Text.of("catalogue.name"), "", ZoneDesk.LONGEST_NAME);
        TextField code = dialog.text(Text.of("zones.code"), Text.of("zones.code.hint"), ZoneDesk.LONGEST_NAME);
        dialog.check(name, () -> name.getValue().isBlank() ? Text.of("catalogue.name.missing") : "");
        dialog.refuse("bad-code", code);
        dialog.refuse("code-taken", code);
        dialog.onConfirm(name, () -> {
            town.add(code.getValue().strip(), name.getValue(), founder);
            Toast.done(Text.of("catalogue.added", name.getValue()));
            getUI().ifPresent(ui -> ui.navigate(ZonesView.class, code.getValue().strip()));
        });
        dialog.open();
    }

    private void addComplex() {
        if (shown != null) {
            new ComplexDialog(shown.zones(), opened, complex -> town.addComplex(complex, founder)).open();
        }
    }
}
