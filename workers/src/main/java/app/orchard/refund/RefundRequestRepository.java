package app.orchard.refund;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface RefundRequestRepository extends JpaRepository<RefundRequest, UUID> {

    List<RefundRequest> findByOrderIdOrderByAskedAtAscIdAsc(UUID orderId);
}
