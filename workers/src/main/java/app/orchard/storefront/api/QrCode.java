package app.orchard.storefront.api;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A text for cameras. */
final class QrCode {

    private QrCode() {}

    /** @return its rows with a quiet border, 1 for dark */
    static List<String> of(String text) {
        try {
            BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
            return IntStream.range(0, code.getHeight())
                    .mapToObj(y -> row(code, y))
                    .toList();
        } catch (WriterException e) {
            throw new IllegalArgumentException("This text does not fit into a QR code.", e);
        }
    }

    private static String row(BitMatrix code, int y) {
        return IntStream.range(0, code.getWidth())
                .mapToObj(x -> code.get(x, y) ? "1" : "0")
                .collect(Collectors.joining());
    }
}
