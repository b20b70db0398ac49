package app.orchard.order;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

interface OrderRepository extends JpaRepository<Order, UUID> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Order o where o.id = :id")
    Optional<Order> lock(UUID id);

    @Query("select o from Order o left join fetch o.lines where o.id = :id")
    Optional<Order> withLines(UUID id);

    @Query("select o from Order o left join fetch o.lines where o.link = :link")
    Optional<Order> byLink(UUID link);

    @Query("select o from Order o left join fetch o.lines where o.id in :ids")
    List<Order> allWithLines(Collection<UUID> ids);

    Optional<Order> findByCustomerIdAndRequestKey(@Nullable UUID customerId, String requestKey);

    @Query(
            "select o from Order o left join fetch o.lines where o.customerId = :customer order by o.placedAt desc limit 100")
    List<Order> ofCustomer(UUID customer);

    @Query("select o from Order o left join fetch o.lines where o.customerId = :customer order by o.placedAt desc")
    List<Order> allOfCustomer(UUID customer);

    @NativeQuery("select nextval('order_number')")
    long nextNumber();
}
