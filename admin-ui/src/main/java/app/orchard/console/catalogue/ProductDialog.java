package app.orchard.console.catalogue;

import app.orchard.catalog.CatalogEntry;
import app.orchard.catalog.ProductKind;
import app.orchard.catalog.ProductSheet;
import app.orchard.catalog.Season;
import app.orchard.console.FieldsDialog;
import app.orchard.console.Text;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What customers read about a product, and when it is sold. */
class ProductDialog extends FieldsDialog {

    private final TextField name;
    private final TextField slug;
    private final Select<ProductKind> kind = new Select<>();
    private final TextArea description = new TextArea(Text.of("catalogue.description"));
    private final TextField origin;
    private final TextField ripeness;
    private final TextField allergens;
    private final YearDay from = new YearDay(Text.of("catalogue.season.from"));
    private final YearDay until = new YearDay(Text.of("catalogue.season.until"));
    private final Select<String> tax = new Select<>();

    private ProductDialog(String what, Map<String, String> taxClasses, @Nullable ProductSheet before) {
        super(what);
        name = text(Text.of("catalogue.name"), "", ProductSheet.LONGEST_NAME);
        slug = text(
                Text.of("catalogue.slug"),
                Text.of(before == null ? "catalogue.slug.hint" : "catalogue.slug.stays"),
                ProductSheet.LONGEST_NAME);
        kind.setLabel(Text.of("catalogue.kind"));
        kind.setItems(ProductKind.values());
        kind.setItemLabelGenerator(each -> Text.of("kind", each));
        put(kind);
        description.setMaxLength(ProductSheet.LONGEST_DESCRIPTION);
        put(description);
        origin = text(Text.of("catalogue.origin"), Text.of("catalogue.origin.hint"), ProductSheet.LONGEST_LINE);
        ripeness = text(Text.of("catalogue.ripeness"), Text.of("catalogue.ripeness.hint"), ProductSheet.LONGEST_LINE);
        allergens =
                text(Text.of("catalogue.allergens"), Text.of("catalogue.allergens.hint"), ProductSheet.LONGEST_LINE);
        put(from);
        put(until);
        until.setHelperText(Text.of("catalogue.season.hint"));
        tax.setLabel(Text.of("catalogue.tax"));
        tax.setItems(taxClasses.keySet().stream().sorted().toList());
        tax.setItemLabelGenerator(each -> tax(each, taxClasses));
        put(tax);
        check();
        begin(before, taxClasses);
    }

    static void add(Shop shop, Staff founder, Consumer<UUID> added) {
        ProductDialog dialog = new ProductDialog(Text.of("catalogue.add"), shop.taxClasses(), null);
        dialog.suggestAddress();
        dialog.onConfirm(dialog.name, () -> added.accept(shop.add(dialog.sheet(), founder)));
        dialog.open();
    }

    static void change(CatalogEntry product, Shop shop, Staff founder) {
        ProductDialog dialog = new ProductDialog(Text.of("catalogue.change.do"), shop.taxClasses(), product.sheet());
        dialog.slug.setReadOnly(true);
        dialog.onConfirm(dialog.name, () -> shop.change(product, dialog.sheet(), founder));
        dialog.open();
    }

    static String tax(String taxClass, Map<String, String> taxClasses) {
        String words = taxClass.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Text.of(
                "catalogue.tax.rate",
                words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
                taxClasses.getOrDefault(taxClass, "?"));
    }

    private void begin(@Nullable ProductSheet before, Map<String, String> taxClasses) {
        if (before == null) {
            kind.setValue(ProductKind.MANGO);
            tax.setValue(taxClasses.keySet().stream().max(String::compareTo).orElse(null));
            return;
        }
        name.setValue(before.name());
        slug.setValue(before.slug());
        kind.setValue(before.kind());
        description.setValue(before.description());
        origin.setValue(before.origin());
        ripeness.setValue(before.ripeness());
        allergens.setValue(before.allergens());
        Season season = before.season();
        if (season != null) {
            from.setValue(season.from());
            until.setValue(season.until());
        }
        tax.setValue(before.taxClass());
    }

    private void suggestAddress() {
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.addValueChangeListener(change -> {
            if (slug.isEmpty() || slug.getValue().equals(address(change.getOldValue()))) {
                slug.setValue(address(change.getValue()));
            }
        });
    }

    /** {@code Noor Jehan} becomes {@code noor-jehan}. */
    private static String address(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    private void check() {
        check(name, () -> name.getValue().isBlank() ? Text.of("catalogue.name.missing") : "");
        check(description, () -> description.getValue().isBlank() ? Text.of("catalogue.description.missing") : "");
        check(tax, () -> tax.isEmpty() ? Text.of("stock.choose") : "");
        check(until, () -> from.isEmpty() != until.isEmpty() ? Text.of("catalogue.season.half") : "");
        refuse("bad-slug", slug);
        refuse("slug-taken", slug);
        refuse("bad-description", description);
        refuse("bad-allergens", allergens);
        refuse("bad-origin", origin);
        refuse("bad-ripeness", ripeness);
        refuse("bad-tax-class", tax);
    }

    private ProductSheet sheet() {
        return new ProductSheet(
                slug.getValue(),
                name.getValue(),
                kind.getValue(),
                description.getValue(),
                allergens.getValue(),
                origin.getValue(),
                ripeness.getValue(),
                from.isEmpty() ? null : new Season(chosen(from), chosen(until)),
                tax.getValue());
    }

    private static java.time.MonthDay chosen(YearDay day) {
        return Objects.requireNonNull(day.getValue());
    }
}
