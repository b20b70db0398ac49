package app.orchard.console.staff;

import app.orchard.console.Facts;
import app.orchard.console.OnceButton;
import app.orchard.console.Pages;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffMember;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/** Somebody of the team, with what one can do about them. */
class StaffPanel extends Div {

    StaffPanel(StaffMember member, Team team, Staff founder) {
        Staff staff = member.staff();
        addClassNames("task-panel", "staff-panel");
        Div head = new Div(new H2(staff.name()));
        head.addClassName("panel-head");
        if (!member.active()) {
            head.add(new Tag(Text.of("team.off"), Tag.Tone.CALM));
        }
        Anchor phone = new Anchor("tel:" + staff.phone(), staff.phone());
        Facts facts = new Facts()
                .with(Text.of("team.login"), staff.login())
                .with(Text.of("team.phone"), phone)
                .with(Text.of("team.roles"), StaffView.roles(staff));
        if (staff.is(Role.DRIVER)) {
            facts.with(Text.of("team.phones"), Text.of("team.phones.in", member.phones()));
        }
        add(
                head,
                facts,
                buttons(member, team, founder),
                new Anchor(Pages.changesOf(staff.id()), Text.of("history.link")));
    }

    private static Div buttons(StaffMember member, Team team, Staff founder) {
        Staff staff = member.staff();
        Button change = new Button(Text.of("catalogue.change"), click -> StaffDialog.change(member, team, founder));
        change.addThemeVariants(ButtonVariant.PRIMARY);
        change.addClassName("change-staff");
        Div buttons = new Div(change);
        buttons.addClassName("buttons");
        if (!member.active()) {
            Button on = new OnceButton(Text.of("team.switchOn"), () -> team.switchOn(staff, founder));
            on.addClassName("switch-on");
            buttons.add(on);
            return buttons;
        }
        Button reset = new Button(Text.of("team.reset"), click -> team.resetPassword(staff, founder));
        reset.addClassName("reset-password");
        Button off = new Button(Text.of("team.switchOff"), click -> team.switchOff(staff, founder));
        off.addClassName("switch-off");
        buttons.add(reset);
        if (member.phones() > 0) {
            Button phones = new Button(Text.of("team.phones.out"), click -> team.logOutPhones(staff, founder));
            phones.addClassName("log-out-phones");
            buttons.add(phones);
        }
        buttons.add(off);
        return buttons;
    }
}
