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
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

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
