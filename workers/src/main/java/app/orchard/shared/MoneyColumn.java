package app.orchard.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
class MoneyColumn implements AttributeConverter<@Nullable Money, @Nullable Long> {

    @Override
    public @Nullable Long convertToDatabaseColumn(@Nullable Money money) {
        return money == null ? null : money.minor();
    }

    @Override
    public @Nullable Money convertToEntityAttribute(@Nullable Long minor) {
        return minor == null ? null : Money.of(minor);
    }
}
