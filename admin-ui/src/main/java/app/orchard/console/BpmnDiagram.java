package app.orchard.console;

import app.orchard.engine.Diagram;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
public class BpmnDiagram extends Div {

    private static final JsonMapper JSON = JsonMapper.shared();

    private String drawn = "";

    public BpmnDiagram() {
        addClassName("diagram");
        getElement().setAttribute("role", "figure");
        addDetachListener(detached -> drawn = "");
    }

    /** One instance: where it is, and the way it took. */
    public void show(Diagram diagram) {
        show(diagram.xml(), state(diagram));
    }

    /**
     * All instances of a version.
     *
     * @param here how many are at an element now
     * @param stuck how many got stuck there
     * @param summary a sentence for those who do not see the picture
     */
    public void show(String xml, Map<String, Integer> here, Map<String, Integer> stuck, String summary) {
        ObjectNode state = JSON.createObjectNode();
        put(state, "active", Set.of());
        put(state, "completed", Set.of());
        put(state, "flows", Set.of());
        put(state, "incidents", Set.of());
        putAll(state, "here", here);
        putAll(state, "stuckHere", stuck);
        state.put("summary", summary);
        show(xml, said(state));
    }

    /** @param chosen is told the id of the element that somebody pressed */
    public void onChoice(Consumer<String> chosen) {
        addClassName("can-choose");
        getElement()
                .addEventListener(
                        "step-chosen",
                        event -> chosen.accept(
                                event.getEventData().path("event.detail").asString()))
                .addEventData("event.detail");
    }

    private void show(String xml, String state) {
        if (xml.equals(drawn)) {
            getElement().executeJs("window.orchard.diagram.mark(this, $0)", state);
        } else {
            drawn = xml;
            getElement().executeJs("window.orchard.diagram.draw(this, $0, $1)", drawn, state);
        }
    }

    private static String state(Diagram diagram) {
        ObjectNode state = JSON.createObjectNode();
        put(state, "active", diagram.active());
        put(state, "completed", diagram.completed());
        put(state, "flows", diagram.flows());
        put(state, "incidents", diagram.incidents());
        return said(state);
    }

    private static String said(ObjectNode state) {
        ObjectNode words = state.putObject("words");
        words.put("here", Text.of("diagram.here"));
        words.put("stuck", Text.of("diagram.stuck"));
        words.put("ended", Text.of("diagram.ended"));
        words.put("fit", Text.of("diagram.fit"));
        words.put("closer", Text.of("diagram.closer"));
        words.put("farther", Text.of("diagram.farther"));
        return JSON.writeValueAsString(state);
    }

    private static void putAll(ObjectNode state, String name, Map<String, Integer> numbers) {
        ObjectNode object = state.putObject(name);
        numbers.forEach(object::put);
    }

    private static void put(ObjectNode state, String name, Set<String> ids) {
        ArrayNode array = state.putArray(name);
        ids.stream().sorted().forEach(array::add);
    }
}
