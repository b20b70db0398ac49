package app.orchard.storefront.web;

import app.orchard.catalog.Photos;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Photos that were uploaded lie beside the drawings of the shop. They never change: a new photo has a new name. */
@Controller
class PhotoFiles {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Photos photos;

    PhotoFiles(Photos photos) {
        this.photos = photos;
    }

    @GetMapping("/images/{id:[0-9a-f]{8}-[0-9a-f-]{27}}-{width:[0-9]{3,4}}.jpg")
    ResponseEntity<byte[]> photo(@PathVariable UUID id, @PathVariable int width) {
        return ResponseEntity.ok()
                .cacheControl(FOR_GOOD)
                .contentType(MediaType.IMAGE_JPEG)
                .body(photos.jpeg(id, width));
    }
}
