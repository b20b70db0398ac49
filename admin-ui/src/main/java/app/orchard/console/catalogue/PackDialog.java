package app.orchard.console.catalogue;

import app.orchard.catalog.CatalogEntry;
import app.orchard.catalog.PackSheet;
import app.orchard.console.FieldsDialog;
import app.orchard.console.Text;
import app.orchard.console.Toast;
import app.orchard.shared.Money;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A size that a product is sold in. */
class PackDialog extends FieldsDialog {

    private static final int PAISE = 2;
    private static final int MOST_PACKS = 9_999;
    private static final int LONGEST_SKU = 40;

    private final TextField size;
    private final BigDecimalField price = new BigDecimalField(Text.of("catalogue.price"));
    private final IntegerField weight;
    private final IntegerField minutes;
    private final IntegerField low;
    private final TextField sku;

    private PackDialog(String what) {
        super(what);
        size = text(Text.of("catalogue.size"), Text.of("catalogue.size.hint"), PackSheet.LONGEST_SIZE);
        price.setHelperText(Text.of("catalogue.price.hint"));
        price.setPrefixComponent(new Span("₹"));
        price.setLocale(Locale.ENGLISH);
        put(price);
        weight = number("catalogue.weight", 1, PackSheet.MOST_GRAMS);
        weight.setHelperText(Text.of("catalogue.weight.hint"));
        minutes = number("catalogue.kitchen", 0, PackSheet.MOST_MINUTES);
        low = number("stock.lowBelow.field", 0, MOST_PACKS);
        sku = text(Text.of("catalogue.sku"), Text.of("catalogue.sku.hint"), LONGEST_SKU);
        check(size, () -> size.getValue().isBlank() ? Text.of("catalogue.size.missing") : "");
        check(price, this::wrongPrice);
        refuse("bad-price", price);
        refuse("bad-sku", sku);
        refuse("sku-taken", sku);
        refuse("bad-weight", weight);
        refuse("bad-minutes", minutes);
    }

    static void add(CatalogEntry product, Shop shop, Staff founder) {
        PackDialog dialog = new PackDialog(Text.of("catalogue.pack.add"));
        dialog.sku.setValue(product.sheet().slug().toUpperCase(Locale.ROOT) + "-"
                + (product.packs().size() + 1));
        dialog.minutes.setValue(0);
        dialog.low.setValue(0);
        dialog.onConfirm(dialog.size, () -> {
            shop.addPack(product, dialog.sheet(), dialog.low.getValue(), founder);
            Toast.done(Text.of("catalogue.added", dialog.size.getValue()));
        });
        dialog.open();
    }

    static void change(CatalogEntry.PackEntry pack, int lowBelow, Shop shop, Staff founder) {
        PackDialog dialog = new PackDialog(Text.of("catalogue.pack.change"));
        dialog.addComponentAsFirst(new com.vaadin.flow.component.html.Paragraph(Text.of("catalogue.pack.frozen")));
        dialog.begin(pack.sheet(), lowBelow);
        dialog.onConfirm(dialog.size, () -> {
            shop.changePack(pack.id(), dialog.sheet(), dialog.low.getValue(), founder);
            Toast.undoable(
                    Text.of("catalogue.changed", dialog.size.getValue()),
                    () -> shop.changePack(pack.id(), pack.sheet(), lowBelow, founder));
        });
        dialog.open();
    }

    private void begin(PackSheet sheet, int lowBelow) {
        size.setValue(sheet.size());
        price.setValue(BigDecimal.valueOf(sheet.price().minor(), PAISE));
        weight.setValue(sheet.weightGrams());
        minutes.setValue(sheet.kitchenMinutes());
        low.setValue(lowBelow);
        sku.setValue(sheet.sku());
        sku.setReadOnly(true);
    }

    private String wrongPrice() {
        BigDecimal value = price.getValue();
        return value == null
                        || value.signum() <= 0
                        || value.stripTrailingZeros().scale() > PAISE
                        || value.compareTo(BigDecimal.valueOf(Money.MOST.minor(), PAISE)) > 0
                ? Text.of("catalogue.price.wrong")
                : "";
    }

    private PackSheet sheet() {
        return new PackSheet(
                sku.getValue(),
                size.getValue(),
                Money.of(price.getValue().movePointRight(PAISE).longValueExact()),
                weight.getValue(),
                minutes.getValue());
    }

    private IntegerField number(String words, int least, int most) {
        IntegerField field = put(new IntegerField(Text.of(words)));
        field.setManualValidation(true);
        field.setMin(least);
        field.setMax(most);
        check(field, () -> {
            @Nullable Integer value = field.getValue();
            return value == null || value < least || value > most ? Text.of("stock.packs.wrong", least, most) : "";
        });
        return field;
    }
}
