package app.orchard.console.catalogue;

import app.orchard.catalog.CatalogEntry;
import app.orchard.console.Pages;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.shared.Money;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;

/** A product in the list: from which price on, how much is left, and whether it is on sale. */
class ProductRow extends ListItem {

    ProductRow(CatalogEntry product, Assortment assortment, boolean opened) {
        addClassName("task-row");
        Span name = new Span(product.sheet().name());
        name.addClassName("row-title");
        Span price = new Span(price(product));
        price.addClassName("number");
        Div head = new Div(name, price);
        head.addClassName("row-head");
        int left = product.packs().stream().mapToInt(assortment::left).sum();
        Div line = new Div(
                new Span(Text.of("catalogue.sizes", product.packs().size())), new Span(Text.of("stock.left", left)));
        line.addClassName("row-line");
        Div tags = new Div();
        tags.addClassName("inline");
        mark(product, tags);
        Div words = new Div(head, line, tags);
        words.addClassName("product-words");
        Image picture = new Image("/images/" + product.image(), "");
        Anchor open = new Anchor(Pages.CATALOGUE + "/" + product.id(), picture, words);
        open.addClassNames("row", "product-row");
        open.setRouterIgnore(false);
        add(open);
        getElement().setAttribute("data-open", opened);
    }

    static void mark(CatalogEntry product, Div tags) {
        if (!product.onSale()) {
            tags.add(new Tag(Text.of("catalogue.off"), Tag.Tone.CALM));
        } else if (product.packs().stream().noneMatch(CatalogEntry.PackEntry::onSale)) {
            tags.add(new Tag(Text.of("catalogue.packless"), Tag.Tone.WARNING));
        }
    }

    private static String price(CatalogEntry product) {
        return product.packs().stream()
                .map(pack -> pack.sheet().price())
                .min(Comparator.naturalOrder())
                .map(Money::format)
                .map(lowest -> product.packs().size() > 1 ? Text.of("catalogue.from", lowest) : lowest)
                .orElse("");
    }
}
