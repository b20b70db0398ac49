package app.orchard.console.catalogue;

import app.orchard.catalog.CatalogEntry;
import app.orchard.catalog.Photos;
import app.orchard.catalog.ProductSheet;
import app.orchard.catalog.Season;
import app.orchard.console.Facts;
import app.orchard.console.OnceButton;
import app.orchard.console.Pages;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Toast;
import app.orchard.shared.Refusal;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One product: its picture, what customers read about it, and its packs, with what one can do with each. */
class ProductPanel extends Div {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private final CatalogEntry product;
    private final Assortment assortment;
    private final Shop shop;
    private final Staff founder;

    ProductPanel(CatalogEntry product, Assortment assortment, Shop shop, Staff founder) {
        this.product = product;
        this.assortment = assortment;
        this.shop = shop;
        this.founder = founder;
        addClassNames("task-panel", "shelf-panel", "product-panel");
        Div tags = new Div();
        tags.addClassName("inline");
        ProductRow.mark(product, tags);
        Image picture = new Image(
                "/images/" + product.image(),
                Text.of("catalogue.picture", product.sheet().name()));
        picture.addClassName("product-picture");
        add(new H2(product.sheet().name()), tags, picture, photo());
        add(new Paragraph(product.sheet().description()), facts(), buttons());
        add(new H3(Text.of("catalogue.packs")), packs());
        Button another = new Button(Text.of("catalogue.pack.add"), click -> PackDialog.add(product, shop, founder));
        another.addClassName("add-pack");
        Anchor history = new Anchor(Pages.changesOf(product.id()), Text.of("history.link"));
        Div last = new Div(another, history);
        last.addClassName("buttons");
        add(last);
    }

    private Upload photo() {
        Upload upload = new Upload((UploadHandler) photo -> {
            // No more of it than may be kept, whatever the browser lets through
            byte[] bytes = photo.getInputStream().readNBytes(Photos.MOST_BYTES + 1);
            photo.getUI().access(() -> bring(bytes));
        });
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Photos.MOST_BYTES);
        upload.setAcceptedFileTypes("image/jpeg", "image/png", "image/webp");
        upload.setUploadButton(new Button(Text.of("catalogue.photo")));
        upload.setDropLabel(new Span(Text.of("catalogue.photo.hint")));
        upload.addFileRejectedListener(rejected -> Toast.problem(Text.of("catalogue.photo.rejected")));
        return upload;
    }

    private void bring(byte[] bytes) {
        try {
            shop.photograph(product, bytes, founder);
        } catch (Refusal refusal) {
            Toast.problem(refusal.sentence());
        }
    }

    private Facts facts() {
        ProductSheet sheet = product.sheet();
        Anchor page = new Anchor("/products/" + sheet.slug(), "/products/" + sheet.slug());
        page.setRouterIgnore(true);
        return new Facts()
                .with(Text.of("catalogue.slug"), page)
                .with(Text.of("catalogue.kind"), Text.of("kind", sheet.kind()))
                .with(Text.of("catalogue.season"), season(sheet.season()))
                .with(Text.of("catalogue.origin"), sheet.origin())
                .with(Text.of("catalogue.ripeness"), sheet.ripeness())
                .with(Text.of("catalogue.allergens"), sheet.allergens())
                .with(Text.of("catalogue.tax"), ProductDialog.tax(sheet.taxClass(), shop.taxClasses()));
    }

    private static String season(@Nullable Season season) {
        return season == null
                ? Text.of("catalogue.season.always")
                : DAY.format(season.from()) + " – " + DAY.format(season.until());
    }

    private Div buttons() {
        Button change = new Button(Text.of("catalogue.change"), click -> ProductDialog.change(product, shop, founder));
        change.addThemeVariants(ButtonVariant.PRIMARY);
        change.addClassName("change-product");
        Button offer = new OnceButton(
                Text.of(product.onSale() ? "catalogue.withdraw" : "catalogue.offer"),
                () -> shop.offer(product, !product.onSale(), founder));
        offer.addClassName("offer-product");
        Div buttons = new Div(change, offer);
        buttons.addClassName("buttons");
        return buttons;
    }

    private UnorderedList packs() {
        UnorderedList list = new UnorderedList();
        list.addClassName("lots");
        product.packs().forEach(pack -> list.add(item(pack)));
        if (product.packs().isEmpty()) {
            list.add(new ListItem(Text.of("catalogue.packs.none")));
        }
        return list;
    }

    private ListItem item(CatalogEntry.PackEntry pack) {
        Span size = new Span(pack.sheet().size());
        size.addClassName("row-title");
        Span price = new Span(pack.sheet().price().format());
        price.addClassName("number");
        Div head = new Div(size);
        head.addClassName("inline");
        if (!pack.onSale()) {
            head.add(new Tag(Text.of("catalogue.off"), Tag.Tone.CALM));
        }
        head.add(price);
        Div line = new Div(
                new Span(pack.sheet().sku()),
                new Span(Text.of("stock.left", assortment.left(pack))),
                new Span(Text.of("catalogue.grams", pack.sheet().weightGrams())),
                new Span(Text.of("catalogue.minutes", pack.sheet().kitchenMinutes())));
        line.addClassName("row-line");
        Button change = new Button(
                Text.of("catalogue.change"),
                click -> PackDialog.change(pack, assortment.lowBelow(pack), shop, founder));
        change.setAriaLabel(Text.of("catalogue.change.label", pack.sheet().size()));
        Button offer = new OnceButton(
                Text.of(pack.onSale() ? "catalogue.withdraw" : "catalogue.offer"),
                () -> shop.offerPack(pack, !pack.onSale(), founder));
        Anchor history = new Anchor(Pages.changesOf(pack.id()), Text.of("history.link"));
        history.setAriaLabel(Text.of("history.label", pack.sheet().size()));
        Div buttons = new Div(change, offer, history);
        buttons.addClassNames("buttons", "lot-buttons");
        ListItem item = new ListItem(head, line, buttons);
        item.getElement().setAttribute("data-pack", pack.sheet().sku());
        return item;
    }
}
