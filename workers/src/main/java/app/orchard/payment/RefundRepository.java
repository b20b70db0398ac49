package app.orchard.payment;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface RefundRepository extends JpaRepository<Refund, String> {

    List<Refund> findByOrderIdOrderByRequestedAtAsc(UUID orderId);

    List<Refund> findByCaptureId(String captureId);
}
