package app.orchard.staff;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "staff_account")
class StaffAccount {

    @Id
    private UUID id;

    private String login;
    private String name;
    private String phone;
    private String passwordHash;
    private boolean active = true;
    private @Nullable Instant loggedOutAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "staff_role", joinColumns = @JoinColumn(name = "staff_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @SuppressWarnings("NullAway.Init")
    protected StaffAccount() {}

    StaffAccount(UUID id, String login, String name, String phone, String passwordHash, Set<Role> roles) {
        this.id = id;
        this.login = login;
        this.name = name;
        this.phone = phone;
        this.passwordHash = passwordHash;
        this.roles.addAll(roles);
    }

    void describe(String newName, String newPhone, Set<Role> newRoles) {
        name = newName;
        phone = newPhone;
        roles.retainAll(newRoles);
        roles.addAll(newRoles);
    }

    void changePassword(String hash) {
        passwordHash = hash;
    }

    void switchOff() {
        active = false;
    }

    void switchOn() {
        active = true;
    }

    /** Wherever they are. */
    void logOut(Instant now) {
        loggedOutAt = now;
    }

    boolean isLoggedInSince(Instant moment) {
        return active && (loggedOutAt == null || moment.isAfter(loggedOutAt));
    }

    UUID id() {
        return id;
    }

    boolean is(Role role) {
        return roles.contains(role);
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean isActive() {
        return active;
    }

    Staff asStaff() {
        return new Staff(id, login, name, phone, Set.copyOf(roles));
    }
}
