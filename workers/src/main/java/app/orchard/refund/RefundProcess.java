package app.orchard.refund;

import app.orchard.engine.Engine;
import app.orchard.engine.EngineMessage;
import app.orchard.processes.ProcessMessages;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the process {@code refund} is told. */
@Component
class RefundProcess {

    private final Engine engine;

    RefundProcess(Engine engine) {
        this.engine = engine;
    }

    void start(RefundRequest request) {
        publish(
                request,
                ProcessMessages.REFUND_REQUESTED,
                "",
                Map.of("reason", request.reason().wireName()));
    }

    /** @param transfer that came back */
    void bounced(RefundRequest request, String transfer) {
        publish(
                request,
                ProcessMessages.REFUND_BOUNCED,
                ":" + transfer,
                Map.of(
                        "needsApproval",
                        false,
                        "settleBy",
                        Objects.requireNonNull(request.settleBy()).toString()));
    }

    /** @param what became of which transfer */
    void answered(RefundRequest request, String what) {
        publish(request, ProcessMessages.REFUND_ANSWERED, ":" + what, Map.of());
    }

    private void publish(RefundRequest request, String name, String occasion, Map<String, Object> more) {
        String id = request.getId().toString();
        String order = request.order().toString();
        Map<String, Object> variables = new HashMap<>(more);
        if (!name.equals(ProcessMessages.REFUND_ANSWERED)) {
            variables.put("refundId", id);
            variables.put("orderId", order);
        }
        engine.publish(new EngineMessage(name, id, name + ":" + id + occasion, variables, order));
    }
}
