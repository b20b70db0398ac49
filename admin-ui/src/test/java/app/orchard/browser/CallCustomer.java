package app.orchard.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The worked example of the analyst's guide: large orders are called before they are prepared. */
final class CallCustomer {

    /** What comes after the new steps moves this far to the right. */
    private static final int ROOM = 400;

    private static final int FIRST_TO_MOVE = 1335;
    private static final int UPPER_PART = 560;
    private static final Pattern SHAPE = Pattern.compile("(width=\"\\d+\" height=\"\\d+\" )?x=\"(\\d+)\" y=\"(\\d+)\"");

    private static final String STEPS = """
                <bpmn:exclusiveGateway id="gateway_largeOrder" name="Large order?" default="flow_notLarge">
                  <bpmn:incoming>flow_toPreparation</bpmn:incoming>
                  <bpmn:outgoing>flow_notLarge</bpmn:outgoing>
                  <bpmn:outgoing>flow_large</bpmn:outgoing>
                </bpmn:exclusiveGateway>
                <bpmn:userTask id="userTask_callCustomer" name="Call customer">
                  <bpmn:extensionElements>
                    <zeebe:assignmentDefinition candidateGroups="packer" />
                    <zeebe:taskSchedule dueDate="=slotStartsAt" />
                  </bpmn:extensionElements>
                  <bpmn:incoming>flow_large</bpmn:incoming>
                  <bpmn:outgoing>flow_called</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:boundaryEvent id="boundaryEvent_nobodyCalled" name="Nobody called" attachedToRef="userTask_callCustomer">
                  <bpmn:outgoing>flow_nobodyCalled</bpmn:outgoing>
                  <bpmn:timerEventDefinition>
                    <bpmn:timeDate xsi:type="bpmn:tFormalExpression">=date and time(slotStartsAt)</bpmn:timeDate>
                  </bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:exclusiveGateway id="gateway_joinCall">
                  <bpmn:incoming>flow_notLarge</bpmn:incoming>
                  <bpmn:incoming>flow_called</bpmn:incoming>
                  <bpmn:incoming>flow_nobodyCalled</bpmn:incoming>
                  <bpmn:outgoing>flow_callDecided</bpmn:outgoing>
                </bpmn:exclusiveGateway>
                <bpmn:sequenceFlow id="flow_notLarge" name="No" sourceRef="gateway_largeOrder" targetRef="gateway_joinCall" />
                <bpmn:sequenceFlow id="flow_large" name="Yes" sourceRef="gateway_largeOrder" targetRef="userTask_callCustomer">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=amountDue &gt; 150000</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="flow_called" sourceRef="userTask_callCustomer" targetRef="gateway_joinCall" />
                <bpmn:sequenceFlow id="flow_nobodyCalled" sourceRef="boundaryEvent_nobodyCalled" targetRef="gateway_joinCall" />
                <bpmn:sequenceFlow id="flow_callDecided" sourceRef="gateway_joinCall" targetRef="gateway_joinWait" />
            """;

    private static final String DRAWING = """
                  <bpmndi:BPMNShape id="gateway_largeOrder_di" bpmnElement="gateway_largeOrder" isMarkerVisible="true">
                    <dc:Bounds x="1335" y="315" width="50" height="50" />
                    <bpmndi:BPMNLabel><dc:Bounds x="1326" y="372" width="68" height="14" /></bpmndi:BPMNLabel>
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="userTask_callCustomer_di" bpmnElement="userTask_callCustomer">
                    <dc:Bounds x="1430" y="180" width="100" height="80" />
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="boundaryEvent_nobodyCalled_di" bpmnElement="boundaryEvent_nobodyCalled">
                    <dc:Bounds x="1472" y="242" width="36" height="36" />
                    <bpmndi:BPMNLabel><dc:Bounds x="1400" y="272" width="72" height="14" /></bpmndi:BPMNLabel>
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="gateway_joinCall_di" bpmnElement="gateway_joinCall" isMarkerVisible="true">
                    <dc:Bounds x="1575" y="315" width="50" height="50" />
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNEdge id="flow_notLarge_di" bpmnElement="flow_notLarge">
                    <di:waypoint x="1385" y="340" /><di:waypoint x="1575" y="340" />
                    <bpmndi:BPMNLabel><dc:Bounds x="1391" y="322" width="16" height="14" /></bpmndi:BPMNLabel>
                  </bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="flow_large_di" bpmnElement="flow_large">
                    <di:waypoint x="1360" y="315" /><di:waypoint x="1360" y="220" /><di:waypoint x="1430" y="220" />
                    <bpmndi:BPMNLabel><dc:Bounds x="1367" y="292" width="20" height="14" /></bpmndi:BPMNLabel>
                  </bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="flow_called_di" bpmnElement="flow_called">
                    <di:waypoint x="1530" y="220" /><di:waypoint x="1600" y="220" /><di:waypoint x="1600" y="315" />
                  </bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="flow_nobodyCalled_di" bpmnElement="flow_nobodyCalled">
                    <di:waypoint x="1490" y="278" /><di:waypoint x="1490" y="300" /><di:waypoint x="1585" y="300" />
                    <di:waypoint x="1585" y="330" />
                  </bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="flow_callDecided_di" bpmnElement="flow_callDecided">
                    <di:waypoint x="1625" y="340" /><di:waypoint x="1735" y="340" />
                  </bpmndi:BPMNEdge>
            """;

    private CallCustomer() {}

    /** The order process as it comes with the software. */
    static String before() {
        try {
            return new ClassPathResource("bpmn/order.bpmn").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As an analyst leaves it in Camunda Modeler. */
    static String after() {
        String moved = SHAPE.matcher(before()).replaceAll(match -> {
            int x = Integer.parseInt(match.group(2));
            boolean moves = x >= FIRST_TO_MOVE && Integer.parseInt(match.group(3)) < UPPER_PART;
            return (match.group(1) == null ? "" : match.group(1)) + "x=\"" + (moves ? x + ROOM : x) + "\" y=\""
                    + match.group(3) + "\"";
        });
        String changed = moved.replace(
                        "sourceRef=\"gateway_handedOver\" targetRef=\"gateway_joinWait\"",
                        "sourceRef=\"gateway_handedOver\" targetRef=\"gateway_largeOrder\"")
                .replaceFirst(
                        "(<bpmn:exclusiveGateway id=\"gateway_joinWait\">\\s*<bpmn:incoming>)flow_toPreparation",
                        "$1flow_callDecided")
                .replaceFirst("(?=<bpmn:sequenceFlow )", STEPS)
                .replaceFirst("(?=<bpmndi:BPMNShape )", DRAWING)
                .replaceFirst(
                        "(?s)(bpmnElement=\"flow_toPreparation\">\\s*<di:waypoint x=\"1275\" y=\"340\" />\\s*<di:waypoint) x=\"1735\"",
                        "$1 x=\"1335\"");
        if (changed.equals(moved)) {
            throw new IllegalStateException("The order process looks different now");
        }
        return changed;
    }
}
