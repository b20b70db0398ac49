package app.orchard.storefront.driver;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The parts of the page name each other without a version: browsers ask each time whether they changed. */
@Configuration(proxyBeanMethods = false)
class DriverFiles implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/driver/**")
                .addResourceLocations("classpath:/static/driver/")
                .setCacheControl(CacheControl.noCache());
    }
}
