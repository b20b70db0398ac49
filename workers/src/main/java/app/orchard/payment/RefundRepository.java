package app.orchard.payment;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface RefundRepository extends JpaRepository<Refund, String> {

    List<Refund> findByRequestIdOrderByRequestedAtAscKeyAsc(UUID requestId);

    boolean existsByRequestId(UUID requestId);

    long countByRequestId(UUID requestId);
}
