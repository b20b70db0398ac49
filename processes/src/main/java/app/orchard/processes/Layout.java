package app.orchard.processes;

import static java.util.stream.Collectors.toMap;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** How a model is drawn; each question is answered by the ids of the elements that are not drawn well. */
final class Layout {
    private final BpmnModelInstance model;
    private final Map<String, Rectangle2D> shapes;
    private final Map<String, List<Line2D>> lines;

    Layout(BpmnModelInstance model) {
        this.model = model;
        // Pools, remarks and data are drawn too, but no token goes through them
        this.shapes = model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> drawn(shape) instanceof FlowNode && shape.getBounds() != null)
                .collect(toMap(Layout::nameOf, shape -> box(shape.getBounds()), (one, again) -> one));
        this.lines = model.getModelElementsByType(BpmnEdge.class).stream()
                .filter(edge -> drawn(edge) instanceof SequenceFlow flow
                        && flow.getSource() != null
                        && flow.getTarget() != null)
                .collect(toMap(Layout::nameOf, Layout::lines, (one, again) -> one));
    }

    private @Nullable ModelElementInstance drawn(ModelElementInstance picture) {
        return nameOf(picture).isEmpty() ? null : model.getModelElementById(nameOf(picture));
    }

    private static String nameOf(ModelElementInstance picture) {
        return Stream.ofNullable(picture.getAttributeValue("bpmnElement"))
                .findFirst()
                .orElse("");
    }

    Stream<String> undrawn() {
        var drawn = new HashSet<>(shapes.keySet());
        drawn.addAll(lines.keySet());
        return partsOf(model).filter(id -> !drawn.contains(id));
    }

    /** Ids of all elements and sequence flows that a token can go through. */
    static Stream<String> partsOf(BpmnModelInstance model) {
        return Stream.of(FlowNode.class, SequenceFlow.class)
                .flatMap(type -> model.getModelElementsByType(type).stream())
                .map(FlowElement::getId);
    }

    Stream<String> oblique() {
        return lines.entrySet().stream()
                .filter(edge -> edge.getValue().stream()
                        .anyMatch(line -> line.getX1() != line.getX2() && line.getY1() != line.getY2()))
                .map(Map.Entry::getKey);
    }

    Stream<String> crossing() {
        var ids = new ArrayList<>(new TreeSet<>(lines.keySet()));
        return IntStream.range(0, ids.size())
                .boxed()
                .flatMap(i -> IntStream.range(i + 1, ids.size())
                        .filter(j -> cross(ids.get(i), ids.get(j)))
                        .mapToObj(j -> ids.get(i) + " with " + ids.get(j)));
    }

    private boolean cross(String one, String other) {
        // Flows from one gateway may share their first steps.
        return !flow(one).getSource().equals(flow(other).getSource())
                && all(one).stream().anyMatch(a -> all(other).stream().anyMatch(a::intersectsLine));
    }

    /** Lines through shapes they do not belong to, and shapes on shapes. */
    Stream<String> covering() {
        var throughShapes = lines.keySet().stream()
                .flatMap(id -> shapes.keySet().stream()
                        .filter(shape -> isForeign(flow(id), node(shape)))
                        .filter(shape -> all(id).stream().anyMatch(line -> line.intersects(box(shape))))
                        .map(shape -> id + " through " + shape));
        var onShapes = shapes.keySet().stream()
                .flatMap(one -> shapes.keySet().stream()
                        .filter(other -> one.compareTo(other) < 0 && areForeign(node(one), node(other)))
                        .filter(other -> box(one).intersects(box(other)))
                        .map(other -> one + " on " + other));
        return Stream.concat(throughShapes, onShapes);
    }

    private static boolean isForeign(SequenceFlow flow, FlowNode node) {
        return areForeign(flow.getSource(), node) && areForeign(flow.getTarget(), node);
    }

    private static boolean areForeign(FlowNode one, FlowNode other) {
        return !one.equals(other) && !belongs(one, other) && !belongs(other, one);
    }

    private static boolean belongs(FlowNode inner, FlowNode outer) {
        return outer.equals(inner.getParentElement())
                || (inner instanceof BoundaryEvent boundary && outer.equals(boundary.getAttachedTo()));
    }

    /** Start events of processes from which no straight line to the right reaches an end. */
    Stream<String> bent() {
        return model.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getParentElement() instanceof io.camunda.zeebe.model.bpmn.instance.Process)
                .findFirst()
                .filter(start -> !reachesEnd(start, new HashSet<>()))
                .map(StartEvent::getId)
                .stream();
    }

    private boolean reachesEnd(FlowNode node, Set<FlowNode> seen) {
        if (node instanceof EndEvent) {
            return true;
        }
        return seen.add(node)
                && node.getOutgoing().stream()
                        .filter(flow -> flow.getTarget() != null && isStraight(flow.getId()))
                        .anyMatch(flow -> reachesEnd(flow.getTarget(), seen));
    }

    private boolean isStraight(String flow) {
        return all(flow).stream().allMatch(line -> line.getY1() == line.getY2() && line.getX1() < line.getX2());
    }

    private List<Line2D> all(String flow) {
        return lines.getOrDefault(flow, List.of());
    }

    private SequenceFlow flow(String id) {
        return (SequenceFlow) model.getModelElementById(id);
    }

    private FlowNode node(String id) {
        return (FlowNode) model.getModelElementById(id);
    }

    private Rectangle2D box(String shape) {
        return Objects.requireNonNull(shapes.get(shape));
    }

    private static Rectangle2D box(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static List<Line2D> lines(BpmnEdge edge) {
        var points = List.copyOf(edge.getWaypoints());
        return IntStream.range(1, points.size())
                .mapToObj(i -> (Line2D) new Line2D.Double(
                        points.get(i - 1).getX(),
                        points.get(i - 1).getY(),
                        points.get(i).getX(),
                        points.get(i).getY()))
                .toList();
    }
}
