package app.orchard.console;

import app.orchard.shared.Refusal;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import jakarta.annotation.security.PermitAll;

/** A page that could not be opened: the business said no, or something broke. */
@ParentLayout(MainLayout.class)
@PermitAll
class FailurePage extends Div implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        removeAll();
        Refusal refusal = Failures.refusalIn(parameter.getException());
        if (refusal != null) {
            add(new Notice("basket", Text.of("refused.title"), refusal.sentence()).wayBack());
            return HttpStatusCode.NOT_FOUND.getCode();
        }
        Failures.log(parameter.getException());
        add(new Notice("storm", Text.of("broken.title"), Text.of("broken.sentence")).wayBack());
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
