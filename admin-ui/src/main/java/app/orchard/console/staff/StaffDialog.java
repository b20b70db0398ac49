package app.orchard.console.staff;

import app.orchard.console.FieldsDialog;
import app.orchard.console.Text;
import app.orchard.customer.Phone;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffDesk;
import app.orchard.staff.StaffMember;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;

/** What somebody is called, how they are reached and what they may do. */
class StaffDialog extends FieldsDialog {

    private static final int LONGEST_PHONE = 32;

    private final TextField name;
    private final TextField login;
    private final TextField phone;
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>(Text.of("team.roles"));

    private StaffDialog(String what, String loginHint, String rolesHint) {
        super(what);
        name = text(Text.of("catalogue.name"), "", StaffDesk.LONGEST_NAME);
        login = text(Text.of("team.login"), loginHint, StaffDesk.LONGEST_LOGIN);
        phone = text(Text.of("team.phone"), Text.of("team.phone.hint"), LONGEST_PHONE);
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(role -> Text.of("team.role", role));
        roles.setHelperText(rolesHint);
        roles.addClassName("roles");
        put(roles);
        check(name, () -> name.getValue().isBlank() ? Text.of("catalogue.name.missing") : "");
        check(roles, () -> roles.getValue().isEmpty() ? Text.of("team.roles.missing") : "");
        refuse("bad-login-name", login);
        refuse("login-taken", login);
        refuse("bad-phone", phone);
        refuse("phone-taken", phone);
        refuse("last-founder", roles);
    }

    static void add(Team team, Staff founder) {
        StaffDialog dialog = new StaffDialog(Text.of("team.add"), Text.of("team.login.hint"), "");
        dialog.onConfirm(
                dialog.name,
                () -> team.add(
                        dialog.login.getValue().strip(),
                        dialog.name.getValue(),
                        dialog.number(),
                        dialog.chosen(),
                        founder));
        dialog.open();
    }

    static void change(StaffMember member, Team team, Staff founder) {
        StaffDialog dialog = new StaffDialog(Text.of("team.save"), "", Text.of("team.roles.hint"));
        Staff staff = member.staff();
        dialog.name.setValue(staff.name());
        dialog.login.setValue(staff.login());
        dialog.login.setReadOnly(true);
        dialog.phone.setValue(staff.phone());
        dialog.roles.setValue(staff.roles());
        dialog.onConfirm(
                dialog.name,
                () -> team.change(member, dialog.name.getValue(), dialog.number(), dialog.chosen(), founder));
        dialog.open();
    }

    private String number() {
        return Phone.parse(phone.getValue()).e164();
    }

    private Set<Role> chosen() {
        return Set.copyOf(roles.getValue());
    }
}
