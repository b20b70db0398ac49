package app.orchard.staff;

import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of the people who work here. */
@Service
@Transactional(readOnly = true)
public class StaffAccounts {

    private static final int LONGEST_PASSWORD = 72;

    private final StaffAccountRepository accounts;
    private final PasswordEncoder passwords;
    private final String nobodysHash;

    StaffAccounts(StaffAccountRepository accounts, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.nobodysHash = String.valueOf(passwords.encode("nobody has this password"));
    }

    public Optional<Staff> byLogin(String login) {
        return account(login).map(StaffAccount::asStaff);
    }

    /** @return nobody when what they logged in for at that moment has ended since */
    public Optional<Staff> loggedInSince(String login, Instant moment) {
        return account(login).filter(known -> known.isLoggedInSince(moment)).map(StaffAccount::asStaff);
    }

    /** Everybody who works here now, by name. */
    public List<Staff> team() {
        return accounts.active().stream().map(StaffAccount::asStaff).toList();
    }

    public List<Staff> withRole(Role role) {
        return accounts.activeWithRole(role).stream().map(StaffAccount::asStaff).toList();
    }

    /** Takes as long for an unknown login as for a wrong password. @throws Refusal UNAUTHENTICATED */
    public Staff authenticate(String login, String password) {
        Optional<StaffAccount> account = account(login);
        String hash = account.map(StaffAccount::passwordHash).orElse(nobodysHash);
        boolean matches = password.length() <= LONGEST_PASSWORD && passwords.matches(password, hash);
        return account.filter(known -> matches)
                .map(StaffAccount::asStaff)
                .orElseThrow(() -> Refusal.unauthenticated("bad-login", "Login or password is wrong."));
    }

    @Transactional
    public Staff create(String login, String name, String phone, String password, Set<Role> roles) {
        return accounts.save(new StaffAccount(
                        TimeOrderedId.next(),
                        login.toLowerCase(Locale.ROOT),
                        name,
                        phone,
                        String.valueOf(passwords.encode(password)),
                        roles))
                .asStaff();
    }

    private Optional<StaffAccount> account(String login) {
        return accounts.findByLogin(login.toLowerCase(Locale.ROOT)).filter(StaffAccount::isActive);
    }
}
