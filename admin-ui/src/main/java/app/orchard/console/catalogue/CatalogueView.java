package app.orchard.console.catalogue;

import app.orchard.catalog.CatalogEntry;
import app.orchard.console.Allowed;
import app.orchard.console.Live;
import app.orchard.console.Notice;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Text;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sold. The list stays; the product that is open is beside it, or over it on a telephone. */
@Route(Pages.CATALOGUE)
@Menu(title = "nav.catalogue", order = 8.41, icon = "vaadin:package")
@RolesAllowed(Allowed.FOUNDER)
class CatalogueView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private final Shop shop;
    private final Staff founder;
    private final TextField search = new TextField();
    private final UnorderedList rows = new UnorderedList();
    private final Notice empty = new Notice("basket", Text.of("catalogue.empty"), Text.of("catalogue.empty.hint"));
    private final Section detail = new Section();
    private Assortment shown = new Assortment(java.util.List.of(), Map.of());
    private String opened = "";

    CatalogueView(SignedIn signedIn, Live live, Shop shop) {
        this.shop = shop;
        this.founder = signedIn.staff();
        addClassNames("page", "split", "catalogue");
        rows.addClassName("rows");
        Section list = new Section(new H1(getPageTitle()), tools(), rows, empty);
        list.addClassName("list");
        detail.addClassName("detail");
        add(list, detail);
        live.show(this, shop.feed(founder), this::show);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String product) {
        opened = product == null ? "" : product;
        draw();
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.catalogue");
    }

    private Div tools() {
        search.setPlaceholder(Text.of("catalogue.search"));
        search.setAriaLabel(Text.of("catalogue.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> draw());
        Button add = new Button(Text.of("catalogue.add"), click -> ProductDialog.add(shop, founder, this::open));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.addClassName("add-product");
        Div tools = new Div(search, add);
        tools.addClassNames("buttons", "stock-tools");
        return tools;
    }

    private void open(UUID product) {
        getUI().ifPresent(ui -> ui.navigate(CatalogueView.class, product.toString()));
    }

    private void show(Assortment now) {
        if (!now.equals(shown)) {
            shown = now;
            draw();
        }
    }

    private void draw() {
        rows.removeAll();
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        shown.products().stream()
                .filter(product -> matches(product, wanted))
                .forEach(product -> rows.add(
                        new ProductRow(product, shown, product.id().toString().equals(opened))));
        empty.setVisible(rows.getComponentCount() == 0);
        drawDetail();
    }

    private static boolean matches(CatalogEntry product, String wanted) {
        return product.sheet().name().toLowerCase(Locale.ROOT).contains(wanted)
                || product.packs().stream()
                        .anyMatch(
                                pack -> (pack.sheet().sku() + " " + pack.sheet().size())
                                        .toLowerCase(Locale.ROOT)
                                        .contains(wanted));
    }

    private void drawDetail() {
        detail.removeAll();
        getElement().setAttribute("data-open", !opened.isEmpty());
        Optional<CatalogEntry> product = shown.products().stream()
                .filter(each -> each.id().toString().equals(opened))
                .findFirst();
        if (product.isEmpty()) {
            detail.add(new Notice("hand", Text.of("catalogue.choose"), Text.of("inbox.choose.hint")));
            return;
        }
        Anchor back = new Anchor(Pages.CATALOGUE, Text.of("catalogue.back"));
        back.addClassName("back");
        detail.add(back, new ProductPanel(product.get(), shown, shop, founder));
    }
}
