package app.orchard.staff;

import app.orchard.shared.Changes;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a founder decides who works here and who may do what. Whoever may do less than before, or gets a new password,
 * is logged out at once wherever they are. There is always a founder who can log in.
 */
@Service
@Transactional
public class StaffDesk {

    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_LOGIN = 30;
    private static final String TOPIC = "staff";
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,29}");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{7,14}");

    /** Without those that look alike. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 3;
    private static final int LETTERS_OF_A_GROUP = 4;

    private final StaffAccountRepository accounts;
    private final StaffSessions sessions;
    private final PasswordEncoder passwords;
    private final Changes changes;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    StaffDesk(
            StaffAccountRepository accounts,
            StaffSessions sessions,
            PasswordEncoder passwords,
            Changes changes,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.changes = changes;
        this.clock = clock;
    }

    /** Those who work here by name, then those who did. */
    @Transactional(readOnly = true)
    public List<StaffMember> all(Staff by) {
        by.require(Role.FOUNDER);
        Map<UUID, Integer> phones = sessions.open();
        return accounts.everybody().stream()
                .map(account ->
                        new StaffMember(account.asStaff(), account.isActive(), phones.getOrDefault(account.id(), 0)))
                .toList();
    }

    /**
     * @param login small letters, digits, dots and hyphens; for good
     * @param phone E.164
     * @return their first password, which is kept nowhere
     * @throws Refusal INVALID {@code bad-login-name}, {@code bad-name}, {@code bad-phone}, {@code no-role}; CONFLICT
     *     {@code login-taken}, {@code phone-taken}
     */
    public String add(String login, String name, String phone, Set<Role> roles, Staff by) {
        by.require(Role.FOUNDER);
        if (!LOGIN.matcher(login).matches()) {
            throw Refusal.invalid(
                    "bad-login-name", "A login has 2 to 30 small letters, digits, dots or hyphens, such as “meena”.");
        }
        accounts.lock();
        if (accounts.existsByLogin(login)) {
            throw Refusal.conflict("login-taken", "Somebody has the login “" + login + "”. Please choose another one.");
        }
        UUID id = TimeOrderedId.next();
        check(id, name, phone, roles);
        String password = newPassword();
        accounts.save(new StaffAccount(id, login, name.strip(), phone, hash(password), roles));
        changes.announce(TOPIC);
        return password;
    }

    /**
     * @throws Refusal INVALID as {@link #add}; CONFLICT {@code phone-taken}, {@code last-founder}; NOT_FOUND
     */
    public void change(UUID staff, String name, String phone, Set<Role> roles, Staff by) {
        by.require(Role.FOUNDER);
        accounts.lock();
        StaffAccount account = find(staff);
        check(staff, name, phone, roles);
        if (!roles.contains(Role.FOUNDER)) {
            refuseLastFounder(account);
        }
        boolean isOther = !account.asStaff().roles().equals(roles);
        boolean hasNewPhone = !account.asStaff().phone().equals(phone);
        account.describe(name.strip(), phone, roles);
        if (isOther || hasNewPhone) {
            logOut(account);
        }
        changes.announce(TOPIC);
    }

    /** @return their new password, which is kept nowhere @throws Refusal NOT_FOUND */
    public String resetPassword(UUID staff, Staff by) {
        by.require(Role.FOUNDER);
        StaffAccount account = find(staff);
        String password = newPassword();
        account.changePassword(hash(password));
        logOut(account);
        changes.announce(TOPIC);
        return password;
    }

    /** They may not log in any more. @throws Refusal CONFLICT {@code last-founder}; NOT_FOUND */
    public void switchOff(UUID staff, Staff by) {
        by.require(Role.FOUNDER);
        accounts.lock();
        StaffAccount account = find(staff);
        refuseLastFounder(account);
        account.switchOff();
        logOut(account);
        changes.announce(TOPIC);
    }

    /** They may log in again, with the password they had. @throws Refusal CONFLICT {@code phone-taken}; NOT_FOUND */
    public void switchOn(UUID staff, Staff by) {
        by.require(Role.FOUNDER);
        accounts.lock();
        StaffAccount account = find(staff);
        Staff known = account.asStaff();
        refuseTakenPhone(staff, known.phone(), known.roles());
        account.switchOn();
        changes.announce(TOPIC);
    }

    /** Of all phones on which they are logged in as a driver. @throws Refusal NOT_FOUND */
    public void logOutPhones(UUID staff, Staff by) {
        by.require(Role.FOUNDER);
        sessions.closeAll(find(staff).id());
        changes.announce(TOPIC);
    }

    private void logOut(StaffAccount account) {
        account.logOut(clock.instant());
        sessions.closeAll(account.id());
    }

    private void check(UUID staff, String name, String phone, Set<Role> roles) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw Refusal.invalid("bad-name", "A name has between 1 and " + LONGEST_NAME + " characters.");
        }
        if (!PHONE.matcher(phone).matches()) {
            throw Refusal.invalid("bad-phone", "Please give a mobile number of ten digits, such as 98450 12345.");
        }
        if (roles.isEmpty()) {
            throw Refusal.invalid("no-role", "Please choose one role at least.");
        }
        refuseTakenPhone(staff, phone, roles);
    }

    /** Drivers are known by their phones. */
    private void refuseTakenPhone(UUID staff, String phone, Set<Role> roles) {
        if (roles.contains(Role.DRIVER)
                && accounts.activeWithRole(Role.DRIVER).stream()
                        .anyMatch(other -> !other.id().equals(staff)
                                && other.asStaff().phone().equals(phone))) {
            throw Refusal.conflict(
                    "phone-taken",
                    "Another driver has this number. Drivers log in by their number, so each needs one.");
        }
    }

    private void refuseLastFounder(StaffAccount account) {
        if (account.isActive()
                && account.is(Role.FOUNDER)
                && accounts.activeWithRole(Role.FOUNDER).size() == 1) {
            throw Refusal.conflict(
                    "last-founder",
                    account.asStaff().name() + " is the only founder. Please make somebody else a founder first.");
        }
    }

    private StaffAccount find(UUID staff) {
        return accounts.findById(staff).orElseThrow(() -> Refusal.notFound("member of the team"));
    }

    private String hash(String password) {
        return String.valueOf(passwords.encode(password));
    }

    /** {@code kf7m-29xq-ht4v}: some 59 bits, easy to read out. */
    private String newPassword() {
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> random.ints(LETTERS_OF_A_GROUP, 0, LETTERS.length())
                        .mapToObj(letter -> String.valueOf(LETTERS.charAt(letter)))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
