package app.orchard.storefront.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import app.orchard.DemoBusinessTest;
import app.orchard.Statements;
import app.orchard.customer.Addresses;
import app.orchard.customer.NewAddress;
import app.orchard.order.Carts;
import app.orchard.shared.CustomerId;
import app.orchard.slots.GeoPoint;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What pages ask the database does not grow with what is in it. */
@DemoBusinessTest
class PageStatementsTest {

    private static final int MOST = 30;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Carts carts;

    @Autowired
    private Addresses addresses;

    private MockMvc shop;
    private CustomerId customer;
    private UUID cart;
    private UUID apartment;

    @BeforeEach
    void somebodyComes() {
        shop = MockMvcBuilders.webAppContextSetup(context).build();
        customer = CustomerId.next();
        jdbc.sql("insert into customer (id, phone, created_at) values (?, '+918077777777', now())")
                .param(customer.value())
                .update();
        apartment = jdbc.sql("select id from apartment order by name limit 1")
                .query(UUID.class)
                .single();
        cart = carts.create().id();
        carts.adopt(cart, customer);
        live(1);
        choose(1);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(customer, ""));
    }

    @AfterEach
    void somebodyGoes() {
        SecurityContextHolder.clearContext();
        jdbc.sql("delete from variant where sku like 'many-%'").update();
        jdbc.sql("delete from product where slug like 'many-%'").update();
    }

    @Test
    void areTheSameWithLittleAndWithMuch() {
        Map<String, Integer> few = counts();
        jdbc.sql("""
                insert into product (id, slug, name, kind, description, allergens, image, tax_class, position)
                select gen_random_uuid(), 'many-' || n, 'Variety ' || n, 'MANGO', 'Sweet.', '', 'alphonso.svg',
                  'FRESH_FRUIT', 1000 + n from generate_series(1, 100) n""").update();
        jdbc.sql("""
                insert into variant (id, product_id, sku, pack, price, position, weight_grams)
                select gen_random_uuid(), p.id, p.slug || '-1', 'Box of 6', 40000, 1, 2000
                from product p where p.slug like 'many-%'""").update();
        live(6);
        choose(8);

        assertThat(open("/")).contains("/products?kind=MANGO", "See all 10").doesNotContain("Variety 50<");
        assertThat(open("/products?kind=MANGO&page=2")).contains("Page 2 of 5", "rel=\"prev\"", "rel=\"next\"");
        assertThat(counts()).isEqualTo(few);
        assertThat(few.values()).allSatisfy(count -> assertThat(count).isBetween(1, MOST));
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String page :
                List.of("/", "/products?kind=MANGO", "/products/alphonso", "/cart", "/checkout", "/account")) {
            open(page);
            // Settings that are kept are read again now and then
            counts.put(
                    page,
                    IntStream.range(0, 3)
                            .map(n -> statements.of(() -> open(page)).size())
                            .min()
                            .orElseThrow());
        }
        return counts;
    }

    private String open(String page) {
        try {
            var answer = shop.perform(get(page)
                            .cookie(
                                    new Cookie("orchard_cart", cart.toString()),
                                    new Cookie("orchard_place", apartment.toString())))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).as(page).isEqualTo(200);
            return answer.getContentAsString(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** In a complex, and in a street with a pin. */
    private void live(int doors) {
        for (int n = 0; n < doors; n++) {
            String flat = "F" + doors + n;
            addresses.add(
                    customer,
                    new NewAddress(null, "3rd Cross", "560032", GeoPoint.ofDegrees(12.9, 77.6), "", flat, ""));
            addresses.add(customer, NewAddress.in(apartment, "A", flat, ""));
        }
    }

    private void choose(int packs) {
        jdbc.sql("select id from variant where sku not like 'many-%' order by sku limit ?")
                .param(packs)
                .query(UUID.class)
                .list()
                .forEach(pack -> carts.put(cart, pack, 1));
    }
}
