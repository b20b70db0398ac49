package app.orchard.console.sales;

import app.orchard.console.Allowed;
import app.orchard.console.DaySpan;
import app.orchard.console.Notice;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.insight.Sales;
import app.orchard.insight.SalesBy;
import app.orchard.insight.SalesRow;
import app.orchard.shared.Business;
import app.orchard.shared.Money;
import app.orchard.shared.Refusal;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was sold. Days and cut stand in the address. */
@Route(Pages.SALES)
@Menu(title = "nav.sales", order = 7.5, icon = "vaadin:bar-chart-h")
@RolesAllowed(Allowed.FOUNDER)
class SalesView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final int DAYS = 29;

    private final Sales sales;
    private final Staff founder;
    private final Times times;
    private final LocalDate today;
    private final DaySpan span = new DaySpan(this::keep);
    private final Select<SalesBy> by = new Select<>();
    private final Anchor download =
            new Anchor(DownloadHandler.fromInputStream(event -> sheet()), Text.of("settlement.csv"));
    private final NativeTable table = new NativeTable();
    private final Notice empty = new Notice("basket", Text.of("sales.empty"), Text.of("sales.empty.hint"));

    SalesView(SignedIn signedIn, Sales sales, Times times, Business business, Clock clock) {
        this.sales = sales;
        this.founder = signedIn.staff();
        this.times = times;
        this.today = business.dayOf(clock.instant());
        addClassNames("page", "sales");
        by.setLabel(Text.of("sales.by"));
        by.setItems(SalesBy.values());
        by.setItemLabelGenerator(each -> Text.of("sales.by", each));
        by.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                keep();
            }
        });
        download.addClassName("download");
        Div filters = new Div(span, by, download);
        filters.addClassName("filters");
        table.addClassNames("takings", "sales-table");
        add(new H1(getPageTitle()), filters, table, empty);
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.sales");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        span.read(asked, today, DAYS);
        by.setValue(Arrays.stream(SalesBy.values())
                .filter(each ->
                        each.name().equals(asked.getSingleParameter("by").orElse("")))
                .findFirst()
                .orElse(SalesBy.DAY));
        show();
    }

    private void keep() {
        Map<String, String> asked = new HashMap<>(span.asParameters());
        asked.put("by", by.getValue().name());
        getUI().ifPresent(ui -> ui.navigate(SalesView.class, QueryParameters.simple(asked)));
    }

    private void show() {
        table.getHead().removeAll();
        table.getBody().removeAll();
        List<SalesRow> rows;
        try {
            rows = sales.summary(span.from(), span.until(), by.getValue(), founder);
        } catch (Refusal refusal) {
            span.refuse(refusal.sentence());
            rows = List.of();
        }
        download.setVisible(!span.isRefused());
        empty.setVisible(rows.isEmpty() && !span.isRefused());
        table.setVisible(!rows.isEmpty());
        NativeTableRow head = new NativeTableRow(new NativeTableHeaderCell(Text.of("sales.by", by.getValue())));
        for (String column : new String[] {"orders", "packs", "money"}) {
            head.add(new NativeTableHeaderCell(Text.of("sales." + column)));
        }
        table.getHead().add(head);
        long most = rows.stream().mapToLong(row -> row.money().minor()).reduce(1, Math::max);
        rows.forEach(row -> table.getBody().add(row(row, most)));
        Money all = rows.stream().map(SalesRow::money).reduce(Money.ZERO, Money::plus);
        NativeTableRow sum = new NativeTableRow(
                new NativeTableCell(Text.of("today.takings.all")),
                new NativeTableCell(""),
                number(String.valueOf(rows.stream().mapToInt(SalesRow::packs).sum())),
                number(all.format()));
        sum.addClassName("whole");
        table.getBody().add(sum);
    }

    private NativeTableRow row(SalesRow row, long most) {
        Div bar = new Div();
        bar.addClassName("bar");
        bar.getStyle().set("width", Math.max(1, 100 * row.money().minor() / most) + "%");
        bar.getElement().setAttribute("aria-hidden", "true");
        NativeTableRow made = new NativeTableRow(
                new NativeTableCell(new Span(name(row)), bar),
                number(String.valueOf(row.orders())),
                number(String.valueOf(row.packs())),
                number(row.money().format()));
        made.getElement().setAttribute("data-name", row.name());
        return made;
    }

    private String name(SalesRow row) {
        if (by.getValue() == SalesBy.DAY) {
            return times.day(LocalDate.parse(row.name()));
        }
        if (by.getValue() == SalesBy.CHANNEL) {
            String[] parts = row.name().split("/", 2);
            return Text.of("channel." + parts[0]) + ", " + Text.of("method." + parts[1]);
        }
        return row.name();
    }

    private static NativeTableCell number(String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.addClassName("money");
        return cell;
    }

    private DownloadResponse sheet() {
        byte[] csv =
                sales.csv(span.from(), span.until(), by.getValue(), founder).getBytes(StandardCharsets.UTF_8);
        String name = "sales-by-" + by.getValue().name().toLowerCase(Locale.ROOT) + "-" + span.from() + "-"
                + span.until() + ".csv";
        return new DownloadResponse(new ByteArrayInputStream(csv), name, "text/csv", csv.length);
    }
}
