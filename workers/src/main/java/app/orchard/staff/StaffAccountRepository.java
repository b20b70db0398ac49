package app.orchard.staff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StaffAccountRepository extends JpaRepository<StaffAccount, UUID> {

    Optional<StaffAccount> findByLogin(String login);

    @Query("select a from StaffAccount a left join fetch a.roles where a.active order by a.name")
    List<StaffAccount> active();

    @Query("""
            select a from StaffAccount a left join fetch a.roles
            where :role member of a.roles and a.active order by a.name""")
    List<StaffAccount> activeWithRole(Role role);
}
