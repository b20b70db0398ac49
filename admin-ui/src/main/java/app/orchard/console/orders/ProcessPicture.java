package app.orchard.console.orders;

import app.orchard.console.BpmnDiagram;
import app.orchard.console.Text;
import app.orchard.console.orders.OrderFacts.RunPicture;
import app.orchard.engine.ProcessRun;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.ArrayList;
import java.util.List;

/** The processes of one order as diagrams, one at a time. It follows the order into a called process by itself. */
class ProcessPicture extends Section {

    private final Tabs tabs = new Tabs();
    private final BpmnDiagram diagram = new BpmnDiagram();
    private final Paragraph none = new Paragraph(Text.of("diagram.none"));
    private List<RunPicture> runs = List.of();
    private boolean chosenByHand;

    ProcessPicture() {
        addClassNames("block", "process");
        tabs.addSelectedChangeListener(change -> {
            chosenByHand |= change.isFromClient();
            draw();
        });
        add(new H2(Text.of("order.process")), tabs, diagram, none, legend());
    }

    void show(List<RunPicture> latest) {
        boolean same = keys(latest).equals(keys(runs));
        runs = latest;
        none.setVisible(runs.isEmpty());
        tabs.setVisible(!runs.isEmpty());
        diagram.setVisible(!runs.isEmpty());
        if (!same) {
            tabs.removeAll();
            runs.forEach(each -> tabs.add(new Tab(each.run().name())));
            chosenByHand = false;
        }
        if (!chosenByHand && !runs.isEmpty()) {
            tabs.setSelectedIndex(busiest());
        }
        draw();
    }

    private void draw() {
        int selected = tabs.getSelectedIndex();
        if (selected >= 0 && selected < runs.size()) {
            diagram.show(runs.get(selected).diagram());
        }
    }

    /** The innermost process that runs; the first one when all have ended. */
    private int busiest() {
        for (int i = runs.size() - 1; i > 0; i--) {
            if (runs.get(i).run().state() == ProcessRun.State.ACTIVE) {
                return i;
            }
        }
        return 0;
    }

    private static List<Long> keys(List<RunPicture> runs) {
        List<Long> keys = new ArrayList<>();
        runs.forEach(each -> keys.add(each.run().key()));
        return keys;
    }

    private static Div legend() {
        Div legend = new Div();
        legend.addClassName("legend");
        for (String each : List.of("here", "way", "stuck")) {
            Span entry = new Span(Text.of("legend." + each));
            entry.addClassName("legend-" + each);
            legend.add(entry);
        }
        return legend;
    }
}
