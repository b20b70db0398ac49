package app.orchard.console.inbox;

import app.orchard.console.Feed;
import app.orchard.console.Live;
import app.orchard.console.OnceButton;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Staff;
import app.orchard.task.Comment;
import app.orchard.task.Comments;
import app.orchard.task.Task;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** What the team said about an order or a task, live, and a field to say more. */
public class Conversation extends Div {

    private static final int LONGEST = 1000;

    private final Comments comments;
    private final Staff staff;
    private final Times times;
    private final OrderedList said = new OrderedList();
    private final TextArea field = new TextArea(Text.of("comment.field"));

    /** Opens conversations. */
    @Service
    public static class Place {

        private final Comments comments;
        private final Live live;
        private final Times times;

        Place(Comments comments, Live live, Times times) {
            this.comments = comments;
            this.live = live;
            this.times = times;
        }

        public Conversation about(OrderId order, Staff staff) {
            return open(
                    Comments.topic(order),
                    () -> comments.of(order, staff),
                    words -> comments.add(order, words, staff),
                    staff);
        }

        Conversation about(Task task, Staff staff) {
            long key = task.key();
            return open(
                    Comments.topic(task),
                    () -> comments.of(key, staff),
                    words -> comments.add(key, words, staff),
                    staff);
        }

        private Conversation open(String topic, Supplier<List<Comment>> read, Consumer<String> write, Staff staff) {
            Conversation conversation = new Conversation(comments, staff, times, write);
            live.show(conversation, new Feed<>(List.of(topic, staff.login()), topic::equals, read), conversation::show);
            return conversation;
        }
    }

    private Conversation(Comments comments, Staff staff, Times times, Consumer<String> write) {
        this.comments = comments;
        this.staff = staff;
        this.times = times;
        addClassName("conversation");
        said.addClassName("comments");
        field.setMaxLength(LONGEST);
        field.setWidthFull();
        field.setManualValidation(true);
        Button add = new OnceButton(Text.of("comment.add"), () -> add(write));
        add.addClassName("add-comment");
        add(said, field, add);
    }

    private void add(Consumer<String> write) {
        try {
            write.accept(field.getValue());
            field.clear();
            field.setInvalid(false);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            field.setErrorMessage(refusal.sentence());
            field.setInvalid(true);
        }
    }

    private void show(List<Comment> comments) {
        said.removeAll();
        comments.forEach(comment -> said.add(row(comment)));
    }

    private ListItem row(Comment comment) {
        Span who = new Span(comment.name() + " · " + times.at(comment.writtenAt()));
        who.addClassName("when");
        Div head = new Div(who);
        head.addClassName("row-head");
        if (comment.login().equals(staff.login())) {
            Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> comments.remove(comment.id(), staff));
            remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            remove.setAriaLabel(Text.of("comment.remove"));
            head.add(remove);
        }
        return new ListItem(head, new Paragraph(comment.words()));
    }
}
