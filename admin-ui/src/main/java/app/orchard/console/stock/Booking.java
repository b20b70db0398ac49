package app.orchard.console.stock;

import app.orchard.console.SignedIn;
import app.orchard.console.Text;
import app.orchard.inventory.Location;
import app.orchard.inventory.Lot;
import app.orchard.inventory.Receipt;
import app.orchard.inventory.StockKeeping;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens a dialog for each thing one can do with stock. */
@SpringComponent
@UIScope
class Booking {

    private final StockKeeping stock;
    private final Stockroom room;
    private final Freshness freshness;
    private final Staff staff;

    Booking(StockKeeping stock, Stockroom room, Freshness freshness, SignedIn signedIn) {
        this.stock = stock;
        this.room = room;
        this.freshness = freshness;
        this.staff = signedIn.staff();
    }

    boolean mayWarn() {
        return staff.is(Role.FOUNDER);
    }

    /** @param shelf what came, unless the dialog is to ask */
    void receive(@Nullable Shelf shelf) {
        StockDialog dialog = new StockDialog(Text.of("stock.receive"));
        Select<Location> place = dialog.place(Text.of("stock.place"), room.locations());
        ComboBox<app.orchard.catalog.Pack> pack = dialog.pack(room.packs());
        place.setValue(shelf == null ? room.locations().getFirst() : shelf.location());
        if (shelf != null) {
            pack.setValue(shelf.pack());
        }
        IntegerField packs = dialog.packs(Text.of("stock.packs.came"), 1);
        TextField lot = dialog.text(Text.of("stock.lot"), Text.of("stock.lot.hint"), 40);
        DatePicker good = dialog.day(Text.of("stock.goodUntil"), Text.of("stock.goodUntil.hint"));
        dialog.check(pack, () -> pack.isEmpty() ? Text.of("stock.choose") : "");
        dialog.check(good, () -> isPast(good) ? Text.of("stock.past") : "");
        dialog.onConfirm(packs, key -> {
            LocalDate expires = good.getValue() == null ? null : good.getValue().plusDays(1);
            Receipt receipt = new Receipt(pack.getValue().id(), packs.getValue(), lot.getValue(), expires);
            stock.receive(place.getValue().code(), List.of(receipt), key, staff);
            return Text.of("stock.received", packs.getValue(), pack.getValue().title());
        });
        dialog.open();
    }

    void count(Shelf shelf, Lot lot) {
        StockDialog dialog = dialog("stock.count", shelf, lot);
        IntegerField packs = dialog.packs(Text.of("stock.counted", lot.onHand()), 0);
        dialog.onConfirm(packs, key -> {
            stock.count(lot.id(), packs.getValue(), key, staff);
            return Text.of("stock.counted.done", packs.getValue(), shelf.pack().title());
        });
        dialog.open();
    }

    void adjust(Shelf shelf, Lot lot) {
        StockDialog dialog = dialog("stock.adjust", shelf, lot);
        IntegerField change = dialog.change(Text.of("stock.change"), Text.of("stock.change.hint"));
        TextField reason = dialog.reason();
        dialog.onConfirm(change, key -> {
            stock.adjust(lot.id(), change.getValue(), reason.getValue(), key, staff);
            return Text.of("stock.adjusted", shelf.pack().title());
        });
        dialog.open();
    }

    void transfer(Shelf shelf, Lot lot) {
        StockDialog dialog = dialog("stock.transfer", shelf, lot);
        List<Location> others = room.locations().stream()
                .filter(each -> !each.equals(shelf.location()))
                .toList();
        Select<Location> to = dialog.place(Text.of("stock.to"), others);
        if (others.size() == 1) {
            to.setValue(others.getFirst());
        }
        IntegerField packs = dialog.packs(Text.of("stock.packs.carry", lot.free()), 1);
        dialog.check(to, () -> to.isEmpty() ? Text.of("stock.choose") : "");
        dialog.onConfirm(packs, key -> {
            stock.transfer(
                    to.getValue().code(), List.of(new StockKeeping.LotPacks(lot.id(), packs.getValue())), key, staff);
            return Text.of("stock.transferred", packs.getValue(), to.getValue().name());
        });
        dialog.open();
    }

    void writeOff(Shelf shelf, Lot lot) {
        StockDialog dialog = dialog("stock.writeOff", shelf, lot);
        IntegerField packs = dialog.packs(Text.of("stock.packs.spoilt", lot.free()), 1);
        TextField reason = dialog.reason();
        dialog.onConfirm(packs, key -> {
            stock.writeOff(lot.id(), packs.getValue(), reason.getValue(), key, staff);
            return Text.of("stock.writtenOff", packs.getValue(), shelf.pack().title());
        });
        dialog.open();
    }

    void warn(Shelf shelf) {
        StockDialog dialog = new StockDialog(Text.of("stock.warn"));
        dialog.about(shelf.pack().title() + ", " + shelf.location().name());
        IntegerField packs = dialog.packs(Text.of("stock.lowBelow.field"), 0);
        packs.setValue(shelf.level().lowBelow());
        dialog.onConfirm(packs, key -> {
            stock.warnBelow(shelf.location().code(), shelf.pack().id(), packs.getValue(), staff);
            return Text.of("stock.warned", shelf.pack().title());
        });
        dialog.open();
    }

    int writeOffExpired() {
        return stock.writeOffExpired(staff);
    }

    private static StockDialog dialog(String what, Shelf shelf, Lot lot) {
        StockDialog dialog = new StockDialog(Text.of(what));
        dialog.about(
                shelf.pack().title() + ", " + shelf.location().name() + " · " + Text.of("stock.ofLot", lot.code()));
        return dialog;
    }

    private boolean isPast(DatePicker day) {
        return day.getValue() != null && day.getValue().isBefore(freshness.today());
    }
}
