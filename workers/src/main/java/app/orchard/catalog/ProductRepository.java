package app.orchard.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ProductRepository extends JpaRepository<Product, UUID> {

    @Query("select distinct p from Product p left join fetch p.variants order by p.position, p.name")
    List<Product> withVariants();

    @Query("select p from Product p left join fetch p.variants where p.slug = :slug")
    Optional<Product> bySlug(String slug);

    /** Who adds to the catalogue waits for others who do. */
    @Query(value = "select pg_advisory_xact_lock(hashtext('catalog'))", nativeQuery = true)
    void lockOrder();

    @Query("select coalesce(max(p.position), 0) + 1 from Product p")
    int nextPosition();
}
