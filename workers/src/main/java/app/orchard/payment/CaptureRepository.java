package app.orchard.payment;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CaptureRepository extends JpaRepository<Capture, String> {

    List<Capture> findByOrderIdOrderByCapturedAtAsc(UUID orderId);
}
