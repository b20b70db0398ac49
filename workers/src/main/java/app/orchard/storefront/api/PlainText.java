package app.orchard.storefront.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Text with the character NUL is no text for the database: whoever sends it hears so at once. */
@Configuration(proxyBeanMethods = false)
class PlainText {

    @Bean
    JacksonModule plainTextOnly() {
        return new SimpleModule("plain text").addDeserializer(String.class, new WithoutNul());
    }

    private static class WithoutNul extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = super.deserialize(parser, context);
            if (text != null && text.indexOf('\0') >= 0) {
                return context.reportInputMismatch(String.class, "The character NUL is not allowed");
            }
            return text;
        }
    }
}
