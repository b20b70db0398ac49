package app.orchard.messaging;

import app.orchard.shared.OrderId;
import app.orchard.staff.Staff;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Messages to customers over WhatsApp: queued with the change they tell of, sent after it, followed until read. */
@Service
public class Messages {

    /** In the caller's transaction. Sent after it commits; a second request with the same dedup key changes nothing. */
    @Transactional
    public void send(MessageRequest request) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sends at once, without waiting for the outcome. The code itself is neither stored nor logged: if it cannot be
     * sent within half a minute the customer asks for another.
     *
     * @param phone E.164, {@code +919812345678}
     * @throws app.orchard.shared.Refusal UNAVAILABLE when more codes wait than we can send
     */
    public void sendLoginCode(String phone, String code) {
        throw new UnsupportedOperationException();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<MessageView> ofOrder(OrderId order) {
        throw new UnsupportedOperationException();
    }

    /** Failed and not yet sent again, newest first. */
    @Transactional(readOnly = true)
    public List<MessageView> failed(int limit) {
        throw new UnsupportedOperationException();
    }

    /**
     * Queues a failed message once more.
     *
     * @throws app.orchard.shared.Refusal FORBIDDEN for others than founders, CONFLICT when it has not failed, was
     *     already sent again or was a login code
     */
    @Transactional
    public void resend(UUID messageId, Staff by) {
        throw new UnsupportedOperationException();
    }
}
