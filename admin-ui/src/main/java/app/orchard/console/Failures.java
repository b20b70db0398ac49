package app.orchard.console;

import app.orchard.shared.Refusal;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What people see when something they pressed did not work. */
@Component
class Failures implements VaadinServiceInitListener, ErrorHandler {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        if (event.getThrowable() instanceof IOException gone) {
            log.debug("A browser went away before its answer came", gone);
            return;
        }
        Refusal refusal = refusalIn(event.getThrowable());
        if (refusal == null) {
            log(event.getThrowable());
        }
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Toast.problem(refusal == null ? Text.of("broken.sentence") : refusal.sentence()));
        }
    }

    static @Nullable Refusal refusalIn(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }

    static void log(Throwable thrown) {
        log.error("The console failed", thrown);
    }
}
