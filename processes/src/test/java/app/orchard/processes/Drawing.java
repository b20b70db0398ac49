package app.orchard.processes;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.BusinessRuleTask;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Event;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.TerminateEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Stream;

/** A picture of a model as an SVG document; each element carries a class of the caller's choice. */
final class Drawing {
    private final BpmnModelInstance model;
    private final Function<String, String> classOf;
    private final Svg svg = new Svg();

    private Drawing(BpmnModelInstance model, Function<String, String> classOf) {
        this.model = model;
        this.classOf = classOf;
    }

    static String of(BpmnModelInstance model) {
        return of(model, id -> "element");
    }

    static String of(BpmnModelInstance model, Function<String, String> classOf) {
        return new Drawing(model, classOf).draw();
    }

    private String draw() {
        shapes(SubProcess.class).forEach(this::draw);
        model.getModelElementsByType(BpmnEdge.class).forEach(this::draw);
        shapes(FlowElement.class)
                .filter(shape -> !(shape.getBpmnElement() instanceof SubProcess))
                .forEach(this::draw);
        return svg.document();
    }

    private Stream<BpmnShape> shapes(Class<? extends BaseElement> type) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> type.isInstance(shape.getBpmnElement()));
    }

    private void draw(BpmnEdge edge) {
        var flow = (SequenceFlow) edge.getBpmnElement();
        var points = edge.getWaypoints().stream()
                .map(point -> new Svg.Point(point.getX(), point.getY()))
                .toList();
        svg.group(classOf.apply(flow.getId()), flow.getId(), () -> {
            svg.arrow(points);
            if (isDefault(flow)) {
                svg.slash(points.get(0), points.get(1));
            }
            if (edge.getBpmnLabel() != null) {
                svg.label(flow.getName(), box(edge.getBpmnLabel().getBounds()));
            }
        });
    }

    private static boolean isDefault(SequenceFlow flow) {
        return flow.getSource() instanceof ExclusiveGateway gateway && flow.equals(gateway.getDefault());
    }

    private void draw(BpmnShape shape) {
        var element = (FlowElement) shape.getBpmnElement();
        var box = box(shape.getBounds());
        svg.group(classOf.apply(element.getId()), element.getId(), () -> {
            switch (element) {
                case Event event -> event(event, box);
                case Gateway gateway -> gateway(gateway, box);
                case Activity activity -> activity(activity, box);
                default -> throw new IllegalArgumentException("cannot draw " + element.getId());
            }
            if (shape.getBpmnLabel() != null) {
                svg.label(element.getName(), box(shape.getBpmnLabel().getBounds()));
            }
        });
    }

    private void event(Event event, Svg.Box box) {
        var dashed = event instanceof BoundaryEvent boundary && !boundary.cancelActivity();
        svg.circle(box.x(), box.y(), box.width() / 2, event instanceof EndEvent ? 4 : 1.5, dashed);
        if (event instanceof CatchEvent && !(event instanceof StartEvent)) {
            svg.circle(box.x(), box.y(), box.width() / 2 - 3, 1.5, dashed);
        }
        definitions(event).forEach(definition -> {
            switch (definition) {
                case MessageEventDefinition message -> svg.envelope(box.x(), box.y());
                case TimerEventDefinition timer -> svg.clock(box.x(), box.y());
                case ErrorEventDefinition error -> svg.bolt(box.x(), box.y());
                case TerminateEventDefinition terminate -> svg.disc(box.x(), box.y(), 10);
                default -> throw new IllegalArgumentException("cannot draw " + event.getId());
            }
        });
    }

    private static Collection<EventDefinition> definitions(Event event) {
        return event.getChildElementsByType(EventDefinition.class);
    }

    private void gateway(Gateway gateway, Svg.Box box) {
        svg.diamond(box);
        if (gateway instanceof EventBasedGateway) {
            svg.circle(box.x(), box.y(), 13, 1, false);
            svg.circle(box.x(), box.y(), 10.5, 1, false);
            svg.pentagon(box.x(), box.y());
        } else {
            svg.cross(box.x(), box.y());
        }
    }

    private void activity(Activity activity, Svg.Box box) {
        if (activity instanceof SubProcess subProcess) {
            svg.frame(box, subProcess.triggeredByEvent());
            svg.text(activity.getName(), box.x(), box.y() - box.height() / 2 + 18, 200, 12);
            return;
        }
        svg.roundedBox(box, activity instanceof CallActivity ? 4 : 1.5);
        svg.text(activity.getName(), box.x(), box.y() + 4, 86, 12);
        var left = box.x() - box.width() / 2 + 14;
        var top = box.y() - box.height() / 2 + 14;
        switch (activity) {
            case ServiceTask task -> svg.gear(left, top);
            case UserTask task -> svg.person(left, top);
            case BusinessRuleTask task -> svg.table(left, top);
            case ReceiveTask task -> svg.envelope(left + 2, top - 1);
            case CallActivity call -> called(call, box.x(), box.y() + box.height() / 2 - 9);
            default -> throw new IllegalArgumentException("cannot draw " + activity.getId());
        }
    }

    private void called(CallActivity call, double x, double y) {
        boolean manyTimes = call.getLoopCharacteristics() != null;
        svg.plus(manyTimes ? x - 11 : x, y);
        if (manyTimes) {
            svg.bars(x + 11, y);
        }
    }

    private static Svg.Box box(Bounds bounds) {
        return new Svg.Box(
                bounds.getX() + bounds.getWidth() / 2,
                bounds.getY() + bounds.getHeight() / 2,
                bounds.getWidth(),
                bounds.getHeight());
    }
}
