package app.orchard.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import jakarta.annotation.security.PermitAll;

/** Answers the address of a page that is not for this role. */
@ParentLayout(MainLayout.class)
@PermitAll
class ForbiddenPage extends Div implements HasErrorParameter<AccessDeniedException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        removeAll();
        add(new Notice("gate", Text.of("forbidden.title"), Text.of("forbidden.sentence")).wayBack());
        return HttpStatusCode.FORBIDDEN.getCode();
    }
}
