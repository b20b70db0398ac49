package app.orchard.console.orders;

import app.orchard.console.Text;
import app.orchard.engine.Diagram;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model, with the step it is at, the ways it took and what got stuck. The drawing itself is done in the browser by
 * {@code console-assets/diagram.js}; the model is sent once, what happens in it each time it changes.
 */
@StyleSheet("context://webjars/bpmn-js/8.0.0/dist/assets/diagram-js.css")
@JavaScript("context://webjars/bpmn-js/8.0.0/dist/bpmn-navigated-viewer.production.min.js")
@JavaScript("context://console-assets/diagram.js")
class BpmnDiagram extends Div {

    private static final JsonMapper JSON = JsonMapper.shared();

    private String drawn = "";

    BpmnDiagram() {
        addClassName("diagram");
        getElement().setAttribute("role", "figure");
        addDetachListener(detached -> drawn = "");
    }

    void show(Diagram diagram) {
        String state = state(diagram);
        if (diagram.xml().equals(drawn)) {
            getElement().executeJs("window.orchard.diagram.mark(this, $0)", state);
        } else {
            drawn = diagram.xml();
            getElement().executeJs("window.orchard.diagram.draw(this, $0, $1)", drawn, state);
        }
    }

    private static String state(Diagram diagram) {
        ObjectNode state = JSON.createObjectNode();
        put(state, "active", diagram.active());
        put(state, "completed", diagram.completed());
        put(state, "flows", diagram.flows());
        put(state, "incidents", diagram.incidents());
        ObjectNode words = state.putObject("words");
        words.put("here", Text.of("diagram.here"));
        words.put("stuck", Text.of("diagram.stuck"));
        words.put("ended", Text.of("diagram.ended"));
        words.put("fit", Text.of("diagram.fit"));
        words.put("closer", Text.of("diagram.closer"));
        words.put("farther", Text.of("diagram.farther"));
        return JSON.writeValueAsString(state);
    }

    private static void put(ObjectNode state, String name, Set<String> ids) {
        ArrayNode array = state.putArray(name);
        ids.stream().sorted().forEach(array::add);
    }
}
