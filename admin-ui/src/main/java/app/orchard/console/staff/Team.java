package app.orchard.console.staff;

import app.orchard.console.Feed;
import app.orchard.console.FieldsDialog;
import app.orchard.console.Pages;
import app.orchard.console.Text;
import app.orchard.console.Toast;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffDesk;
import app.orchard.staff.StaffMember;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Reads the team for the page, and asks before somebody is logged out. */
@Service
class Team {

    private final StaffDesk desk;

    Team(StaffDesk desk) {
        this.desk = desk;
    }

    Feed<List<StaffMember>> feed(Staff founder) {
        return new Feed<>(Pages.STAFF, "staff"::equals, () -> desk.all(founder));
    }

    void add(String login, String name, String phone, Set<Role> roles, Staff founder) {
        String password = desk.add(login, name, phone, roles, founder);
        new PasswordDialog(name, login, password).open();
    }

    void change(StaffMember member, String name, String phone, Set<Role> roles, Staff founder) {
        Staff before = member.staff();
        desk.change(before.id(), name, phone, roles, founder);
        Toast.undoable(
                Text.of("team.changed", name),
                () -> desk.change(before.id(), before.name(), before.phone(), before.roles(), founder));
    }

    void resetPassword(Staff staff, Staff founder) {
        ask("team.reset", staff, () -> {
            String password = desk.resetPassword(staff.id(), founder);
            new PasswordDialog(staff.name(), staff.login(), password).open();
        });
    }

    void logOutPhones(Staff staff, Staff founder) {
        ask("team.phones.out", staff, () -> {
            desk.logOutPhones(staff.id(), founder);
            Toast.done(Text.of("team.phones.done", staff.name()));
        });
    }

    void switchOff(Staff staff, Staff founder) {
        ask("team.switchOff", staff, () -> {
            desk.switchOff(staff.id(), founder);
            Toast.undoable(Text.of("team.switchedOff", staff.name()), () -> desk.switchOn(staff.id(), founder));
        });
    }

    void switchOn(Staff staff, Staff founder) {
        desk.switchOn(staff.id(), founder);
        Toast.undoable(Text.of("team.switchedOn", staff.name()), () -> desk.switchOff(staff.id(), founder));
    }

    private static void ask(String what, Staff staff, Runnable act) {
        FieldsDialog dialog = new FieldsDialog(Text.of(what));
        dialog.about(Text.of(what + ".consequence", staff.name()));
        dialog.onConfirm(act);
        dialog.open();
    }
}
