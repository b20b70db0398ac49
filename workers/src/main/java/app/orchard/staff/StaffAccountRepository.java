package app.orchard.staff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StaffAccountRepository extends JpaRepository<StaffAccount, UUID> {

    Optional<StaffAccount> findByLogin(String login);

    boolean existsByLogin(String login);

    /** Who decides about roles waits for others who do. */
    @Query(value = "select pg_advisory_xact_lock(hashtext('staff'))", nativeQuery = true)
    void lock();

    @Query("select a from StaffAccount a left join fetch a.roles order by a.active desc, a.name")
    List<StaffAccount> everybody();

    @Query("select a from StaffAccount a left join fetch a.roles where a.active order by a.name")
    List<StaffAccount> active();

    @Query("""
            select a from StaffAccount a left join fetch a.roles
            where :role member of a.roles and a.active order by a.name""")
    List<StaffAccount> activeWithRole(Role role);
}
