package app.orchard.demo;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;

/** The order as it is, and somebody looks at it once more after it was packed. */
final class LaterModel {

    static final String CHECK = "userTask_checkOrder";

    private LaterModel() {}

    /** @return {@code file} as {@code orchard.engine.models} names it */
    static String writtenTo(Path file) throws IOException {
        Bpmn.writeModelToFile(file.toFile(), withOneMoreStep());
        return "file:" + file;
    }

    private static BpmnModelInstance withOneMoreStep() throws IOException {
        try (InputStream file = Objects.requireNonNull(LaterModel.class.getResourceAsStream("/bpmn/order.bpmn"))) {
            BpmnModelInstance model = Bpmn.readModelFromStream(file);
            Process process = model.getModelElementById("order");
            UserTask pack = model.getModelElementById("userTask_packOrder");
            SequenceFlow packed = pack.getOutgoing().iterator().next();
            FlowNode after = packed.getTarget();
            UserTask check = model.newInstance(UserTask.class);
            check.setId(CHECK);
            check.setName("Check order");
            process.addChildElement(check);
            check.builder().zeebeCandidateGroups("packer");
            SequenceFlow checked = model.newInstance(SequenceFlow.class);
            checked.setId("flow_orderChecked");
            process.addChildElement(checked);
            after.getIncoming().remove(packed);
            packed.setTarget(check);
            check.getIncoming().add(packed);
            checked.setSource(check);
            checked.setTarget(after);
            check.getOutgoing().add(checked);
            after.getIncoming().add(checked);
            return model;
        }
    }
}
