package app.orchard.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.orchard.DemoBusinessTest;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@DemoBusinessTest
@Import(AuditTest.Gardener.class)
class AuditTest {

    @Autowired
    private Audit audit;

    @Autowired
    private Gardener gardener;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private Staff founder;

    @BeforeEach
    void meetTheFounder() {
        founder = accounts.byLogin("founder").orElseThrow();
    }

    @Test
    void keepsWhoChangedWhatFromWhatToWhat() {
        gardener.rename("KESAR-1", "Kesar, one kilo", founder);

        AuditEntry entry = newest();
        assertThat(entry.login()).isEqualTo("founder");
        assertThat(entry.action()).isEqualTo("Gardener.rename");
        assertThat(entry.subject()).isEqualTo("variant");
        assertThat(entry.before()).doesNotContain("price").contains("pack");
        assertThat(entry.after()).isEqualTo("{\"pack\": \"Kesar, one kilo\"}");
    }

    @Test
    void keepsNothingOfWhatWasNotDone() {
        long before = newest().id();

        assertThatThrownBy(() -> gardener.renameAndFail("KESAR-1", founder)).isInstanceOf(IllegalStateException.class);
        gardener.rename("KESAR-1", packOf("KESAR-1"), founder);

        assertThat(newest().id()).isEqualTo(before);
    }

    @Test
    void doesNotTakeTheNextOneForTheSamePerson() {
        gardener.rename("KESAR-1", "first", founder);
        long before = newest().id();

        gardener.renameByItself("KESAR-1", "second");

        assertThat(newest().id()).isEqualTo(before);
    }

    @Test
    void keepsNothingThatOutlivesAForgottenCustomer() {
        gardener.greet("+919811122233", "Zeenat Quraishi", founder);

        AuditEntry entry = newest();
        assertThat(entry.subject()).isEqualTo("customer");
        assertThat(entry.after()).doesNotContain("+919811122233", "Zeenat");
        assertThat(jdbc.sql("""
                        select tgrelid::regclass::text from pg_trigger where tgname = 'audited'""").query(String.class).list()).doesNotContain("message", "task_completion");
    }

    @Test
    void isReadByFoundersAndChangedByNobody() {
        gardener.rename("KESAR-1", "kept", founder);
        Staff packer = new Staff(UUID.randomUUID(), "packer", "Pradeep", "", Set.of(Role.PACKER));

        assertThatThrownBy(() -> audit.page(null, null, Long.MAX_VALUE, 10, packer))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> jdbc.sql("delete from audit_entry").update())
                .hasMessageContaining("only ever added to");
    }

    @Test
    void watchesEachTableThatPeopleDecideAbout() {
        List<String> unwatched = jdbc.sql("""
                select c.relname from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
                  and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'audited')""").query(String.class).list();

        assertThat(unwatched)
                .doesNotContain(
                        "sales_order", "variant", "delivery_slot", "staff_account", "payment", "payment_refund");
    }

    private AuditEntry newest() {
        List<AuditEntry> entries = audit.page(null, null, Long.MAX_VALUE, 1, founder);
        return entries.isEmpty()
                ? new AuditEntry(0, java.time.Instant.EPOCH, "", "", "", "", "", "")
                : entries.getFirst();
    }

    private String packOf(String sku) {
        return jdbc.sql("select pack from variant where sku = ?")
                .param(sku)
                .query(String.class)
                .single();
    }

    /** Stands for every service that changes something for somebody. */
    @Service
    @Transactional
    static class Gardener {

        private final JdbcClient jdbc;

        Gardener(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        public void rename(String sku, String pack, Staff by) {
            by.require(Role.FOUNDER);
            renameByItself(sku, pack);
        }

        public void renameAndFail(String sku, Staff by) {
            rename(sku, "never", by);
            throw new IllegalStateException("on purpose");
        }

        public void greet(String phone, String name, Staff by) {
            by.require(Role.FOUNDER);
            jdbc.sql("insert into customer (id, phone, name, created_at) values (gen_random_uuid(), ?, ?, now())")
                    .params(phone, name)
                    .update();
        }

        public void renameByItself(String sku, String pack) {
            jdbc.sql("update variant set pack = ? where sku = ?")
                    .params(pack, sku)
                    .update();
        }
    }
}
