package app.orchard.invoice;

import app.orchard.order.OrderLine;
import app.orchard.order.OrderView;
import app.orchard.payment.PaymentView;
import app.orchard.shared.Money;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/**
 * An invoice as it is printed.
 *
 * @param sellerLine address and tax number of the business
 */
record InvoicePaper(String seller, String sellerLine, ZoneId zone) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final float MARGIN = 56;
    private static final float[] WIDTHS = {44, 8, 16, 16, 14, 18};
    private static final List<String> HEADS = List.of("Item", "Packs", "Price", "Discount", "Tax in it", "Amount");
    // Comes with the library
    private static final BaseFont LETTERS = letters("font-fallback/LiberationSans-Regular.ttf");
    private static final Font TITLE = new Font(LETTERS, 20);
    private static final Font TEXT = new Font(LETTERS, 10);
    private static final Font SMALL = new Font(LETTERS, 9, Font.NORMAL, new Color(0x55, 0x64, 0x5a));
    private static final Font SUM = new Font(LETTERS, 12);

    byte[] print(OrderView order, String buyer, Optional<PaymentView> payment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Document paper = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
            PdfWriter.getInstance(paper, out);
            paper.addTitle("Invoice " + order.number());
            paper.open();
            head(order, buyer).forEach(paper::add);
            paper.add(lines(order));
            paper.add(sums(order, payment));
        }
        return out.toByteArray();
    }

    private List<Paragraph> head(OrderView order, String buyer) {
        Paragraph to = new Paragraph(joined(buyer, order.addressLine()), TEXT);
        to.setSpacingBefore(12);
        to.setSpacingAfter(18);
        return List.of(
                new Paragraph(seller, TITLE),
                new Paragraph(sellerLine, SMALL),
                new Paragraph(
                        "Invoice " + order.number() + " · "
                                + DAY.format(order.placedAt().atZone(zone)),
                        SUM),
                to);
    }

    private static PdfPTable lines(OrderView order) {
        PdfPTable table = table(WIDTHS);
        table.setHeaderRows(1);
        for (int n = 0; n < HEADS.size(); n++) {
            table.addCell(cell(HEADS.get(n), SMALL, n == 0, Rectangle.BOTTOM));
        }
        order.lines().forEach(line -> line(table, line));
        return table;
    }

    private static void line(PdfPTable table, OrderLine line) {
        List<String> values = List.of(
                line.title(),
                Integer.toString(line.quantity()),
                say(line.unitPrice()),
                line.discount().isZero() ? "" : say(line.discount()),
                say(line.tax()),
                say(line.total()));
        for (int n = 0; n < values.size(); n++) {
            table.addCell(cell(values.get(n), TEXT, n == 0, Rectangle.NO_BORDER));
        }
    }

    private static PdfPTable sums(OrderView order, Optional<PaymentView> payment) {
        PdfPTable table = table(98, 18);
        Money discount = order.totals().discount();
        sum(table, "Goods", order.totals().goods(), TEXT);
        if (discount.isPositive()) {
            sum(table, "Discount", Money.ZERO.minus(discount), TEXT);
        }
        sum(table, "Delivery", order.totals().fee(), TEXT);
        sum(table, "Total", order.totals().total(), SUM);
        sum(table, "Taxes contained in it", order.totals().tax(), SMALL);
        payment.filter(paid -> paid.captured().isPositive()).ifPresent(paid -> {
            paid(table, "online", paid.online());
            paid(table, way(paid), paid.captured().minus(paid.online()));
            if (paid.refunded().isPositive()) {
                sum(table, "Sent back", Money.ZERO.minus(paid.refunded()), TEXT);
            }
        });
        return table;
    }

    private static void paid(PdfPTable table, String way, Money amount) {
        if (amount.isPositive()) {
            sum(table, "Paid " + way, amount, TEXT);
        }
    }

    private static String way(PaymentView payment) {
        return switch (payment.method()) {
            case CASH -> "in cash";
            case ONLINE -> "online";
            case UPI_AT_STALL -> "by UPI at the stall";
        };
    }

    private static void sum(PdfPTable table, String what, Money amount, Font font) {
        table.addCell(cell(what, font, false, Rectangle.NO_BORDER));
        table.addCell(cell(say(amount), font, false, Rectangle.NO_BORDER));
    }

    private static PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingAfter(12);
        return table;
    }

    private static PdfPCell cell(String text, Font font, boolean isText, int border) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setHorizontalAlignment(isText ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
        cell.setBorder(border);
        cell.setBorderColor(Color.LIGHT_GRAY);
        cell.setPaddingBottom(6);
        return cell;
    }

    /** The letters have no sign for rupees. */
    private static String say(Money amount) {
        return amount.format().replace("₹", "Rs. ");
    }

    private static String joined(String buyer, String address) {
        return buyer.isEmpty() || address.isEmpty() ? buyer + address : buyer + "\n" + address;
    }

    private static BaseFont letters(String file) {
        try (InputStream font =
                Objects.requireNonNull(BaseFont.class.getClassLoader().getResourceAsStream(file))) {
            return BaseFont.createFont(
                    "letters.ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, font.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
