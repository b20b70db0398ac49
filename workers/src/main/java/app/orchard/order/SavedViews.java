package app.orchard.order;

import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each person's own. */
@Service
@Transactional
public class SavedViews {

    private static final int MOST = 30;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ADDRESS = 1000;

    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<SavedView> of(Staff by) {
        by.require(Role.PACKER);
        return jdbc.sql("select id, name, address from saved_view where staff_id = ? order by name limit ?")
                .params(by.id(), MOST)
                .query(SavedView.class)
                .list();
    }

    /** One of the same name is replaced. @throws Refusal INVALID {@code view-name} or {@code view-many} */
    public void save(String name, String address, Staff by) {
        by.require(Role.PACKER);
        String words = name.strip();
        if (words.isEmpty() || words.length() > LONGEST_NAME || address.length() > LONGEST_ADDRESS) {
            throw Refusal.invalid("view-name", "Please give it a name of up to " + LONGEST_NAME + " letters.");
        }
        List<SavedView> known = of(by);
        boolean isNew = known.stream().noneMatch(view -> view.name().equals(words));
        if (isNew && known.size() >= MOST) {
            throw Refusal.invalid("view-many", "You have " + MOST + " views. Please remove one first.");
        }
        jdbc.sql("""
                insert into saved_view (id, staff_id, name, address) values (?, ?, ?, ?)
                on conflict (staff_id, name) do update set address = excluded.address""").params(TimeOrderedId.next(), by.id(), words, address).update();
    }

    /** Does nothing to another's, or to one that is gone. */
    public void forget(UUID view, Staff by) {
        by.require(Role.PACKER);
        jdbc.sql("delete from saved_view where id = ? and staff_id = ?")
                .params(view, by.id())
                .update();
    }
}
