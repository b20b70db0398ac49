package app.orchard.models;

import app.orchard.engine.EngineModels;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the models do. Read from what the exporter told us; the engine itself is never asked. */
@Service
@Transactional(readOnly = true)
public class ProcessRoom {

    private static final String VERSIONS = """
            select m.key, m.version, m.deployed_at, d.deployed_by, coalesce(d.comment, '') as comment,
              (select count(*) from process_instance i
                where i.definition_key = m.key and i.state = 'ACTIVE')::int as running
            from engine_model m
            left join lateral (
              select deployed_by, comment from model_deployment
              where resource = m.resource and digest = encode(sha256(convert_to(m.content, 'UTF8')), 'hex')
              order by abs(extract(epoch from deployed_at - m.deployed_at)) limit 1) d on true
            """;

    /** At these nobody ever is; and what is done several times is counted each time, not once more as a whole. */
    private static final String PASSING =
            "('EXCLUSIVE_GATEWAY', 'PARALLEL_GATEWAY', 'INCLUSIVE_GATEWAY', 'START_EVENT', 'END_EVENT', 'BOUNDARY_EVENT', "
                    + "'MULTI_INSTANCE_BODY')";

    private static final String STEPS = """
            with here as (
              select p.element, count(*) as n
              from process_instance i join element_position p on p.instance_key = i.key and p.state = 'ACTIVE'
              where i.definition_key = :key and i.state = 'ACTIVE' and p.type <> 'MULTI_INSTANCE_BODY' group by p.element),
            stuck as (
              select element, count(*) as n from incident
              where definition_key = :key and resolved_at is null group by element),
            latest as (
              select key from process_instance where definition_key = :key order by started_at desc limit :latest),
            passed as (
              select p.element, count(*) as n,
                percentile_cont(0.5) within group (order by extract(epoch from p.left_at - p.entered_at)) as usual,
                percentile_cont(0.9) within group (order by extract(epoch from p.left_at - p.entered_at)) as long
              from latest l join element_position p on p.instance_key = l.key
              where p.state = 'COMPLETED' and p.type not in %s group by p.element)
            select element, coalesce(h.n, 0)::int as here, coalesce(s.n, 0)::int as stuck, coalesce(p.n, 0)::int as passed,
              p.usual, p.long
            from here h full join stuck s using (element) full join passed p using (element)
            order by here desc, stuck desc, element""".formatted(PASSING);

    private static final int LATEST_INSTANCES = 500;
    private static final int MOST_STANDING = 200;

    private final JdbcClient jdbc;
    private final EngineModels models;

    ProcessRoom(JdbcClient jdbc, EngineModels models) {
        this.jdbc = jdbc;
        this.models = models;
    }

    /** Processes first, then decisions and forms, by name. */
    public List<ModelRow> models(Staff by) {
        by.require(Role.FOUNDER);
        return jdbc.sql("""
                with newest as (
                  select distinct on (resource) kind, resource, id, key, version, deployed_at
                  from engine_model order by resource, version desc, key desc),
                running as (
                  select process, count(*) as n from process_instance where state = 'ACTIVE' group by process),
                stuck as (
                  select process, count(*) as n from incident where resolved_at is null group by process)
                select n.kind, n.resource, n.key, n.version, n.deployed_at,
                  case n.kind when 'PROCESS' then coalesce(r.n, 0) else 0 end::int as running,
                  case n.kind when 'PROCESS' then coalesce(s.n, 0) else 0 end::int as incidents
                from newest n left join running r on r.process = n.id left join stuck s on s.process = n.id
                order by array_position(array['PROCESS', 'DECISION_REQUIREMENTS', 'FORM'], n.kind), n.resource""").query(ModelRow.class).list();
    }

    /** Newest first. @throws Refusal NOT_FOUND when there is no such model */
    public List<ModelVersion> versions(String resource, Staff by) {
        by.require(Role.FOUNDER);
        List<ModelVersion> versions = jdbc.sql(
                        VERSIONS + "where m.resource = ? order by m.version desc, m.key desc limit 100")
                .param(resource)
                .query(ModelVersion.class)
                .list();
        if (versions.isEmpty()) {
            throw Refusal.notFound("model");
        }
        return versions;
    }

    /** @throws Refusal NOT_FOUND when there is no such version of a process */
    public ModelActivity activity(long key, Staff by) {
        by.require(Role.FOUNDER);
        String xml = models.bpmn(key);
        ModelVersion version = jdbc.sql(VERSIONS + "where m.key = ?")
                .param(key)
                .query(ModelVersion.class)
                .single();
        List<StepFigures> steps = jdbc.sql(STEPS)
                .param("key", key)
                .param("latest", LATEST_INSTANCES)
                .query((row, n) -> new StepFigures(
                        row.getString("element"),
                        models.nameOf(key, row.getString("element")),
                        row.getInt("here"),
                        row.getInt("stuck"),
                        row.getInt("passed"),
                        row.getObject("usual", Double.class),
                        row.getObject("long", Double.class)))
                .list();
        return new ModelActivity(version, xml, steps);
    }

    /** Those that are at a step of a version, the longest first; two hundred at most. */
    public List<Standing> standingAt(long key, String element, Staff by) {
        by.require(Role.FOUNDER);
        return jdbc.sql("""
                select i.key, i.order_id, 'M-' || o.number as number, min(p.entered_at) as entered_at
                from process_instance i
                join element_position p on p.instance_key = i.key and p.state = 'ACTIVE' and p.element = ?
                  and p.type <> 'MULTI_INSTANCE_BODY'
                left join sales_order o on o.id = i.order_id
                where i.definition_key = ? and i.state = 'ACTIVE'
                group by i.key, i.order_id, o.number order by min(p.entered_at), i.key limit ?""")
                .params(element, key, MOST_STANDING)
                .query((row, n) -> {
                    UUID order = row.getObject("order_id", UUID.class);
                    return new Standing(
                            row.getLong("key"),
                            order == null ? null : new OrderId(order),
                            row.getString("number"),
                            row.getTimestamp("entered_at").toInstant());
                })
                .list();
    }

    /** As it was deployed. @throws Refusal NOT_FOUND */
    public String content(long key, Staff by) {
        by.require(Role.FOUNDER);
        return jdbc.sql("select content from engine_model where key = ?")
                .param(key)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("model"));
    }
}
