package app.orchard.messaging;

import app.orchard.customer.LoginCodeIssued;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class LoginCodeMessages {

    private final Messages messages;

    LoginCodeMessages(Messages messages) {
        this.messages = messages;
    }

    @EventListener
    void send(LoginCodeIssued issued) {
        messages.sendLoginCode(issued.phone(), issued.code());
    }
}
