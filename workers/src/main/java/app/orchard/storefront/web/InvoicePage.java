package app.orchard.storefront.web;

import app.orchard.invoice.Invoices;
import app.orchard.shared.OrderId;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An order on paper, for its customer. */
@Controller
class InvoicePage {

    private final Invoices invoices;

    InvoicePage(Invoices invoices) {
        this.invoices = invoices;
    }

    @GetMapping("/orders/{id}/invoice.pdf")
    ResponseEntity<byte[]> invoice(Visitor visitor, @PathVariable UUID id) {
        byte[] pdf = invoices.pdf(new OrderId(id), visitor.requireCustomer());
        ContentDisposition name =
                ContentDisposition.inline().filename("invoice.pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(pdf);
    }
}
