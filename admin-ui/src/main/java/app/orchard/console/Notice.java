package app.orchard.console;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;

/** Instead of content: nothing to do, nothing found, not allowed, or something broke. */
public class Notice extends Div {

    /** @param picture the name of a drawing: basket, gate or storm */
    public Notice(String picture, String title, String sentence) {
        addClassName("notice");
        add(new Image("/console-assets/" + picture + ".svg", ""), new H2(title), new Paragraph(sentence));
    }

    Notice wayBack() {
        add(new Anchor("", Text.of("notice.home")));
        return this;
    }
}
