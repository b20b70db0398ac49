package app.orchard.demo;

import app.orchard.shared.Business;
import app.orchard.shared.BusinessSettings;
import app.orchard.staff.Role;
import app.orchard.staff.StaffAccounts;
import java.sql.Connection;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads the demo business into an empty database. Its waits are short, so that a demo need not skip any of them. */
@Component
@Order(1)
@ConditionalOnBooleanProperty("orchard.demo-business")
class DemoBusiness implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoBusiness.class);
    static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static final String PASSWORD = "orchard";

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Business business;
    private final StaffAccounts staff;
    private final DemoStock stock;

    DemoBusiness(
            DataSource dataSource,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Business business,
            StaffAccounts staff,
            DemoStock stock) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.business = business;
        this.staff = staff;
        this.stock = stock;
    }

    @Override
    public void run(ApplicationArguments args) {
        transaction.executeWithoutResult(status -> loadOnce());
        stock.refill();
    }

    private void loadOnce() {
        if (jdbc.sql("select exists (select from product)").query(Boolean.class).single()) {
            return;
        }
        populate();
        business.change(new BusinessSettings(
                "Aamrai Mangoes",
                ZONE,
                Duration.ofSeconds(40),
                Duration.ofSeconds(100),
                Duration.ofMinutes(5),
                Duration.ofDays(14),
                Duration.ofSeconds(60)));
        hire("founder", "Asha", "+919845000001", Role.FOUNDER);
        hire("packer", "Pradeep", "+919845000002", Role.PACKER);
        hire("ravi", "Ravi", "+919845000003", Role.DRIVER);
        hire("meena", "Meena", "+919845000004", Role.DRIVER);
        hire("stall", "Sunita", "+919845000005", Role.STALL);
        stock.open();
        log.info("Loaded the demo business");
    }

    private void populate() {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            new ResourceDatabasePopulator(new ClassPathResource("db/demo/business.sql")).populate(connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private void hire(String login, String name, String phone, Role role) {
        staff.create(login, name, phone, PASSWORD, Set.of(role));
    }
}
