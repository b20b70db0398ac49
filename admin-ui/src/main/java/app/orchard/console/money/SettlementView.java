package app.orchard.console.money;

import app.orchard.console.Allowed;
import app.orchard.console.DaySpan;
import app.orchard.console.Notice;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Toast;
import app.orchard.payment.GatewayLedger;
import app.orchard.settlement.DailySettlement;
import app.orchard.settlement.Difference;
import app.orchard.settlement.SettlementDay;
import app.orchard.shared.Business;
import app.orchard.shared.Refusal;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
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
import java.util.List;

/** Each day's money by way of paying: what should be there, what is, and the difference in words. */
@Route(Pages.SETTLEMENT)
@Menu(title = "nav.settlement", order = 8, icon = "vaadin:scale")
@RolesAllowed(Allowed.FOUNDER)
class SettlementView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final int DAYS = 14;

    private final DailySettlement settlement;
    private final Staff founder;
    private final LocalDate today;
    private final DaySpan span = new DaySpan(this::keep);
    private final Anchor download =
            new Anchor(DownloadHandler.fromInputStream(event -> sheet()), Text.of("settlement.csv"));
    private final Div days = new Div();
    private final Notice empty = new Notice("basket", Text.of("settlement.empty"), Text.of("settlement.empty.hint"));

    SettlementView(
            SignedIn signedIn, DailySettlement settlement, GatewayLedger gateway, Business business, Clock clock) {
        this.settlement = settlement;
        this.founder = signedIn.staff();
        this.today = business.dayOf(clock.instant());
        addClassNames("page", "settlement");
        days.addClassName("days");
        Button read = new Button(Text.of("settlement.read"), click -> {
            gateway.read(founder);
            Toast.done(Text.of("settlement.read.done"));
            show();
        });
        download.addClassName("download");
        Div filters = new Div(span, read, download);
        filters.addClassName("filters");
        add(new H1(getPageTitle()), new Paragraph(Text.of("settlement.intro")), filters, empty, days);
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.settlement");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        span.read(event.getLocation().getQueryParameters(), today, DAYS);
        show();
    }

    /** The days chosen stay in the address. */
    private void keep() {
        getUI().ifPresent(ui -> ui.navigate(SettlementView.class, QueryParameters.simple(span.asParameters())));
    }

    private void show() {
        List<SettlementDay> rows = List.of();
        List<Difference> known = List.of();
        try {
            rows = settlement.days(span.from(), span.until(), founder);
            known = settlement.differences(span.from(), span.until(), founder);
        } catch (Refusal refusal) {
            span.refuse(refusal.sentence());
        }
        download.setVisible(!span.isRefused());
        empty.setVisible(rows.isEmpty() && !span.isRefused());
        days.removeAll();
        rows.forEach(row -> days.add(new SettlementRow(row, settlement, founder)));
        for (Difference difference : known) {
            if (difference.state() == Difference.State.EXPLAINED) {
                days.add(explained(difference));
            }
        }
    }

    private static Div explained(Difference difference) {
        Span what = new Span(Text.of(
                "settlement.explained",
                difference.day().toString(),
                Text.of("method", difference.method()),
                difference.amount().format(),
                String.valueOf(difference.explainedBy()),
                difference.explanation()));
        Div line = new Div(new Tag(Text.of("settlement.explained.tag"), Tag.Tone.CALM), what);
        line.addClassNames("inline", "explained");
        return line;
    }

    private DownloadResponse sheet() {
        byte[] csv = settlement.csv(span.from(), span.until(), founder).getBytes(StandardCharsets.UTF_8);
        String name = "settlement-" + span.from() + "-" + span.until() + ".csv";
        return new DownloadResponse(new ByteArrayInputStream(csv), name, "text/csv", csv.length);
    }
}
