package app.orchard.audit;

import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the log of what staff changed. */
@Service
@Transactional(readOnly = true)
public class Audit {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Newest first.
     *
     * @param login of one person only, null for all
     * @param rowKey of one thing only, null for all
     * @param before entries older than this id; {@link Long#MAX_VALUE} begins with the newest
     * @param limit at most 200
     */
    public List<AuditEntry> page(@Nullable String login, @Nullable String rowKey, long before, int limit, Staff by) {
        by.require(Role.FOUNDER);
        return jdbc.sql("""
                select id, at, login, action, subject, row_key, coalesce(before::text, '') as before,
                  coalesce(after::text, '') as after
                from audit_entry
                where id < :before and (:login::text is null or login = :login)
                  and (:rowKey::text is null or row_key = :rowKey)
                order by id desc limit :limit""")
                .param("before", before)
                .param("login", login)
                .param("rowKey", rowKey)
                .param("limit", Math.min(limit, MOST))
                .query(AuditEntry.class)
                .list();
    }
}
