package app.orchard.console.trouble;

import app.orchard.console.Counter;
import app.orchard.console.Feed;
import app.orchard.console.Pages;
import app.orchard.messaging.MessageView;
import app.orchard.messaging.Messages;
import app.orchard.staff.Staff;
import java.util.List;
import org.springframework.stereotype.Service;

/** Messages that failed and were not sent again, the newest first. */
@Service
class FailedMessages implements Counter {

    private static final int MOST = 100;

    private final Messages messages;

    FailedMessages(Messages messages) {
        this.messages = messages;
    }

    Feed<List<MessageView>> all() {
        return new Feed<>(Pages.MESSAGES, "messages"::equals, () -> messages.failed(MOST));
    }

    @Override
    public String page() {
        return Pages.MESSAGES;
    }

    @Override
    public Feed<Integer> feed(Staff staff) {
        return new Feed<>(
                "count " + Pages.MESSAGES,
                "messages"::equals,
                () -> messages.failed(MOST).size());
    }
}
