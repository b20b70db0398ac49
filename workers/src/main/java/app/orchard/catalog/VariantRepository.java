package app.orchard.catalog;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface VariantRepository extends JpaRepository<Variant, UUID> {

    @Query("select v from Variant v join fetch v.product where v.id in :ids")
    List<Variant> withProducts(Collection<UUID> ids);

    boolean existsBySku(String sku);
}
