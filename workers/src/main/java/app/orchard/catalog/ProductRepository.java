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
}
